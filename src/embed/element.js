// The custom element <social-or-not>: attributes in, events out. What is inside is drawn by the WebAssembly module.

import { ATTRIBUTES, language, choice } from "./attributes.js";
import { today } from "./day.js";
import { forgetWords, questions as start, styles, whole, words } from "./module.js";
import { note } from "./note.js";
import { addressOf, arrivedCode, comparisonPage, forgetCode, prints, saves, takeArrivals } from "./own-page.js";
import { contentOf, follow, forget, keep, parse, restore, unfollow } from "./record.js";
import { Ahead } from "./takeover.js";
import { Trouble } from "./trouble.js";

const TAG = "social-or-not";

// Keeps the place while files arrive: about the height of a first question.
const PLACE = ":host{display:block}@media screen{:host(:not([hidden])){min-block-size:30rem}}";

// The module may be imported where there is no page, for `evaluate` alone.
const Base = globalThis.HTMLElement ?? class {};

export class SocialOrNot extends Base {
  static observedAttributes = ATTRIBUTES;

  #base;
  #slot;
  #ahead;
  #linked;
  #near;
  /** What draws, and the module that it belongs to. */
  #quiz;
  #drawing;
  #lang;
  #turn = 0;
  /** Sees the page, or something around the element, change its language. */
  #around = new MutationObserver(() => this.attributeChangedCallback("lang"));
  #ready = false;
  /** The session as it was last told, and what was last seen to be kept. */
  #record = null;
  #seen = null;
  #keeping;
  /** What is in a file that the reader opened, until they have decided on it. Undefined: there is none. */
  #file;
  #taking;
  #answers = null;
  #updating = false;
  /** Called when the module, which all elements of a page share, has stopped. */
  #stopped = (trouble) => this.#fail(trouble);
  #follow = () => this.#catchUp();

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#slot = document.createElement("slot");
    this.#base = root.querySelector("#mount");
    // A page rendered ahead brings its own link to the styles.
    this.#linked = Boolean(root.querySelector("link[rel=stylesheet]"));
    if (this.#base) {
      this.#ahead = new Ahead(this.#base);
    } else {
      this.#base = document.createElement("div");
      this.#base.id = "mount";
      root.append(this.#slot, this.#base);
    }
  }

