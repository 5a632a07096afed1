// Brings the islands to life. The paths stand on the script's own element, so that this file can be cached for good.
const paths = document.querySelector("script[data-wasm]").dataset;
// What an island calls when the server asks for a proof of work.
globalThis.prove = async (form) => (await import(paths.prove)).prove(form, paths);
const module = await import(paths.script);
await module.default({ module_or_path: paths.wasm });
module.hydrate();
for (const island of document.querySelectorAll("leptos-island")) {
  module[island.dataset.component](island);
  island.dataset.hydrated = "";
}
