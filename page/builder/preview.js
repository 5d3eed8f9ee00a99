// The quiz as the publisher's readers will see it: the real element, or the real frame.

import { frameAddress } from "./snippet.js";

/** A shop that has answered everything: a result with all of its parts. */
const ANSWERS = JSON.stringify({
  who: "shop", sector: "local", presence: "none", goals: ["visibility", "retain"], strategy: "written", measure: "counts",
  ages: ["25-34", "35-49", "50-64"], area: "local", audience: "many", talk: "some", welcome: "curious", value: "useful",
  formats: ["photo", "short_video"], values: "fine", hours: 4, runner: "assigned", skills: "basic", constancy: "year",
  replies: "day", budget: 50,
});

export class Preview {
  #stage;
  #base;
  #lang;
  #shown = null;
  #drawn = "";
  #wait;

  /** `stage`: where it is drawn; `base`: the folder that serves the quiz; `lang`: of this page. */
  constructor(stage, base, lang) {
    this.#stage = stage;
    this.#base = base;
    this.#lang = lang;
    addEventListener("message", ({ source, data }) => {
      if (this.#shown?.contentWindow === source && data?.type === "social-or-not-height" && data.height > 0) {
        this.#shown.style.height = `${Math.ceil(data.height)}px`;
      }
    });
  }

  /** Draws the quiz with these settings. `screen`: question or result; `theme`: the one that the page around it has. */
  show(settings, screen, theme) {
    this.#stage.dataset.theme = theme;
    // Nothing is kept of what is tried here, and the headings go on from those of this page.
    const own = settings.attributes.filter(([name]) => !["storage", "heading-level", "share-detail"].includes(name));
    const attributes = new Map([["lang", this.#lang], ...own, ["storage", "none"], ["heading-level", "3"]]);
    if (screen === "result") attributes.set("answers", ANSWERS);
    if (settings.way === "frame") this.#showFrame({ attributes, properties: settings.properties });
    else if (settings.way === "address") this.#showFrame({ attributes: this.#plain(attributes), properties: [] });
    else this.#showElement(attributes, settings.properties);
  }

  /** An address alone takes no settings along. */
  #plain(attributes) {
    return [...attributes].filter(([name]) => ["lang", "storage", "answers"].includes(name));
  }

  #showElement(attributes, properties) {
    // Answers count at the start only.
    const kind = `element ${attributes.get("answers")}`;
    if (this.#drawn !== kind) this.#replace(kind, document.createElement("social-or-not"));
    const element = this.#shown;
    for (const name of element.getAttributeNames()) if (name !== "style" && !attributes.has(name)) element.removeAttribute(name);
    for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    element.style.cssText = "";
    for (const [name, value] of properties) element.style.setProperty(name, value);
    if (!element.isConnected) this.#stage.replaceChildren(element);
  }

  #showFrame(settings) {
    const address = frameAddress(this.#base, settings);
    if (this.#drawn === address) return;
    const isFirst = !(this.#shown instanceof HTMLIFrameElement);
    const frame = document.createElement("iframe");
    frame.title = this.#stage.dataset.title;
    frame.src = address;
    clearTimeout(this.#wait);
    // A frame starts anew with every change: not with every letter.
    this.#wait = setTimeout(() => {
      if (this.#drawn !== address) return;
      frame.style.height = this.#shown?.style.height || "640px";
      this.#shown = frame;
      this.#stage.replaceChildren(frame);
    }, isFirst ? 0 : 400);
    this.#drawn = address;
  }

  #replace(kind, node) {
    clearTimeout(this.#wait);
    this.#drawn = kind;
    this.#shown = node;
  }
}