  connectedCallback() {
    // Set by a script before this class was there.
    for (const name of ["answers", ...Object.keys(PROPERTIES)]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#quiz || this.#near) return;
    follow(this.#follow);
    this.#taking = takeArrivals(this);
    if (!this.#ahead && !this.#hasFallback()) this.shadowRoot.adoptedStyleSheets = [sheetOf(PLACE)];
    this.#near = whenNear(this, () => this.#mount());
  }

  disconnectedCallback() {
    // Being moved is leaving and coming back: only who stays away is taken down.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#near?.disconnect();
      this.#near = undefined;
      unfollow(this.#follow);
      this.#taking.abort();
      this.#unmount();
    });
  }

  attributeChangedCallback(name, before, after) {
    if ((before && before === after) || !this.#quiz) return;
    if (name === "storage") this.#moveIn();
    if (this.#updating) return;
    this.#updating = true;
    // Several attributes set in a row are one change.
    queueMicrotask(() => {
      this.#updating = false;
      this.#update();
    });
  }

  /** The answers as a plain object, by the ids of questions and options. Setting it replaces them all. */
  get answers() {
    return this.#quiz ? JSON.parse(this.#drawing.call(() => this.#quiz.answers())) : { ...this.#answers };
  }

  set answers(answers) {
    if (this.#quiz) {
      this.#drawing.call(() => this.#quiz.set_answers(answers ?? {}));
    } else {
      this.#answers = answers ?? {};
    }
  }

  /**
   * The report on the answers, as `evaluate` gives it. Null while there is no answer, and until the module that reckons it has
   * arrived: it is there with the first `social-or-not-verdict`.
   */
  get report() {
    return JSON.parse(this.#known("evaluate"));
  }

  /** The address that opens these answers on the quiz's own page, likewise. Null too where that page is not known. */
  get link() {
    const address = addressOf(this, this.#lang);
    const code = address && this.#known("code");
    return code ? address + code : null;
  }

  /** What a function of the whole says of the answers; null while there is none, and until it has arrived. */
  #known(name) {
    if (!this.#quiz || !whole.running) return null;
    const answers = this.answers;
    if (Object.keys(answers).length === 0) return null;
    const options = JSON.parse(this.#drawing.call(() => this.#quiz.options()));
    return whole.call(() => whole.running[name](answers, { ...options, today: today() }));
  }

  /** Back to the first question, with no answers. */
  restart() {
    if (this.#quiz) {
      this.#drawing.call(() => this.#quiz.restart());
    } else {
      this.#answers = {};
    }
  }

  /** Opens answers that were saved to a file: a `Blob`, or its text. Whoever has other answers is asked first, and keeps theirs. */
  async open(file) {
    this.#file = await contentOf(file);
    if (this.#quiz) await this.#replace(() => ({ ...this.#opening(), ...this.#arrival(), focus: true }), whole);
  }

  async #mount() {
    const turn = ++this.#turn;
    const lang = language(this);
    choice(this, "theme");
    // While nothing was drawn here, another tab may have gone on.
    const kept = restore(choice(this, "storage"));
    if (kept !== undefined && kept !== this.#seen) this.#record = null;
    try {
      const module = this.#module();
      const [, text, sheet] = await Promise.all([module.load(), words(lang, module), this.#linked ? null : styles()]);
      // Taken out of the page, or begun anew, while files were on their way.
      if (turn !== this.#turn) return;
      // Answered by a script meanwhile.
      if (module !== this.#module()) return this.#mount();
      if (sheet) this.shadowRoot.adoptedStyleSheets = [sheet];
      const ahead = this.#ahead?.take();
      this.#ahead = undefined;
      this.#draw(module, lang, { ...text, ...this.#opening(), ...this.#arrival(), tap: ahead?.tap }, ahead);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** The module that what the reader starts from calls for. */
  #module() {
    if (whole.running || this.#answers || this.#file !== undefined || arrivedCode(this) || this.getAttribute("answers")) return whole;
    return isResult(this.#kept()) ? whole : start;
  }

  /** Another tab, or another quiz of the page, went on with what is kept: so does this one. */
  #catchUp() {
    if (!this.#quiz) return;
    const kept = restore(choice(this, "storage"));
    if (kept === undefined || kept === this.#seen) return;
    this.#record = this.#answers = null;
    this.#keeping = kept && "elsewhere";
    const hasFocus = this.shadowRoot.activeElement !== null;
    this.#replace(() => ({ ...this.#opening(), ...this.#arrival(), focus: hasFocus || undefined }), this.#module());
  }

  /** The publisher has chosen another storage, once the reader agreed for instance: what is kept there is gone on with. */
  #moveIn() {
    if (restore(choice(this, "storage"))) this.#catchUp();
    else if (this.#record) this.#keep(this.#record);
  }

  /** Draws anew, from another opening: what is on the screen stays until its files are there. */
  async #replace(opening, module) {
    const turn = ++this.#turn;
    const lang = this.#lang;
    try {
      const [, text] = await Promise.all([module.load(), words(lang, module)]);
      if (turn !== this.#turn) return;
      this.#erase();
      this.#draw(module, lang, { ...text, ...opening() });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #draw(module, lang, opening, ahead) {
    this.#drawing = module;
    this.#lang = lang;
    const settings = { ...this.#settings(), ...opening };
    this.#quiz = module.call(() => new module.running.Quiz(this.#base, settings, (name, ...rest) => this.#on(name, ahead, ...rest)));
    module.mounted.add(this.#stopped);
    this.#around.observe(document, { subtree: true, attributeFilter: ["lang"] });
    // Changed while files were on their way.
    if (language(this) !== lang) this.#update();
  }

  /** What the reader starts from: what a script set, to be kept in the place of what was; else that; else what the publisher proposes. */
  #opening() {
    this.#seen = restore(choice(this, "storage"));
    if (this.#answers) return { record: this.#kept(), answers: this.#answers, replaces: true };
    let preset;
    try {
      preset = JSON.parse(this.getAttribute("answers") ?? "null") ?? undefined;
    } catch {
      this.#warn(new Trouble("answers", "the attribute `answers` is not JSON"));
    }
    return { record: this.#kept(), answers: preset };
  }

  /** What came from elsewhere, until the reader has decided on it. */
  #arrival() {
    return { code: arrivedCode(this), file: this.#file };
  }

  /** The session as it was last told, else as it was kept on an earlier visit. */
  #kept() {
    const record = this.#record ?? restore(choice(this, "storage"));
    return record ? parse(record) : undefined;
  }

  #settings() {
    const cta = { label: this.ctaLabel, href: this.ctaHref, name: this.ctaName, text: this.ctaText };
    return {
      lang: this.#lang,
      level: Number(choice(this, "heading-level")),
      today: today(),
      cta: cta.label && cta.href ? cta : undefined,
      address: addressOf(this, this.#lang),
      comparison: comparisonPage(this.#lang),
      prints: prints(this) || undefined,
      saves: saves() || undefined,
      keeping: this.#keeping,
    };
  }

  async #update() {
    choice(this, "theme");
    const lang = language(this);
    try {
      const text = lang === this.#lang ? undefined : await words(lang, this.#drawing);
      if (!this.#quiz || language(this) !== lang) return;
      this.#lang = lang;
      this.#drawing.call(() => this.#quiz.update({ ...this.#settings(), ...text }));
    } catch (error) {
      const trouble = Trouble.from(error);
      // The quiz goes on in the language it had, unless it has stopped altogether.
      if (trouble.reason !== "panic") this.#warn(trouble);
    }
  }

  #unmount() {
    this.#turn++;
    this.#ready = false;
    if (this.#quiz) this.#erase();
  }

  /** Takes what is drawn out of the page. */
  #erase() {
    const [quiz, module] = [this.#quiz, this.#drawing];
    this.#quiz = undefined;
    module.mounted.delete(this.#stopped);
    this.#renewBase();
    module.call(() => {
      quiz.destroy();
      quiz.free();
    });
  }

  /** Yew leaves its listeners on the node that it drew in: the next one gets a node of its own, and listens around itself anew. */
  #renewBase() {
    this.#around.disconnect();
    const base = this.#base.cloneNode(false);
    this.#base.replaceWith(base);
    this.#base = base;
  }

  /** What the module tells. */
  #on(name, ahead, text, flag) {
    switch (name) {
      case "ready":
        if (this.#ready) return;
        this.#ready = true;
        this.#slot.remove();
        ahead?.giveFocusBack(this.#base);
        if (Object.keys(this.answers).length > 0) prefetch(this.#lang);
        return this.#dispatch("ready");
      case "changed":
        prefetch(this.#lang);
        forgetCode(this);
        this.#answers = null;
        this.#file = undefined;
        this.#keep(text);
        // The questions have come to the result: the whole goes on.
        if (this.#drawing !== whole && isResult(this.#kept())) this.#replace(() => ({ record: this.#kept(), continues: !flag || undefined }), whole);
        return;
      case "unread":
        this.#warn(new Trouble("storage", `what was kept here cannot be read: ${text}`));
        // The questions alone cannot tell the reader.
        if (this.#drawing !== whole) this.#replace(() => this.#opening(), whole);
        return;
      case "erased":
        this.#record = this.#seen = null;
        this.#file = undefined;
        forgetCode(this);
        forget();
        return this.#dispatch("restart");
      case "start":
      case "restart":
        return this.#dispatch(name);
      case "answer":
        // The question, never the answer.
        return this.#dispatch(name, { question: text });
      case "verdict": {
        const detail = { verdict: text, first: flag };
        if (choice(this, "share-detail") === "report") detail.report = this.report;
        return this.#dispatch(name, detail);
      }
      case "fault":
        this.#answers = null;
        return this.#warn(new Trouble("answers", text));
      case "open": {
        const [file] = this.shadowRoot.querySelector("input[type=file]").files;
        return file && this.open(file);
      }
      default:
        return this.#handOn(name, text);
    }
  }

  /** To copy, to send, to print or to save: functions that come with the whole. */
  async #handOn(name, extension) {
    const tell = (notice = "") => whole.call(() => this.#quiz?.notice(notice));
    // Told anew, what is said twice is heard twice.
    tell();
    if (name === "save") {
      const content = extension ? whole.call(() => this.#quiz.file(extension)) : this.#seen;
      tell(await whole.running.save(this.shadowRoot, `social-or-not-${today()}`, extension || "txt", content));
    } else {
      tell(await whole.running[name](this.shadowRoot));
    }
  }

  #keep(record) {
    this.#record = this.#seen = record;
    const keeping = keep(choice(this, "storage"), record) ? undefined : "nowhere";
    // What is kept nowhere is not seen there.
    if (choice(this, "storage") === "none") this.#seen = null;
    if (keeping === this.#keeping) return;
    this.#keeping = keeping;
    // Not within what it is telling.
    queueMicrotask(() => this.#quiz && this.#drawing.call(() => this.#quiz.update(this.#settings())));
  }

  /** Something small went wrong: the quiz goes on. */
  #warn(trouble) {
    console.warn(trouble.line);
    this.#dispatch("error", trouble.detail);
  }

  /** The quiz cannot go on. The publisher's own text comes back, or a note takes its place. */
  #fail(error) {
    const trouble = Trouble.from(error);
    if (trouble.reason === "words") forgetWords();
    console.error(trouble.line, error);
    // Broken code is not to be called again, not even to tidy up.
    this.#turn++;
    this.#quiz = undefined;
    this.#ready = false;
    this.#drawing?.mounted.delete(this.#stopped);
    this.#ahead = undefined;
    this.#renewBase();
    if (!this.#linked) this.shadowRoot.adoptedStyleSheets = [];
    const retry = () => this.#mount();
    if (this.#hasFallback()) {
      this.shadowRoot.prepend(this.#slot);
    } else {
      this.#base.append(note(language(this), trouble.reason, retry));
      styles().then((sheet) => { if (!this.#linked) this.shadowRoot.adoptedStyleSheets = [sheet]; }, () => {});
    }
    this.#dispatch("error", trouble.detail);
  }

  #hasFallback() {
    return this.childElementCount > 0 || this.textContent.trim() !== "";
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** Attributes that are properties too: `theme`, `ctaLabel`… `lang` is one of every element's. */
const PROPERTIES = Object.fromEntries(
  ATTRIBUTES.filter((name) => name !== "lang" && name !== "answers").map((name) => [name.replace(/-(.)/g, (_, sign) => sign.toUpperCase()), name]),
);
for (const [property, attribute] of Object.entries(PROPERTIES)) {
  Object.defineProperty(SocialOrNot.prototype, property, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(attribute) ?? ""; },
    set(value) { value === null || value === undefined ? this.removeAttribute(attribute) : this.setAttribute(attribute, value); },
  });
}

/** The report on a set of answers, without any interface. Rejects with an error that names question and value. */
export async function evaluate(answers = {}, options = {}) {
  const module = await whole.load();
  return JSON.parse(whole.call(() => module.evaluate(answers, options)));
}

/** The questions with their texts, in a language; without one, in the page's or the browser's. */
export async function questions(lang) {
  const of = language(null, lang);
  const [module, text] = await Promise.all([whole.load(), words(of)]);
  return JSON.parse(whole.call(() => module.questions(of, text.words)));
}

/** Whether a kept session is past the questions. */
function isResult(record) {
  return record?.at === "result" || record?.at === "answers";
}

/** Fetches the whole ahead of its need. Where it does not arrive, whoever needs it will say so. */
function prefetch(lang) {
  Promise.all([whole.load(), words(lang, whole)]).catch(() => {});
}

/** Calls back once the element is within a screen's margin; an element that is in view need not wait for a frame. */
function whenNear(element, callback) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    callback();
  }, { rootMargin: "300px" });
  observer.observe(element);
  return observer;
}

function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

if (globalThis.customElements) {
  if (customElements.get(TAG)) {
    console.warn(`${TAG}: the page has this element already; the first one stays`);
  } else {
    customElements.define(TAG, SocialOrNot);
  }
}
