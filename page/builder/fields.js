// The form: what was chosen, what is wrong with it, and the fragment that holds it.

import { parse } from "./colour.js";

const RADIUS = 24;

/** The controls by their name; of radio buttons, the group. */
const controls = (form) => new Map([...form.elements].filter(({ name }) => name).map(({ name }) => [name, form.elements[name]]));

const isGroup = (control) => control instanceof RadioNodeList;

/** What a control says when nobody has touched it. */
function original(control) {
  if (isGroup(control)) return [...control].find((radio) => radio.defaultChecked).value;
  return control.type === "checkbox" ? "" : control.defaultValue;
}

const value = (control) => (control.type === "checkbox" ? (control.checked ? "on" : "") : control.value.trim());

/** What differs from the defaults, by name, in the order of the form. */
export function chosen(form) {
  return new Map([...controls(form)].map(([name, control]) => [name, value(control), original(control)])
    .filter(([, value, original]) => value !== original));
}

/** The fragment that holds the choices. */
export const fragment = (choices) => [...choices].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");

/** Sets the form as a fragment says. Returns what it could not take: `name=value`. */
export function restore(form, text) {
  form.reset();
  const all = controls(form);
  const refused = [];
  for (const [name, value] of new URLSearchParams(text.replace(/^#/, "").replaceAll("+", "%2B"))) {
    const control = all.get(name);
    const fits = control && (isGroup(control) ? [...control].some((radio) => radio.value === value)
      : control.type === "checkbox" ? value === "on" : true);
    if (!fits) refused.push(`${name}=${value}`);
    else if (control.type === "checkbox") control.checked = true;
    // Texts are taken as they are: what is wrong with them is said beside the field.
    else control.value = control.maxLength > 0 ? value.slice(0, control.maxLength) : value;
  }
  return refused;
}

/** What is wrong, by the name of the field: the key of a text. */
export function faults(choices) {
  const found = new Map();
  for (const [name, value] of choices) {
    if (name === "--son-radius" && radius(value) === null) found.set(name, "fault.radius");
    else if (name.startsWith("--son-") && name !== "--son-radius" && !parse(value)) found.set(name, "fault.colour");
  }
  const [label, href] = [choices.get("cta-label"), choices.get("cta-href")];
  if (href && !isAddress(href)) found.set("cta-href", "fault.address");
  else if (label && !href) found.set("cta-href", "fault.no_address");
  if (!label && (href || choices.get("cta-name") || choices.get("cta-text"))) found.set("cta-label", "fault.no_label");
  return found;
}

/** `8` and `8px` as `8px`; null for what is no corner. */
function radius(text) {
  const size = /^(\d+)\s*(px)?$/.exec(text)?.[1];
  return size && Number(size) <= RADIUS ? `${Number(size)}px` : null;
}

/** The quiz shows no address of another kind. */
function isAddress(text) {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** The themes in which the quiz is ever shown. A frame cannot see the page around it: it is light unless it is told. */
export function themes(choices) {
  const chosen = choices.get("theme") ?? (choices.get("way") === "frame" ? "light" : "auto");
  return chosen === "auto" ? ["light", "dark"] : [chosen];
}

/**
 * The choices as the quiz takes them: attributes and custom properties, the faulty left out. A theme that is never shown needs
 * no colours, and a call to action needs its label and its address.
 */
export function settings(choices) {
  const wrong = faults(choices);
  const way = choices.get("way") ?? "module";
  const shown = themes(choices);
  const isShown = (name) => name === "--son-radius" || shown.includes(name.endsWith("-dark") ? "dark" : "light");
  const calls = choices.get("cta-label") && choices.get("cta-href") && !wrong.has("cta-href");
  const isWritten = (name, value) => {
    if (name === "theme") return value !== (way === "frame" ? "light" : "auto");
    return !OURS.includes(name) && (calls || !name.startsWith("cta-"));
  };
  const entries = [...choices].filter(([name]) => !wrong.has(name));
  return {
    way,
    pinned: choices.has("pinned"),
    attributes: entries.filter(([name, value]) => !name.startsWith("--") && isWritten(name, value)),
    properties: entries.filter(([name]) => name.startsWith("--") && isShown(name))
      .map(([name, value]) => [name, name === "--son-radius" ? radius(value) : parse(value)]),
  };
}

/** The settings of this page, not of the quiz. */
const OURS = ["way", "pinned"];
