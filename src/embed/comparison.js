// The page that compares results: what it is opened on, the files that are chosen or dropped, and its address. What is inside is
// drawn by a WebAssembly module of its own.

import { today } from "./day.js";
import { takeDrops } from "./drop.js";
import { whole as module, words } from "./module.js";
import { note } from "./note.js";
import { contentOf, parse, restore } from "./record.js";
import { Trouble } from "./trouble.js";

const { lang } = document.documentElement;
const host = document.querySelector("#comparison");
const other = document.querySelector("#other");
// Where a browser does not know a shadow root that is written into the page.
const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
if (!root.firstChild) root.append(host.querySelector("template").content);

let comparison;
/** Files that came before the page was ready. */
let waiting = [];

other.hash = location.hash;
// Pasted in place of the page's address.
addEventListener("hashchange", () => location.reload());

root.addEventListener("change", ({ target }) => {
  if (target.type !== "file") return;
  bring([...target.files]);
  // The same file may be chosen again.
  target.value = "";
});

takeDrops(globalThis, bring, { over: (isOver) => host.toggleAttribute("data-drop", isOver) });

module.mounted.add(fail);
start();

async function start() {
  try {
    const [, text] = await Promise.all([module.load(), words(lang, module)]);
    const field = root.querySelector("input[name=link]");
    const [typed, hadFocus] = [field?.value, field && root.activeElement === field];
    const mount = renewed();
    const settings = { ...text, lang, today: today(), fragment: location.hash.slice(1), typed, record: parse(restore("local")) ?? undefined };
    const ready = () => {
      if (hadFocus) root.querySelector("input[name=link]").focus();
      host.toggleAttribute("data-ready", true);
    };
    comparison = module.call(() => new module.running.Comparison(mount, settings, ready, changed));
    hand(waiting.splice(0));
  } catch (error) {
    fail(Trouble.from(error));
  }
}

/** The results are others: the page's address opens these, and so does that of its other language. */
function changed(fragment) {
  const hash = fragment && `#${fragment}`;
  history.replaceState(null, "", location.pathname + location.search + hash);
  other.hash = hash;
}

async function bring(files) {
  hand(await Promise.all(files.map(async (file) => ({ name: file.name, content: await contentOf(file) }))));
}

function hand(files) {
  if (!comparison) waiting.push(...files);
  else if (files.length) module.call(() => comparison.bring(files));
}

/** The page cannot go on. Its results are in its address still. */
function fail(trouble) {
  console.error(trouble.line, trouble);
  comparison = undefined;
  renewed().replaceChildren(note(lang, trouble.reason, start));
}

/** Yew leaves its listeners on the node that it drew in: the next one draws in a node of its own. */
function renewed() {
  const mount = root.querySelector("#mount");
  const fresh = mount.cloneNode(true);
  mount.replaceWith(fresh);
  return fresh;
}
