// What can go wrong, told by its cause: to the publisher on the console and by an event, to the reader in a note.

const NOTE = {
  fr: {
    title: "Le questionnaire n’a pas pu démarrer.",
    text: "Un fichier n’est pas arrivé jusqu’à vous. Vos réponses, s’il y en a, sont toujours là.",
    stopped: "Le questionnaire s’est interrompu.",
    fault: "La faute est au questionnaire, non à vous. Vos réponses, s’il y en a, sont toujours là.",
    retry: "Réessayer",
    page: "L’ouvrir sur sa propre page",
  },
  en: {
    title: "The questions could not start.",
    text: "A file did not reach you. Your answers, if there are any, are still here.",
    stopped: "The questions have stopped.",
    fault: "The fault is the quiz’s, not yours. Your answers, if there are any, are still here.",
    retry: "Try again",
    page: "Open it on its own page",
  },
};

/** An error with its reason: download, cors, mime, csp, wasm, panic, words or answers. */
export class Trouble extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }

  /** An error of the WebAssembly, unless it has its reason already. */
  static from(error) {
    if (error instanceof Trouble) return error;
    const message = String(error?.message ?? error);
    if (/^words:/.test(message)) return new Trouble("words", message);
    if (error instanceof globalThis.WebAssembly?.RuntimeError) return new Trouble("panic", message);
    return new Trouble(/Content.Security.Policy|CSP|unsafe-eval/i.test(message) ? "csp" : "wasm", message);
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
    // It can be read, but not run.
    return new Trouble("csp", `${address}: ${error.message}`);
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

/** The note that takes the place of the quiz: what happened, what was kept, the way on. */
export function note(lang, reason, retry) {
  const texts = NOTE[lang];
  const [title, text] = reason === "panic" ? [texts.stopped, texts.fault] : [texts.title, texts.text];
  const element = (name, className, text, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const button = element("button", "son-button", texts.retry);
  button.type = "button";
  button.addEventListener("click", retry);
  const actions = element("div", "son-actions", "", button);
  const page = new URL(lang === "fr" ? "./" : `${lang}/`, import.meta.url);
  if (page.origin + page.pathname !== location.origin + location.pathname) {
    const link = element("a", "son-link", texts.page);
    link.href = page.href;
    actions.append(link);
  }
  const box = element("div", "son-note son-note--error", "", element("p", "son-note__title", title), element("p", "", text), actions);
  box.setAttribute("role", "alert");
  box.lang = lang;
  return element("div", "son", "", box);
}
