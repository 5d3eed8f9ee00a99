// What a publisher may write on the tag. Closed sets fall back to their first value, with one warning.

/** Values by attribute, the default first. */
const CHOICES = {
  theme: ["auto", "light", "dark"],
  storage: ["local", "session", "none"],
  "heading-level": ["2", "3", "4"],
  "share-detail": ["verdict", "report"],
};

export const ATTRIBUTES = ["lang", "answers", "cta-label", "cta-href", "cta-name", "cta-text", ...Object.keys(CHOICES)];

const LANGUAGES = ["fr", "en"];

const warned = new Set();

/** The value of an attribute that has a closed set. */
export function choice(element, name) {
  const value = element.getAttribute(name);
  if (!value || CHOICES[name].includes(value)) return value || CHOICES[name][0];
  warnOnce(`${name}="${value}" is none of ${CHOICES[name].join(", ")}`);
  return CHOICES[name][0];
}

/**
 * The element's own language, else that of the nearest ancestor that says one, else one that the browser's reader prefers.
 * On a page in a third language, English: more of its readers will know it than French.
 */
export function language(element, own = element?.getAttribute("lang")) {
  if (own && !known(own)) warnOnce(`lang="${own}" is none of ${LANGUAGES.join(", ")}`);
  const ancestor = element ? ancestorLanguage(element) : globalThis.document?.documentElement.lang;
  for (const candidate of [own, ancestor, ...(globalThis.navigator?.languages ?? [])]) {
    if (candidate && known(candidate)) return known(candidate);
  }
  return "en";
}

/** "fr-CA" is French. */
function known(tag) {
  const first = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.includes(first) ? first : null;
}

/** The nearest `lang` around the element, through the shadow roots it may stand in. */
function ancestorLanguage(element) {
  for (let at = element.parentNode; at; at = at.parentNode ?? at.host) {
    const lang = at.getAttribute?.("lang");
    if (lang) return lang;
  }
  return null;
}

function warnOnce(message) {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`social-or-not: ${message}`);
}
