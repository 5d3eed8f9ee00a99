// The WebAssembly module, its words and styles: fetched once for a page, however many elements it has.

/* global FILES -- the hashed names, written in by the build */
import { isTrapOf, watchErrors } from "./trap.js";
import { Trouble } from "./trouble.js";

const addressOf = (name) => new URL(name, import.meta.url).href;

/** The elements that run in the module. */
export const mounted = new Set();

let app;
let attempts = 0;

/** Where the running module came from; null while none runs. */
let origin = null;

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
  // other addresses. By them its faults are told from those of the attempt before.
  if (!attempts) watchErrors(stopIfTrapped);
  const attempt = attempts++ ? `?${attempts}` : "";
  const [glue, wasm] = [addressOf(FILES.glue) + attempt, addressOf(FILES.wasm) + attempt];
  const file = get(wasm);
  file.catch(() => {});
  let module;
  try {
    module = await import(glue);
  } catch (error) {
    throw await Trouble.ofImport(glue, error);
  }
  try {
    await module.default({ module_or_path: await file });
  } catch (error) {
    throw Trouble.from(error);
  }
  origin = { glue, wasm: (await file).url };
  return module;
}

/** Calls into the module. */
export function call(run) {
  try {
    return run();
  } catch (error) {
    stopIfTrapped(error);
    throw error;
  }
}

/** A module that has trapped has stopped, for all elements at once. */
function stopIfTrapped(error) {
  if (!origin || !isTrapOf(error, origin)) return;
  app = undefined;
  origin = null;
  const trouble = Trouble.from(error);
  // Once no call into it is under way any more.
  queueMicrotask(() => {
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
  const module = await load();
  return call(() => module.evaluate(answers, options));
}

export async function questionsIn(lang) {
  const [module, text] = await Promise.all([load(), words(lang)]);
  return call(() => module.questions(lang, text));
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
