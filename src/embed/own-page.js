// The quiz's own page, and the links that open a result there: `…/#r=CODE`. No server is told of a fragment.

import { takeDrops } from "./drop.js";

/* global PAGE -- whether the quiz's own page lies beside the module, written in by the build */

/** The address of the quiz's own page; none where it is not known. */
export function ownPage(lang) {
  return PAGE && new URL(lang === "fr" ? "./" : `${lang}/`, import.meta.url).href;
}

/** The address of a result, up to its code. On the quiz's own page, its own address. */
export function addressOf(element, lang) {
  const page = isOwn(element) ? location.href.split("#")[0] : ownPage(lang);
  return page && `${page}#r=`;
}

/** The page that compares results; none where it is not known. */
export function comparisonPage(lang) {
  const page = ownPage(lang);
  return page && new URL("compare.html", page).href;
}

/** The code in the page's address. Only where the page is the quiz's own: a host's address is none of our business. */
export function arrivedCode(element) {
  return isOwn(element) && /^#r=(.+)/.exec(location.hash)?.[1];
}

/** What came by a link is dealt with: a reload does not open it again. */
export function forgetCode(element) {
  if (arrivedCode(element)) history.replaceState(null, "", location.href.split("#")[0]);
}

/** Whether files can be saved. A sandboxed frame is seldom let, and is not told. A page from a disk is nobody's too, and is. */
export function saves() {
  return parent === self || self.origin !== "null";
}

/** Whether to print the page is to print the result: the quiz has it to itself. A sandboxed frame may have no dialogs. */
export function prints(element) {
  return element.matches("[data-own-page], [data-own-frame]") && saves();
}

/**
 * Opens a file that is dropped on the quiz; on its own page anywhere, since a file that missed it would take the page's place,
 * by the page's own field, and a link pasted in place of its address. Aborting what it gives ends that.
 */
export function takeArrivals(element) {
  const taking = new AbortController();
  const { signal } = taking;
  const open = ([file]) => { if (file) element.open(file); };
  takeDrops(isOwn(element) ? document : element, open, { signal });
  // A link changes nothing but the fragment, which is read when the page opens.
  if (isOwn(element)) addEventListener("hashchange", () => location.reload(), { signal });
  const field = isOwn(element) && document.querySelector(".page-open input");
  if (field) {
    field.closest(".page-open").hidden = false;
    field.addEventListener("change", () => {
      open([...field.files]);
      // The same file may be chosen again.
      field.value = "";
    }, { signal });
  }
  return taking;
}

// Written by the build into the page that is ours.
function isOwn(element) {
  return element.hasAttribute("data-own-page");
}
