// What the browser keeps between visits: one record for each origin. Any access may be refused, in a sandboxed frame for one.

const KEY = "social-or-not";

// Where the browser keeps nothing, the page does as long as it is open.
const memory = new Map();

/** Those to call when what is kept may be another. */
const followers = new Set();

/** The record as it was kept; null if there is none, undefined if the browser does not say. */
export function restore(kind) {
  if (kind === "none") return null;
  // What could not be kept is later than what is.
  if (memory.has(kind)) return memory.get(kind);
  try {
    return area(kind).getItem(KEY);
  } catch {
    return undefined;
  }
}

/** What a record or a file holds. What is not JSON is told as it is, and refused by name. */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * What a file holds, or a text. Ours have a few thousand signs: what is much longer is none of them, and not read. Nor are a
 * folder, or a file that is gone: of all these there is an empty text, which is refused by name.
 */
export async function contentOf(file) {
  try {
    return file.size > 100_000 ? "" : parse(await new Response(file).text()) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a record. False if it lasts no longer than the page. */
export function keep(kind, record) {
  if (kind === "none") return false;
  try {
    area(kind).setItem(KEY, record);
    memory.delete(kind);
  } catch {
    memory.set(kind, record);
  }
  tellFollowers();
  return !memory.has(kind);
}

/** Removes every record, whatever the setting was when it was kept. */
export function forget() {
  memory.clear();
  for (const kind of ["local", "session"]) {
    try {
      area(kind).removeItem(KEY);
    } catch {
      // Where storage is refused, nothing was kept.
    }
  }
  tellFollowers();
}

/** Calls back when what is kept may have been changed: by another tab, by another quiz of the page, or while the page slept. */
export function follow(callback) {
  followers.add(callback);
}

export function unfollow(callback) {
  followers.delete(callback);
}

function tellFollowers() {
  for (const follower of followers) follower();
}

globalThis.addEventListener?.("storage", ({ key }) => { if (key === KEY || key === null) tellFollowers(); });
globalThis.addEventListener?.("pageshow", tellFollowers);
globalThis.document?.addEventListener("visibilitychange", tellFollowers);

/** The browser's storage; reading the property alone may throw. */
function area(kind) {
  return kind === "session" ? sessionStorage : localStorage;
}
