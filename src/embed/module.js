// The WebAssembly modules, the words and the styles: fetched once for a page, however many elements it has.

/* global FILES -- the addresses, written in by the build */
import { isTrapOf, watchErrors } from "./trap.js";
import { Trouble } from "./trouble.js";

/** One WebAssembly module with its glue. */
class Module {
  #files;
  #started;
  #attempts = 0;
  /** What the module exports, while it runs. */
  running = null;
  /** Where the running module came from; null while none runs. */
  #origin = null;

  /** Whom to call when it stops: it stops for all elements that it draws at once. */
  mounted = new Set();

  constructor(files) {
    this.#files = files;
  }

  /** The module, started. A failure is forgotten, so that one can try again. */
  load() {
    this.#started ??= this.#start().catch((error) => {
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  async #start() {
    // A browser may remember that an import failed, and a module that has stopped cannot start anew: the next attempt has
    // other addresses. By them its faults are told from those of the attempt before.
    if (!this.#attempts) watchErrors((error) => this.#stopIfTrapped(error));
    const attempt = this.#attempts++ && this.#attempts;
    // An address that holds its own content has no query, which would be content too.
    const next = (address) => address + (address.startsWith("data:") ? "#" : "?") + attempt;
    const [glue, wasm] = [this.#files.glue, this.#files.wasm].map((address) => (attempt ? next(address) : address));
    const file = get(wasm);
    file.catch(() => {});
    let module;
    try {
      // An address for the browser, not for the tools that join a page's scripts.
      module = await import(/* webpackIgnore: true */ /* @vite-ignore */ glue);
    } catch (error) {
      throw await Trouble.ofImport(glue, error);
    }
    try {
      await module.default({ module_or_path: await file });
    } catch (error) {
      throw Trouble.from(error, await file);
    }
    this.#origin = { glue, wasm: (await file).url };
    this.running = module;
    return module;
  }

  /** Calls into the module. */
  call(run) {
    try {
      return run();
    } catch (error) {
      this.#stopIfTrapped(error);
      throw error;
    }
  }

  /** A module that has trapped has stopped for good: the next to need it loads it anew. */
  #stopIfTrapped(error) {
    if (!this.#origin || !isTrapOf(error, this.#origin)) return;
    this.#started = undefined;
    this.#origin = null;
    this.running = null;
    const trouble = Trouble.from(error);
    // Once no call into it is under way any more.
    queueMicrotask(() => {
      for (const stopped of [...this.mounted]) stopped(trouble);
    });
  }
}

/** Draws the questions and the result, and tells everything about some answers. Follows while questions are answered. */
export const whole = new Module(FILES.whole);

/** Draws the questions: all that a first visit needs. */
export const questions = FILES.questions ? new Module(FILES.questions) : whole;

const texts = new Map();

/** The words of a language, as a module's settings name them. The whole takes those of the plan as well. */
export async function words(lang, module) {
  const [words, recordWords] = await Promise.all([FILES.words[lang], module === whole && FILES.record[lang]].map(text));
  return { words, recordWords };
}

function text(address) {
  return address && once(texts, address, async () => (await get(address, "words")).text());
}

/** Words that turned out to be of another build are to be fetched anew. */
export function forgetWords() {
  texts.clear();
}

const sheets = new Map();

/** The style sheet, one object for all elements. */
export function styles() {
  return once(sheets, "", async () => {
    const response = await get(FILES.styles);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await response.text());
    return sheet;
  });
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
