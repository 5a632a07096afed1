// Brings the islands to life. The paths stand on the script's own element, so that this file can be cached for good.
const paths = document.querySelector("script[data-wasm]").dataset;
// What an island calls when the server asks for a proof of work.
globalThis.prove = async (form) => (await import(paths.prove)).prove(form, paths);
// Until then a second press would send a form twice, and the browser would give up the first answer for the second.
const once = (event) => {
  const form = event.target;
  if ("busy" in form.dataset) event.preventDefault();
  else {
    form.dataset.busy = "";
    setTimeout(() => delete form.dataset.busy, 5000);
  }
};
addEventListener("submit", once);
const module = await import(paths.script);
await module.default({ module_or_path: paths.wasm });
module.hydrate();
for (const island of document.querySelectorAll("leptos-island")) {
  module[island.dataset.component](island);
  island.dataset.hydrated = "";
}
removeEventListener("submit", once);
