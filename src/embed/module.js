// The WebAssembly module, its words and styles: fetched once for a page, however many elements it has.

/* global FILES -- the hashed names, written in by the build */
import { Trouble } from "./trouble.js";

const addressOf = (name) => new URL(name, import.meta.url).href;

/** The elements that run in the module. */
export const mounted = new Set();

let app;
let attempts = 0;

/** The module, started. A failure is forgotten, so that one can try again. */
export function load() {
  app ??= start().catch((error) => {
    app = undefined;
    throw error;
  });
  return app;
}

async function start() {
  // A browser may remember that an import failed, and a module that has stopped cannot start anew: the next attempt has
  // another address.
  const glue = addressOf(FILES.glue) + (attempts++ ? `?${attempts}` : "");
  const wasm = get(addressOf(FILES.wasm));
  wasm.catch(() => {});
  let module;
  try {
    module = await import(glue);
  } catch (error) {
    throw await Trouble.ofImport(glue, error);
  }
  try {
    await module.default({ module_or_path: await wasm });
    module.start(stop);
  } catch (error) {
    throw Trouble.from(error);
  }
  return module;
}

/** The module has met a fault of its own and stopped, for all elements at once. */
function stop(message) {
  app = undefined;
  const trouble = new Trouble("panic", message);
  // After the code that is being called has come back, which it does by an exception.
  setTimeout(() => {
    for (const element of [...mounted]) element.stopped(trouble);
  });
}

const texts = new Map();

/** The words of a language. */
export function words(lang) {
  return once(texts, lang, async () => {
    const response = await get(addressOf(FILES.words[lang]), "words");
    return response.text();
  });
}

/** Words that turned out to be of another build are to be fetched anew. */
export function forgetWords() {
  texts.clear();
}

const sheets = new Map();

/** The style sheet, one object for all elements. */
export function styles() {
  return once(sheets, "", async () => {
    const response = await get(addressOf(FILES.styles));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await response.text());
    return sheet;
  });
}

export async function report(answers, options) {
  return (await load()).evaluate(answers, options);
}

export async function questionsIn(lang) {
  const [module, text] = await Promise.all([load(), words(lang)]);
  return module.questions(lang, text);
}

/** One promise by key; a failure is forgotten. */
function once(promises, key, make) {
  if (!promises.has(key)) {
    promises.set(key, make().catch((error) => {
      promises.delete(key);
      throw error;
    }));
  }
  return promises.get(key);
}

async function get(address, reason) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw await Trouble.ofFetch(address, error, reason);
  }
  if (!response.ok) throw new Trouble(reason ?? "download", `${address}: status ${response.status}`);
  return response;
}
