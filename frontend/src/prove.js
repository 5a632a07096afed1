// Proof of work, loaded only when the server asks for one. A worker finds the number, so that the page stays usable.

// In milliseconds. Who has not found it by then is better off with the plain way, which is to wait.
const DEADLINE = 120_000;

// The solution of a new challenge, as a form has it in its field `altcha`.
export async function prove({ worker, solver, solverWasm }) {
  const signal = AbortSignal.timeout(DEADLINE);
  const challenge = await (await fetch("/api/challenge", { signal })).json();
  const number = await ask(worker, { ...challenge, solver, solverWasm }, signal);
  return btoa(JSON.stringify({ ...challenge, number }));
}

async function ask(path, task, signal) {
  const worker = new Worker(path, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (Number.isInteger(data) ? resolve(data) : reject());
      worker.onerror = reject;
      signal.onabort = reject;
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}
