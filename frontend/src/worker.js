// The worker behind `prove.js`: answers a challenge with its number, or with nothing if it could not be found.
onmessage = ({ data }) => solve(data).catch(() => undefined).then(postMessage);

async function solve({ solver, solverWasm, salt, challenge, maxnumber }) {
  const module = await import(solver);
  await module.default({ module_or_path: solverWasm });
  return module.solve(salt, challenge, maxnumber);
}
