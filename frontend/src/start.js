// Brings the islands to life. The paths stand on the script's own element, so that this file can be cached for good.
const paths = document.querySelector("script[data-wasm]").dataset;
// What an island calls when the server asks for a proof of work.
globalThis.prove = async () => (await import(paths.prove)).prove(paths);
// Browsers of before 2022 have no such timer.
AbortSignal.timeout ??= (milliseconds) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};
// Until then a second press would send a form twice, and the browser would give up the first answer for the second.
const once = (event) => {
  const form = event.target;
  if ("busy" in form.dataset) event.preventDefault();
  else {
    form.dataset.busy = "";
    setTimeout(() => delete form.dataset.busy, 5000);
  }
};
// Once for each island, whoever else has loaded this file under another name.
const islands = [...document.querySelectorAll("leptos-island:not([data-live])")];
for (const island of islands) island.dataset.live = "";
addEventListener("submit", once);
const module = await import(paths.script);
await module.default({ module_or_path: paths.wasm });
module.hydrate();
for (const island of islands) {
  if (count(island) === Number(island.dataset.nodes)) hydrate(island);
  else console.warn("The page was changed before it came to life. Its forms work as they are.");
}
if (islands.every((island) => "hydrated" in island.dataset)) removeEventListener("submit", once);

// How many nodes there are, as the server has counted them. What password managers put behind an input is none of the island's, and
// does not disturb it.
function count(node) {
  let nodes = 0;
  for (const child of node.childNodes) {
    nodes += 1 + count(child);
    if (child.localName === "input") break;
  }
  return nodes;
}

function hydrate(island) {
  const plain = island.cloneNode(true);
  try {
    module[island.dataset.component](island);
    island.dataset.hydrated = "";
  } catch (error) {
    console.warn("The page could not come to life. Its forms work as they are.", error);
    for (const [place, field] of plain.querySelectorAll("input").entries()) field.value = island.querySelectorAll("input")[place]?.value ?? field.value;
    island.replaceWith(plain);
  }
}
