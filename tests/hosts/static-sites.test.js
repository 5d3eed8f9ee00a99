// The pieces for static site generators: Hugo, Jekyll and Eleventy really build a site from a post that uses them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { promisify } from "node:util";
import { BROWSERS, ROOT, element, events, happened, launch, open, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";

const run = promisify(execFile);

const LAYOUT = (language, content) => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Un blog</title></head><body>${content}</body></html>`;

/** What a post tries in order to get out of its attribute. */
const BREAKOUT = `"><script>globalThis.brokenOut = 1</script>`;

const ATTRIBUTES = { theme: "dark", storage: "none", "heading-level": "3", "cta-label": "Écrivez-moi & parlons", "cta-href": "https://blog.example/contact/?a=1&b=2" };

/** A generator: its files by path, given the product's address (none: the files are in the site itself), and how it builds. */
const GENERATORS = {
  hugo: {
    pieces: "integrations/hugo",
    files: (address) => ({
      "config.toml": `baseURL = "https://blog.example/journal/"\nlanguageCode = "fr"\ndisableKinds = ["taxonomy", "term", "sitemap", "RSS"]\n${address ? `[params]\nsocial_or_not = "${address}"\n` : ""}`,
      "layouts/_default/single.html": LAYOUT("{{ site.LanguageCode }}", "<h1>{{ .Title }}</h1>{{ .Content }}"),
      "layouts/index.html": LAYOUT("fr", ""),
      ...posts("content", (settings) => `{{< social-or-not ${Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(" ")} >}}`),
    }),
    build: (folder) => run("hugo", ["--source", folder, "--destination", join(folder, "built")]),
    prefix: "/journal",
  },
  jekyll: {
    pieces: "integrations/jekyll",
    files: (address) => ({
      "_config.yml": `lang: fr\nbaseurl: /journal\n${address ? `social_or_not: ${address}\n` : ""}defaults: [{ scope: { path: "" }, values: { layout: post, permalink: "/:basename/" } }]\n`,
      "_layouts/post.html": LAYOUT("{{ site.lang }}", "<h1>{{ page.title }}</h1>{{ content }}"),
      ...posts("", (settings) => `{% include social-or-not.html ${Object.entries(settings).map(([name, value]) => `${name}='${value}'`).join(" ")} %}`),
    }),
    build: (folder) => run("jekyll", ["build", "--source", folder, "--destination", join(folder, "built"), "--disable-disk-cache"]),
    prefix: "/journal",
  },
  eleventy: {
    pieces: "integrations/eleventy",
    files: (address) => ({
      "package.json": `{ "type": "module" }`,
      "eleventy.config.js": `import socialOrNot from "./social-or-not.js";\nexport default (eleventy) => eleventy.addPlugin(socialOrNot, { lang: "fr"${address ? `, files: "${address}"` : ""} });\n`,
      "_includes/post.html": LAYOUT("fr", "<h1>{{ title }}</h1>{{ content }}"),
      "posts.json": "{}",
      ...posts("", (settings) => `{% socialOrNot ${Object.entries(settings).map(([name, value]) => `'${name}=${value}'`).join(", ")} %}`, "layout: post.html\n"),
    }),
    build: (folder) => run(process.execPath, [join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--output=built"], { cwd: folder }),
    prefix: "",
  },
};

/** Three posts: one with settings, one that tries to break out, one with two quizzes in two languages. */
function posts(folder, piece, front = "") {
  const post = (...settings) => `---\ntitle: Un article\n${front}---\n\nDu *texte* avant.\n\n${settings.map(piece).join("\n\nEntre les deux.\n\n")}\n\nDu texte *après*.\n`;
  return {
    [join(folder, "settings.md")]: post({ ...ATTRIBUTES, accent: "#862020", "accent-dark": "rgb(240, 160, 120)" }),
    [join(folder, "breakout.md")]: post({ theme: BREAKOUT, "cta-label": BREAKOUT, lang: BREAKOUT, accent: `${BREAKOUT};position:fixed` }),
    [join(folder, "two.md")]: post({ storage: "none" }, { storage: "none", lang: "en" }),
  };
}

for (const [name, generator] of Object.entries(GENERATORS)) {
  describe(`the piece for ${name}`, async () => {
    const product = await serve();
    const folder = await mkdtemp(join(tmpdir(), `${name}-`));
    after(() => rm(folder, { recursive: true }));

    /** A site that is built with the product at this address. */
    async function build(site, address) {
      const source = join(folder, site);
      await cp(join(ROOT, generator.pieces), source, { recursive: true });
      // What is there for people, a generator would take for a page.
      await rm(join(source, "README.md"));
      for (const [path, text] of Object.entries(generator.files(address))) {
        await mkdir(dirname(join(source, path)), { recursive: true });
        await writeFile(join(source, path), text);
      }
      await generator.build(source);
      return join(source, "built");
    }

    // Without the slash at its end: publishers forget it.
    const built = await build("elsewhere", product.address);
    const blog = await serve({ folder: built });

    test("takes the files from the site itself, where the site says nothing else", async () => {
      const html = await readFile(join(await build("own"), "settings/index.html"), "utf8");
      assert.ok(html.includes(`src="${generator.prefix}/social-or-not/social-or-not.js"`), html);
      assert.ok(html.includes(`href="${generator.prefix}/social-or-not/"`), html);
    });

    for (const program of BROWSERS) {
      describe(`in ${program.name}`, async () => {
        const browser = await launch(program);

        test("brings the quiz with its settings, and takes a reader to the verdict", async () => {
          const page = await open(browser, `${blog.address}/settings/`);
          const quiz = await ready(page);
          const attributes = await quiz.host((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
          const { style, ...others } = attributes;
          assert.deepEqual(others, { lang: "fr", ...ATTRIBUTES });
          assert.deepEqual(await quiz.host((element) => ["--son-accent", "--son-accent-dark"].map((name) => element.style.getPropertyValue(name).trim())), ["#862020", "rgb(240, 160, 120)"]);
          await reader(page, quiz).walk({ who: "shop", presence: "none", goals: ["visibility"], strategy: "written", audience: "many", value: "useful", hours: 4, runner: "assigned", constancy: "year" });
          await happened(page, "verdict");
          const [{ verdict }] = await events(page, "verdict");
          assert.ok(verdict);
          const link = await quiz.wait(".son-cta a");
          assert.deepEqual(await link.evaluate((link) => [link.textContent.trim(), link.getAttribute("href")]), [ATTRIBUTES["cta-label"], ATTRIBUTES["cta-href"]]);
          // The post around it is a post still.
          assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("body > p em")].map((em) => em.textContent)), ["texte", "après"]);
          assert.deepEqual(page.faults, []);
        });

        test("lets nothing out of an attribute that a post writes", async () => {
          const page = await open(browser, `${blog.address}/breakout/`);
          const quiz = await ready(page);
          assert.deepEqual(await quiz.host((element) => ["theme", "cta-label", "lang"].map((name) => element.getAttribute(name))), Array(3).fill(BREAKOUT));
          assert.equal(await quiz.host((element) => element.style.position), "");
          assert.equal(await page.evaluate(() => globalThis.brokenOut), undefined);
          assert.equal(await page.evaluate(() => document.scripts.length), 1);
          assert.deepEqual(page.faults, []);
        });

        test("two in a post have one script, and each its language and its way out without it", async () => {
          const page = await open(browser, `${blog.address}/two/`, { height: 2000 });
          await happened(page, "ready", 2);
          assert.deepEqual(await Promise.all([0, 1].map((n) => element(page, n).host((element) => element.shadowRoot.querySelector(".son").lang))), ["fr", "en"]);
          assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("social-or-not > a")].map((link) => link.href)), [`${product.address}/`, `${product.address}/en/`]);
          assert.equal(await page.evaluate(() => document.scripts.length), 1);
        });
      });
    }
  });
}
