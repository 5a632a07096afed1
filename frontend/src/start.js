// Brings the islands to life. The paths stand on the script's own element, so that this file can be cached for good.
const { script, wasm } = document.querySelector("script[data-wasm]").dataset;
const module = await import(script);
await module.default({ module_or_path: wasm });
module.hydrate();
for (const island of document.querySelectorAll("leptos-island")) {
  module[island.dataset.component](island);
  island.dataset.hydrated = "";
}
