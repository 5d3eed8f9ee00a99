// What a publisher may write behind the `#` of a frame's address: the element's attributes, and custom properties.

import { ATTRIBUTES } from "./attributes.js";

// Nothing that fetches, or that reads what the page has.
const REFUSED = /url|image|var|attr|env/i;

/** The property of CSS that says which values a custom property may have. */
function kindOf(name) {
  if (name.endsWith("font")) return "font-family";
  if (name.endsWith("weight")) return "font-weight";
  return /size|radius|bleed|measure/.test(name) ? "width" : "color";
}

/**
 * `#lang=fr&--son-accent=%238a2b06#?secret=abc` as attributes and custom properties by name, and marks: what hosts write
 * behind, on their own.
 */
export function read(fragment) {
  const attributes = new Map();
  const properties = new Map();
  const marks = new Map();
  for (const part of fragment.split("#")) {
    for (const [name, value] of new URLSearchParams(part)) {
      if (ATTRIBUTES.includes(name)) attributes.set(name, value);
      else if (name.startsWith("--son-")) properties.set(name, value);
      else marks.set(name, value);
    }
  }
  return { attributes, properties, marks };
}

/** Gives the element what the publisher wrote. */
export function apply({ attributes, properties }, element) {
  for (const [name, value] of attributes) element.setAttribute(name, value);
  for (const [name, value] of properties) {
    const kind = kindOf(name);
    if (!REFUSED.test(value) && CSS.supports(kind, value)) element.style.setProperty(name, value);
    else console.warn(`social-or-not: ${name}=${value} is no ${kind}`);
  }
}
