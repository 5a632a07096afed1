// A page that the browser had put aside may be one of long ago, and of somebody who has signed out since. Safari puts aside even what
// must not be stored.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  document.documentElement.hidden = true;
  location.reload();
});
// Brings the islands to life, if the page has any. The paths stand on the script's own element, so that this file can be cached for good.
const paths = document.querySelector("script[data-wasm]")?.dataset;
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
if (islands.length) {
  addEventListener("submit", once);
  const module = await import(paths.script);
  await module.default({ module_or_path: paths.wasm });
  module.hydrate();
  for (const island of islands) {
    if (count(island) === Number(island.dataset.nodes)) hydrate(module, island);
    else console.warn("The page was changed before it came to life. Its forms work as they are.");
  }
  if (islands.every((island) => "hydrated" in island.dataset)) {
    removeEventListener("submit", once);
    keepTyped(document.querySelector("#language-form"));
  }
}

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

// What was typed comes along into another language, in which the page is loaded anew. The buttons of the plain page send the form that it
// had, which may have become another one.
function keepTyped(languages) {
  for (const button of languages.querySelectorAll("button")) {
    button.removeAttribute("form");
    button.removeAttribute("formaction");
  }
  const field = () => document.querySelector("#email, #code");
  try {
    const { id, value } = JSON.parse(sessionStorage.getItem("typed") ?? "{}");
    sessionStorage.removeItem("typed");
    if (value && id === field()?.id) field().value = value;
    languages.addEventListener("submit", () => {
      const { id, value } = field() ?? {};
      sessionStorage.setItem("typed", JSON.stringify({ id, value }));
    });
  } catch {
    // A browser that keeps nothing.
  }
}

function hydrate(module, island) {
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
