// The page inside a frame, `embed.html`: takes the publisher's options from the fragment, tells the window around it the height
// and what happens, and keeps links usable where the frame may open nothing.

import { language } from "./attributes.js";
import { apply, read } from "./fragment.js";
import { Height } from "./height.js";
import { Trouble } from "./trouble.js";

const EVENTS = ["ready", "start", "answer", "verdict", "restart", "error"].map((name) => `social-or-not-${name}`);

const root = document.documentElement;
const quiz = document.querySelector("social-or-not");
const options = read(location.hash.slice(1));

// The publisher's language, else the reader's: the page itself is in none yet.
root.removeAttribute("lang");
apply(options, quiz);
root.lang = language(quiz);
// What the page around looks like cannot be seen from here: most have one theme, the light one.
root.style.colorScheme = { auto: "light dark", dark: "dark" }[quiz.getAttribute("theme")] ?? "light";
const texts = document.querySelector(`.page-frame__foot[lang=${root.lang}]`);
document.querySelectorAll(".page-frame__foot").forEach((foot) => foot === texts ? (foot.hidden = false) : foot.remove());

// The way to the quiz's own page takes the answers along.
const own = texts.querySelector("a");
const { href } = own;
for (const type of ["pointerover", "pointerdown", "focusin", "click"]) {
  own.addEventListener(type, () => { own.href = quiz.link ?? href; });
}

if (parent !== window) {
  new Height(parent, options.marks);
  for (const type of EVENTS) {
    quiz.addEventListener(type, ({ detail }) => parent.postMessage({ type, detail }, "*"));
  }
}

// A sandboxed frame may have been refused new windows, and then a link does nothing at all.
if (self.origin === "null") {
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node.localName === "a" && node.href);
    if (!link) return;
    event.preventDefault();
    // WordPress goes to pages of the frame's own host.
    const secret = options.marks.get("secret");
    if (secret) parent.postMessage({ message: "link", value: link.href, secret }, "*");
    if (!opens(link.href)) showAddress(link.href, event.pageY || link.getBoundingClientRect().bottom + scrollY);
  });
}

/** Whether a window of its own opens for an address. Refused, it is null in one browser and an error in another. */
function opens(address) {
  try {
    const opened = open(address, "_blank");
    opened.opener = null;
    return true;
  } catch {
    return false;
  }
}

/** An address to copy, below the link that could not be followed. */
function showAddress(address, top) {
  const box = texts.querySelector("output");
  const field = box.querySelector("input");
  box.hidden = false;
  // The frame is no higher than its page: what lies below is cut.
  const { height } = document.body.getBoundingClientRect();
  box.style.top = `${Math.max(0, Math.min(top, height - box.offsetHeight))}px`;
  field.value = address;
  field.focus();
  field.select();
}

const module = new URL("social-or-not.js", location.href.split(/[?#]/)[0]).href;
import(module).catch(async (error) => {
  const trouble = await Trouble.ofImport(module, error);
  console.error(trouble.line, error);
  texts.querySelector(".page-frame__fault").hidden = false;
  quiz.dispatchEvent(new CustomEvent("social-or-not-error", { detail: trouble.detail }));
});
