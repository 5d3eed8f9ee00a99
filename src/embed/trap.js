// A fault in the WebAssembly is a trap: the call ends with an exception, and nothing in the module may be called again.

const IN_WASM = /wasm-function|wasm:\/\/|\[wasm code\]/;

/** Whether an error is a trap of the module that came from these addresses. Another module of the page may trap as well. */
export function isTrapOf(error, { glue, wasm }) {
  if (!globalThis.WebAssembly || !(error instanceof WebAssembly.RuntimeError)) return false;
  const calls = String(error.stack).split("\n");
  // The innermost call is where it trapped; those around it may be anybody's.
  const innermost = calls.findIndex((line) => IN_WASM.test(line));
  if (innermost < 0) return false;
  if (calls[innermost].includes(`${wasm}:`)) return true;
  // Safari names no address there, nor does any browser if the server sends the module as another type: then whoever called
  // into the module tells whose it is.
  const caller = calls.slice(innermost).find((line) => !IN_WASM.test(line));
  return caller?.includes(`${glue}:`) ?? false;
}

/** Calls back with every error of the page that nobody caught. */
export function watchErrors(callback) {
  globalThis.addEventListener?.("error", (event) => callback(event.error));
  globalThis.addEventListener?.("unhandledrejection", (event) => callback(event.reason));
}
