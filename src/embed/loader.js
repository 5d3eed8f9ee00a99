// A classic script for hosts that take no module: `<script src="…/embed.js" async></script>`. It needs no permission of its own
// to be read across origins, brings the element, and puts one in the place of every <div data-social-or-not>, for hosts that
// strip tags they do not know.

import { ATTRIBUTES } from "./attributes.js";
import { Trouble } from "./trouble.js";

const MARK = "data-social-or-not";

// Known only while the script first runs.
const here = document.currentScript?.src;

/** `<div data-social-or-not data-lang="fr">` as `<social-or-not lang="fr">`; what stands inside is the fallback still. */
function upgrade(place) {
  const element = document.createElement("social-or-not");
  // No others: what a host's cleaning leaves of a stranger's text may be `data-onfocus`.
  for (const name of ATTRIBUTES) {
    const value = place.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  // Colours set on the tag; where the page's policy refuses them, there are none to keep.
  if (place.style.length) element.style.cssText = place.style.cssText;
  element.append(...place.childNodes);
  place.replaceWith(element);
}

const upgradeAll = () => document.querySelectorAll(`[${MARK}]`).forEach(upgrade);

if (here) {
  const module = new URL("social-or-not.js", here).href;
  import(module).then(upgradeAll, async (error) => {
    // The publisher's own text stays.
    const trouble = await Trouble.ofImport(module, error);
    console.error(trouble.line, error);
    dispatchEvent(new CustomEvent("social-or-not-error", { detail: trouble.detail }));
  });
  // Written into the page later: by its own scripts, or by the rest of the document.
  new MutationObserver(() => customElements.get("social-or-not") && upgradeAll()).observe(document, { childList: true, subtree: true });
}
