// The quiz's own page, and the links that open a result there: `…/#r=CODE`. No server is told of a fragment.

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

/** The code in the page's address. Only where the page is the quiz's own: a host's address is none of our business. */
export function arrivedCode(element) {
  return isOwn(element) && /^#r=(.+)/.exec(location.hash)?.[1];
}

/** What came by a link is dealt with: a reload does not open it again. */
export function forgetCode(element) {
  if (arrivedCode(element)) history.replaceState(null, "", location.href.split("#")[0]);
}

// Written by the build into the page that is ours.
function isOwn(element) {
  return element.hasAttribute("data-own-page");
}
