// What the browser keeps between visits: one record for each origin. Any access may be refused, in a sandboxed frame for one.

const KEY = "social-or-not";
const VERSION = 1;

// Where the browser keeps nothing, the page does as long as it is open.
const memory = new Map();

/** The record, as text for the module; null if there is none that can be read. */
export function restore(kind) {
  if (kind === "none") return null;
  let text = memory.get(kind) ?? null;
  try {
    text = area(kind).getItem(KEY) ?? text;
  } catch {}
  try {
    return JSON.parse(text)?.version === VERSION ? text : null;
  } catch {
    return null;
  }
}

/** Keeps a session with its day; returns the record. Joined as text: an old library of the page may have changed how JSON is written. */
export function keep(kind, session, date) {
  const text = `{"version":${VERSION},"date":"${date}",${session.slice(1)}`;
  if (kind === "none") return text;
  try {
    area(kind).setItem(KEY, text);
  } catch {
    memory.set(kind, text);
  }
  return text;
}

/** Removes every record, whatever the setting was when it was kept. */
export function forget() {
  memory.clear();
  for (const kind of ["local", "session"]) {
    try {
      area(kind).removeItem(KEY);
    } catch {}
  }
}

/** The browser's storage; reading the property alone may throw. */
function area(kind) {
  return kind === "session" ? sessionStorage : localStorage;
}
