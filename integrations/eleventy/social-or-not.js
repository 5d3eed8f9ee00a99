// The shortcode `socialOrNot` for Eleventy: the quiz in a post. Arguments are the element's attributes, written "name=value",
// and "accent=…", "accent-dark=…".

const ATTRIBUTES = ["lang", "theme", "storage", "answers", "heading-level", "cta-label", "cta-href", "cta-name", "cta-text", "share-detail"];
const COLOURS = ["accent", "accent-dark"];

const TITLE = { fr: "Faut-il être sur les réseaux sociaux\u00a0?", en: "Should you be on social media?" };

/** `files`: the address of the product's files. `lang`: the site's language, where neither the shortcode nor the page says one. */
export default function socialOrNot(eleventy, { files = "/social-or-not/", lang } = {}) {
  const base = files.endsWith("/") ? files : `${files}/`;
  // Pages that have their script.
  const served = new WeakSet();

  eleventy.addShortcode("socialOrNot", function (...settings) {
    const given = Object.fromEntries(settings.map(setting));
    given.lang ??= this.ctx?.lang ?? lang;
    const attributes = ATTRIBUTES.filter((name) => given[name]).map((name) => ` ${name}="${escape(given[name])}"`);
    // A colour and nothing after it: a semicolon would begin another declaration.
    const colours = COLOURS.filter((name) => given[name]).map((name) => `--son-${name}:${given[name].split(";")[0]}`);
    if (colours.length > 0) attributes.push(` style="${escape(colours.join(";"))}"`);
    const [title, page] = given.lang?.toLowerCase().startsWith("fr") ? [TITLE.fr, base] : [TITLE.en, `${base}en/`];
    const quiz = `<social-or-not${attributes.join("")}><a href="${escape(page)}">${title}</a></social-or-not>`;
    // The script once a page.
    if (served.has(this.page)) return quiz;
    served.add(this.page);
    return `${quiz}<script type="module" src="${escape(base)}social-or-not.js"></script>`;
  });
}

/** "theme=dark" as ["theme", "dark"]. A wrong name stops the build: on the page nobody would see it. */
function setting(text) {
  const [, name, value] = /^([a-z-]+)=(.*)$/s.exec(text) ?? [];
  if (![...ATTRIBUTES, ...COLOURS].includes(name)) {
    throw new Error(`socialOrNot: "${text}" is not name=value with one of ${[...ATTRIBUTES, ...COLOURS].join(", ")}`);
  }
  return [name, value];
}

function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
