// The page that makes the snippet: the form in, the preview, the contrast and the code out. Its texts are in the page.

import { parse } from "./colour.js";
import { faint, isInk, readable, shown } from "./contrast.js";
import { chosen, faults, fragment, restore, settings, themes } from "./fields.js";
import { Preview } from "./preview.js";
import { PINNED, policy, rule, snippet } from "./snippet.js";

const main = document.querySelector("main");
const form = document.querySelector("#settings");
const view = document.querySelector("#view");
const lang = document.documentElement.lang;
/** The folder that serves the quiz: an empty reference would mean this page. */
const base = new URL(main.dataset.base || "./", location.href).href;
const integrity = JSON.parse(main.dataset.integrity);
const byId = (id) => document.getElementById(id);

const texts = new Map([...byId("said").content.children].map(({ dataset, textContent }) => [dataset.key, textContent]));
const say = (key, values = {}) => texts.get(key).replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What is said without the focus going there. The same words twice are said twice: a screen reader must see them go. */
function tell(place, text) {
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 50);
}

function make(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

const preview = new Preview(byId("stage"), base, lang);

/** The colour fields: the text, with the picker beside it. */
const colours = [...form.querySelectorAll(".builder-colour__text")].map((field) => {
  const [, name, dark] = /^--son-(.+?)(-dark)?$/.exec(field.name);
  return { field, name, theme: dark ? "dark" : "light", picker: field.previousElementSibling, label: field.dataset.label, original: field.placeholder };
});

/** Fields whose faults are shown: those that the publisher has left, or that a link has filled in. */
const left = new Set();

function draw() {
  // Only a frame offers it; the others are so by themselves.
  if (form.elements.way.value !== "frame" && form.elements.theme.value === "auto") form.elements.theme.value = "";
  const choices = chosen(form);
  const wrong = faults(choices);
  const chosenSettings = settings(choices);
  showFaults(wrong);
  showColours(choices, wrong);
  showContrast(choices);
  showCode(chosenSettings);
  const { screen, around, width } = Object.fromEntries(new FormData(view));
  byId("stage").dataset.width = width;
  preview.show(chosenSettings, screen, around);
  byId("other").hash = fragment(choices);
}

/** Draws what was changed, and puts it into the address: reloading, going back and sharing bring it again. */
function change() {
  draw();
  const { hash } = byId("other");
  try {
    history.replaceState(null, "", hash || location.pathname + location.search);
  } catch {
    // A browser refuses this when it is done too often; the next change will be in time.
  }
}

function showFaults(wrong) {
  for (const field of form.querySelectorAll("[aria-describedby]")) {
    const place = byId(`${field.name}-fault`);
    const fault = left.has(field.name) && wrong.get(field.name);
    if (fault) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const text = fault ? say(fault, { value: field.value.trim() }) : "";
    if (place.textContent !== text) place.textContent = text;
  }
}

/** The colours of a theme, by name: what was chosen, else the original. */
function palette(theme, choices) {
  return Object.fromEntries(colours.filter((colour) => colour.theme === theme)
    .map(({ name, field, original }) => [name, parse(choices.get(field.name) ?? "") ?? original]));
}

function showColours(choices, wrong) {
  const drawn = themes(choices);
  form.dataset.themes = drawn.join(" ");
  for (const { field, picker, theme, original } of colours) {
    field.disabled = picker.disabled = !drawn.includes(theme);
    picker.value = parse(field.value) ?? original;
  }
  for (const { field, name } of colours.filter(({ theme }) => theme === "light")) {
    const twin = `${field.name}-dark`;
    const button = byId(`${field.name}-derive`);
    if (button) button.hidden = drawn.length < 2 || !choices.has(field.name) || wrong.has(field.name) || choices.has(twin) || !isInk(name);
  }
}

let shownContrast = "";

function showContrast(choices) {
  const entries = themes(choices).flatMap((theme) => {
    const of = palette(theme, choices);
    return faint(of).map((entry) => ({ ...entry, theme, of }));
  });
  // The same warnings stay: a button about to be pressed is not to be replaced under the finger.
  const now = JSON.stringify(entries);
  if (now === shownContrast) return;
  shownContrast = now;
  byId("contrasts").replaceChildren(...entries.map(warning));
  byId("contrast-box").dataset.faint = entries.length;
  const text = say(entries.length === 0 ? "contrast.fine" : entries.length === 1 ? "contrast.one" : "contrast.many", { count: entries.length });
  if (byId("contrast-status").textContent !== text) byId("contrast-status").textContent = text;
  byId("code-contrast").hidden = entries.length === 0;
  byId("code-contrast").textContent = text;
}

/** One colour that is too faint, with the nearest that would do. */
function warning({ ink, on, ratio, least, fix, theme, of }) {
  const colour = colours.find((colour) => colour.name === ink && colour.theme === theme);
  const ground = colours.find((colour) => colour.name === on);
  const names = { ink: colour.label, ground: ground.label, theme: say(`theme.${theme}`) };
  const text = make("p", "", say("contrast.pair", { ...names, ratio: shown(ratio, lang), least: least.toLocaleString(lang) }));
  const entry = make("li", "builder-contrast", sample(of[ink], of[on]), text);
  if (!fix) {
    entry.append(make("p", "builder-contrast__way", say("contrast.none", names)));
    return entry;
  }
  const button = make("button", "builder-link builder-contrast__way", sample(fix, of[on]), make("span", "", say("contrast.take", { colour: fix })), make("span", "builder-hidden", ` ${say("contrast.for", names)}`));
  button.type = "button";
  button.addEventListener("click", () => {
    take(colour, fix);
    // The button is gone with its warning.
    colour.field.closest("details")?.setAttribute("open", "");
    colour.field.focus();
  });
  entry.append(button);
  return entry;
}

function sample(ink, ground) {
  const node = make("span", "builder-sample", "Aa");
  node.setAttribute("aria-hidden", "true");
  node.style.color = ink;
  node.style.backgroundColor = ground;
  return node;
}

function take({ field }, colour) {
  field.value = colour;
  change();
}

const kinds = new Map();

/** A block of code with its button: made once for each kind, so that the focus stays where it is. */
function block(kind) {
  if (kinds.has(kind)) return kinds.get(kind);
  const node = byId("block").content.firstElementChild.cloneNode(true);
  const [label, area, button, status] = ["label", "textarea", "button", "[role=status]"].map((selector) => node.querySelector(selector));
  label.textContent = say(`block.${kind}`);
  label.htmlFor = area.id = `code-${kind}`;
  button.append(make("span", "builder-hidden", ` ${say(`block.${kind}`)}`));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      tell(status, say("copy.done"));
    } catch {
      // Refused, or no clipboard at all: without https, in a sandbox.
      area.focus();
      area.select();
      tell(status, say("copy.refused"));
    }
  });
  const made = {
    node,
    write(text) {
      if (area.value === text) return;
      area.value = text;
      status.textContent = "";
    },
    /** As high as its text, where CSS alone cannot say so. */
    fit() {
      if (CSS.supports("field-sizing", "content")) return;
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + 2}px`;
    },
  };
  kinds.set(kind, made);
  return made;
}

function show(place, blocks) {
  const made = blocks.map(({ kind }) => block(kind).node);
  if (made.length !== place.children.length || made.some((node, at) => node !== place.children[at])) place.replaceChildren(...made);
  blocks.forEach(({ kind, text }) => block(kind).write(text));
  blocks.forEach(({ kind }) => block(kind).fit());
}

function showCode(now) {
  const { way, pinned, attributes, properties } = now;
  const of = attributes.find(([name]) => name === "lang")?.[1] ?? lang;
  // What forbids a line break has no place in code: editors show it as a strange sign.
  const title = texts.get(`quiz.${of}`).replaceAll("\u2060", "");
  const place = { base, page: of === "fr" ? base : `${base}${of}/`, title, integrity };
  show(byId("blocks"), snippet(now, place));
  for (const note of main.querySelectorAll("[data-for]")) note.hidden = !note.dataset.for.split(" ").includes(way);
  const file = PINNED[way];
  byId("pin").hidden = !integrity[file];
  for (const note of main.querySelectorAll("[data-pinned]")) note.hidden = !pinned || note.dataset.pinned !== way;
  const rules = policy(way, base);
  byId("strict").hidden = !rules;
  if (!rules) return;
  const needsRule = properties.length > 0 && way !== "frame";
  byId("strict-style").hidden = !needsRule;
  show(byId("strict-blocks"), [{ kind: "policy", text: rules }, ...(needsRule ? [{ kind: "rule", text: rule(properties) }] : [])]);
}

/** Reads the settings from the address. */
function open() {
  const refused = restore(form, location.hash);
  for (const { name } of form.elements) if (name) left.add(name);
  // What is set is not hidden.
  for (const details of form.querySelectorAll("details")) {
    const names = new Set([...details.querySelectorAll("[name]")].map(({ name }) => name));
    if ([...chosen(form).keys()].some((name) => names.has(name))) details.open = true;
  }
  byId("refused").hidden = refused.length === 0;
  if (refused.length) byId("refused").textContent = say("refused", { what: refused.join(", ").slice(0, 300) });
  draw();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  const colour = colours.find(({ picker }) => picker === target);
  if (colour) colour.field.value = target.value;
  // While one writes, nothing is wrong yet.
  else if (target.type === "text" || target.type === "url") left.delete(target.name);
  change();
});
form.addEventListener("change", ({ target }) => {
  if (!target.name) return;
  left.add(target.name);
  change();
});
form.addEventListener("focusout", ({ target }) => {
  if (!target.name?.startsWith("cta-")) return;
  left.add(target.name);
  change();
});
for (const button of form.querySelectorAll("[data-derive]")) {
  button.addEventListener("click", () => {
    const light = colours.find(({ field }) => field.name === button.dataset.derive);
    const dark = colours.find(({ name, theme }) => name === light.name && theme === "dark");
    take(dark, readable(dark.name, parse(light.field.value), palette("dark", chosen(form))) ?? dark.original);
    dark.field.focus();
  });
}
byId("originals").addEventListener("click", () => {
  for (const { field } of colours) field.value = "";
  change();
  byId("originals-status").textContent = "";
  tell(byId("originals-status"), say("reset.done"));
});
// The fragment is taken by the settings.
for (const link of main.querySelectorAll("a[href^='#']")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = document.querySelector(link.getAttribute("href"));
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}
view.addEventListener("change", draw);
addEventListener("hashchange", open);
addEventListener("resize", () => kinds.forEach((made) => made.fit()));
// Hidden blocks have no height to measure.
byId("strict").addEventListener("toggle", () => kinds.forEach((made) => made.fit()));
open();
