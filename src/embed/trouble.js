// What can go wrong, told by its cause: to the publisher on the console and by an event. docs/embedding.md has a section on each.

/** An error with its reason: download, cors, mime, csp, wasm, panic, words, answers or storage. */
export class Trouble extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }

  /** What the element's event says. */
  get detail() {
    return { cause: this.reason, message: this.message };
  }

  /** What the console says: each cause has its section in the documentation. */
  get line() {
    return `social-or-not: ${this.message} (see docs/embedding.md#${this.reason})`;
  }

  /** An error of the WebAssembly, unless it has its reason already. */
  static from(error, response) {
    if (error instanceof Trouble) return error;
    const message = String(error?.message ?? error);
    if (!globalThis.WebAssembly) return new Trouble("wasm", "this browser has no WebAssembly, or it is switched off");
    if (/^words:/.test(message)) return new Trouble("words", message);
    if (error instanceof WebAssembly.RuntimeError) return new Trouble("panic", message);
    if (/Content.Security.Policy|CSP|unsafe-eval/i.test(message)) return new Trouble("csp", message);
    // A server's own page, for one, in the place of a file that it does not have.
    const type = response?.headers.get("content-type") ?? "application/wasm";
    if (type !== "application/wasm") return new Trouble("mime", `${response.url}: sent as "${type}" instead of application/wasm`);
    return new Trouble("wasm", message);
  }

  /** Why a file could not be fetched: browsers do not say, so it is tried once more without asking to read it. */
  static async ofFetch(address, error, reason) {
    const refused = refusals(address);
    const cors = await fetch(address, { mode: "no-cors" }).then(() => true, () => false);
    if (await refused()) return new Trouble("csp", `${address}: refused by the page's Content-Security-Policy`);
    if (cors) return new Trouble("cors", `${address}: its server does not send Access-Control-Allow-Origin`);
    return new Trouble(reason ?? "download", `${address}: ${error.message}`);
  }

  /** Why a script could not be imported. */
  static async ofImport(address, error) {
    let response;
    try {
      response = await fetch(address);
    } catch (again) {
      return Trouble.ofFetch(address, again);
    }
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok) return new Trouble("download", `${address}: status ${response.status}`);
    if (!/javascript/.test(type)) return new Trouble("mime", `${address}: sent as "${type}" instead of text/javascript`);
    // It can be read, but not run: an old browser stumbles over its grammar.
    return new Trouble(error instanceof SyntaxError ? "wasm" : "csp", `${address}: ${error.message}`);
  }
}

/** Listens for refusals of an address; they are told a little later than the failure itself. */
function refusals(address) {
  let refused = false;
  const listener = (event) => { refused ||= address.startsWith(event.blockedURI); };
  document.addEventListener("securitypolicyviolation", listener);
  return async () => {
    await new Promise((resolve) => setTimeout(resolve));
    document.removeEventListener("securitypolicyviolation", listener);
    return refused;
  };
}
