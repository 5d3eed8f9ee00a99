// What a publisher pastes, for each way to embed. Pure: settings in, text out.

/** For HTML, within an attribute or as text. */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/** For an attribute of a WordPress shortcode, which square brackets would end. */
const escapeShort = (text) => escape(text).replace(/[[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The blocks to paste: `{ kind, text }`, the main one first.
 *
 * `settings`: `way`, `attributes` and `properties` (pairs of name and value, only what differs from the defaults), `pinned`
 * (whether the script is to be checked by its digest).
 * `place`: `base` (the folder that serves the quiz), `page` (the quiz's own page in the right language), `title` (its name),
 * `integrity` (digests, by the name of the file).
 */
export function snippet(settings, place) {
  const { base, page, title } = place;
  const link = `<a href="${escape(page)}">${escape(title)}</a>`;
  const { attributes, properties } = settings;
  const style = properties.length ? [["style", properties.map(([name, value]) => `${name}: ${value}`).join("; ")]] : [];
  switch (settings.way) {
    case "module":
      return [{ kind: "html", text: `${script("social-or-not.js", settings, place)}\n${tag("social-or-not", [...attributes, ...style], link)}` }];
    case "classic": {
      const data = attributes.map(([name, value]) => [`data-${name}`, value]);
      return [{ kind: "html", text: `${script("embed.js", settings, place)}\n${tag("div", [["data-social-or-not"], ...data, ...style], link)}` }];
    }
    case "frame": {
      const address = frameAddress(base, settings);
      const frame = tag("iframe", [["src", address], ["title", title], ["width", "100%"], ["height", "700"], ["frameborder", "0"], ["loading", "lazy"], ["allow", "clipboard-write; web-share"]], link);
      return [{ kind: "html", text: `${frame}\n${script("frame.js", settings, place)}` }, { kind: "frame-address", text: address }];
    }
    case "address":
      return [{ kind: "address", text: page }];
    case "npm":
      return [
        { kind: "terminal", text: "npm install social-or-not" },
        { kind: "script", text: `import "social-or-not";` },
        { kind: "html", text: tag("social-or-not", [...attributes, ...style], link) },
      ];
    case "wordpress": {
      const colours = settings.properties.filter(([name]) => SHORTCODE.includes(name)).map(([name, value]) => [name.replace("--son-", ""), value]);
      const rest = settings.properties.filter(([name]) => !SHORTCODE.includes(name));
      const words = [...attributes.filter(([name]) => SHORTCODE.includes(name)), ...colours].map(([name, value]) => ` ${name}="${escapeShort(value)}"`);
      return [{ kind: "shortcode", text: `[social-or-not${words.join("")}]` }, ...(rest.length ? [{ kind: "rule", text: rule(rest) }] : [])];
    }
  }
}

/** The address of the frame, its options behind the `#`. */
export function frameAddress(base, { attributes, properties }) {
  const options = [...attributes, ...properties].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base}embed.html${options.length ? `#${options.join("&")}` : ""}`;
}

/** What a page's own style sheet says instead of the tag. */
export function rule(properties) {
  return `social-or-not {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;
}

/** What a strict Content-Security-Policy must allow for this way; null where it has nothing to say. */
export function policy(way, base) {
  const { origin } = new URL(base);
  if (way === "module" || way === "classic") return `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  return way === "frame" ? `frame-src ${origin}; script-src ${origin}` : null;
}

/** What the WordPress plugin's shortcode takes; other colours go into the site's own style sheet. */
const SHORTCODE = ["lang", "theme", "storage", "heading-level", "cta-label", "cta-href", "cta-name", "cta-text", "--son-accent", "--son-accent-dark"];

/** The file of a way that a digest can pin. */
export const PINNED = { module: "social-or-not.js", classic: "embed.js", frame: "frame.js" };

function script(file, { pinned }, { base, integrity }) {
  const isModule = file === "social-or-not.js";
  const digest = pinned && integrity[file];
  return tag("script", [
    ...(isModule ? [["type", "module"]] : []),
    ["src", base + file],
    ...(digest ? [["integrity", digest]] : []),
    // A module is always asked for in this way; a classic script is not, and without it there is nothing to check.
    ...(digest && !isModule ? [["crossorigin", "anonymous"]] : []),
    ...(isModule ? [] : [["async"]]),
  ], "");
}

/** A tag; a long one has each attribute on a line of its own. */
function tag(name, attributes, content) {
  const written = attributes.map(([key, value]) => (value === undefined ? key : `${key}="${escape(value)}"`));
  const line = [name, ...written].join(" ");
  const isLong = line.length > 72 && written.length > 1 && name !== "script";
  return isLong ? `<${name}\n  ${written.join("\n  ")}>${content}</${name}>` : `<${line}>${content}</${name}>`;
}
