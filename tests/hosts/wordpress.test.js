// A real WordPress, by every way that a quiz comes into a post: the snippet, the shortcode, the block, the address alone.

/* global wp -- WordPress, in its editor */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, element, events, happened, launch, open, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";
import { wordpress } from "./wordpress/site.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery");

const product = await serve();

/** What a build for the address that the product's server happens to have says of itself. */
function announced() {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  execFileSync(process.env.XTASK ?? join(ROOT, "target/release/xtask"), ["build", "--site", `${product.address}/`, "--out", folder], { stdio: "ignore" });
  const [page, oembed] = ["index.html", "oembed.json"].map((name) => readFileSync(join(folder, name), "utf8"));
  rmSync(folder, { recursive: true });
  return { page, oembed };
}

const { page: discoverable, oembed } = announced();

const site = await wordpress(product.address);

// First of all, while nobody has used the plugin yet.
const untouched = await site.work("options");
assert.equal(await site.work("activate"), null);

const html = (text) => `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`;
const shortcode = (text) => `<!-- wp:shortcode -->\n${text}\n<!-- /wp:shortcode -->`;
const block = (attributes) => `<!-- wp:social-or-not/quiz ${JSON.stringify(attributes)} /-->`;

const attributesOf = (page) => page.$$eval("social-or-not", (all) =>
  all.map((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))));

/** Answers every question. `place`: where the quiz is, if it is in a frame of the page. `before`: done before each answer. */
async function walkToVerdict(page, lang, { place = page, before } = {}) {
  const quiz = await ready(place);
  const { answer } = reader(page, quiz, { lang });
  for (let question = await quiz.question(); question !== null; question = await quiz.question()) {
    await before?.();
    await answer(question, BAKERY.answers[question]);
  }
  await happened(place, "verdict");
  assert.ok(await quiz.text("[part=verdict]"));
  const [{ verdict }] = await events(place, "verdict");
  assert.ok(BAKERY.verdict.includes(verdict), verdict);
  return quiz;
}

/** Nothing went wrong, and no third party was asked for anything. */
async function assertQuiet(page, ...places) {
  assert.deepEqual(page.faults, []);
  for (const place of [page, ...places]) {
    const asked = await place.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin));
    assert.deepEqual(asked.filter((origin) => ![site.address, product.address].includes(origin)), []);
  }
}

for (const program of BROWSERS) {
  describe(`WordPress in ${program.name}`, async () => {
    const browser = await launch(program);

    test("takes the snippet in an administrator's Custom HTML, to the verdict", async () => {
      const post = await site.work("publish", {
        by: "admin",
        content: html(`<script type="module" src="${product.address}/social-or-not.js"></script>
<social-or-not lang="fr"><a href="${product.address}/">Faut-il être sur les réseaux sociaux ?</a></social-or-not>`),
      });
      const page = await open(browser, post.address);
      await walkToVerdict(page, "fr");
      await assertQuiet(page);
    });

    test("takes the shortcode, even an author's, to the verdict", async () => {
      const post = await site.work("publish", {
        by: "author",
        content: shortcode('[social-or-not lang="fr-FR" theme="dark" accent="#8a2b06" accent-dark="#efae80" storage="none" heading-level="3" cta-label="Prendre rendez-vous" cta-href="https://example.org/?a=1&b=2" cta-name="L\'atelier"]'),
      });
      const page = await open(browser, post.address);
      assert.deepEqual(await attributesOf(page), [{
        lang: "fr", theme: "dark", storage: "none", "heading-level": "3", style: "--son-accent:#8a2b06;--son-accent-dark:#efae80;",
        "cta-label": "Prendre rendez-vous", "cta-href": "https://example.org/?a=1&b=2", "cta-name": "L'atelier",
      }]);
      const quiz = await walkToVerdict(page, "fr");
      assert.equal(await quiz.text("[part=cta] a"), "Prendre rendez-vous");
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      await assertQuiet(page);
    });

    test("takes the block, in the page's language, to the verdict, with no server but its own", async () => {
      const post = await site.work("publish", { by: "author", content: block({}) });
      const page = await open(browser, post.address);
      assert.deepEqual(await attributesOf(page), [{}]);
      const before = product.requests.length;
      await walkToVerdict(page, "en");
      assert.equal(product.requests.length, before);
      await assertQuiet(page);
    });

    test("a result's address and the comparison open from the plugin's own folder", async () => {
      const post = await site.work("publish", { by: "author", content: block({ lang: "fr", storage: "none" }) });
      const page = await open(browser, post.address);
      const quiz = await walkToVerdict(page, "fr");
      const said = await quiz.text("[part=verdict] h3");
      const link = await quiz.host((element) => element.link);
      const comparison = await quiz.host((element) => element.shadowRoot.querySelector('[part=share] a[href*="compare.html"]').href);
      const opened = await open(browser, link);
      const there = await ready(opened);
      await there.wait("[part=verdict]");
      assert.equal(await there.text("[part=verdict] h3"), said);
      const compared = await open(browser, comparison);
      await compared.waitForSelector("#comparison[data-ready]");
      assert.equal(await compared.evaluate(() => document.querySelector("#comparison").shadowRoot.querySelectorAll(".son-side__remove button").length), 1);
      assert.deepEqual([opened.faults, compared.faults], [[], []]);
    });

    test("takes the address alone on a line, from an author too: a frame that follows the quiz's height, to the verdict", async () => {
      product.spoil(/^\/$/, { body: discoverable });
      product.spoil(/^\/oembed\.json$/, { body: oembed });
      const post = await site.work("publish", { by: "author", content: `Read on.\n\n${product.address}/\n\nAnd tell us.` });
      // High enough for the whole frame: a click that first has to scroll may be over before the frame is where it was aimed at.
      const page = await open(browser, post.address, { height: 1400 });
      const iframe = await page.waitForSelector("iframe.wp-embedded-content");
      assert.equal(await iframe.evaluate((iframe) => iframe.getAttribute("sandbox")), "allow-scripts");
      const frame = await iframe.contentFrame();

      /** Waits until the frame is shown and as high as what is in it, within the bounds of WordPress. Returns that. */
      const fits = async () => {
        const height = await frame.waitForFunction(() => {
          const wanted = Math.min(1000, Math.max(200, Math.ceil(document.body.getBoundingClientRect().height)));
          return wanted === innerHeight && wanted;
        });
        assert.ok(await iframe.isVisible());
        return height.jsonValue();
      };

      const heights = new Set();
      await walkToVerdict(page, "fr", { place: frame, before: async () => heights.add(await fits()) });
      assert.ok(heights.size > 3, `${heights.size} heights`);
      assert.equal(await fits(), 1000);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await assertQuiet(page, frame);
    });

    test("brings the module once for several quizzes, and not at all where there is none", async () => {
      const modules = (page) => page.$$eval("script[type=module]", (scripts) => scripts.length);
      const two = await site.work("publish", { by: "author", content: `${block({ lang: "fr" })}\n\n${shortcode("[social-or-not lang=en]")}` });
      const page = await open(browser, two.address);
      await happened(page, "ready");
      await element(page, 1).host((second) => second.scrollIntoView());
      await happened(page, "ready", 2);
      assert.deepEqual(await page.$$eval("social-or-not", (all) => all.map(({ lang }) => lang)), ["fr", "en"]);
      assert.equal(await modules(page), 1);
      const none = await site.work("publish", { by: "author", content: "<p>No quiz.</p>" });
      assert.equal(await modules(await open(browser, none.address)), 0);
    });

    test("writes nothing harmful, whatever an author wrote", async () => {
      const mark = "<img src=x onerror=alert(1)>";
      const post = await site.work("publish", {
        by: "admin",
        content: [
          shortcode(`[social-or-not lang="xx" theme='"><script>alert(1)</script>' storage="everywhere" heading-level="1" accent="javascript:alert(1)" cta-label="x" cta-href="javascript:alert(1)"]`),
          shortcode(`[social-or-not accent="red;background:url(//example.org/)" cta-label='"&gt;${mark}' cta-href='https://example.org/"onclick="alert(1)' cta-text="&lt;b&gt;"]`),
          block({ lang: ["fr"], theme: `">${mark}`, accentDark: `#fff;}${mark}`, ctaLabel: `">${mark}`, ctaHref: "data:text/html,x", headingLevel: { a: 1 } }),
          block({ ctaLabel: `">${mark}`, ctaHref: "https://example.org/" }),
        ].join("\n\n"),
      });
      const page = await open(browser, post.address);
      await happened(page, "ready");
      assert.equal(await page.$(".wp-block-post-content :is(img, script, [onerror], [onclick])"), null);
      assert.deepEqual(await attributesOf(page), [
        {},
        { "cta-label": `">${mark}`, "cta-href": "https://example.org/onclick=alert(1)", "cta-text": "<b>" },
        {},
        { "cta-label": `">${mark}`, "cta-href": "https://example.org/" },
      ]);
      assert.deepEqual(page.faults, []);
    });

    test("strips an author's snippet to its link, and a theme's loader finds the div", async () => {
      const content = html(`<script src="${product.address}/embed.js" async></script>
<social-or-not lang="fr"><a href="${product.address}/">Faut-il être sur les réseaux sociaux ?</a></social-or-not>
<div data-social-or-not data-lang="fr" data-storage="none"><a href="${product.address}/">Le questionnaire</a></div>`);
      const post = await site.work("publish", { by: "author", content });
      const plain = await open(browser, post.address);
      assert.equal(await plain.$("social-or-not"), null);
      assert.deepEqual(await plain.$$eval(".wp-block-post-content a", (links) => links.map((link) => link.textContent)), [
        "Faut-il être sur les réseaux sociaux ?", "Le questionnaire",
      ]);
      const page = await open(browser, `${post.address}&theme-loads-embed=1`);
      await walkToVerdict(page, "fr");
      assert.deepEqual(await attributesOf(page), [{ lang: "fr", storage: "none" }]);
      await assertQuiet(page);
    });

    describe("its editor", () => {
      /** The editor of a post, as its administrator opens it. */
      async function edit(post) {
        const page = await open(browser, `${site.address}/wp-login.php`, { width: 1280, height: 900 });
        await page.evaluate(() => {
          document.querySelector("#user_login").value = "admin";
          document.querySelector("#user_pass").value = "admin";
        });
        await Promise.all([page.waitForNavigation(), page.click("#wp-submit")]);
        await page.goto(`${site.address}/wp-admin/post.php?post=${post.id}&action=edit`);
        await ready(page);
        return page;
      }

      const select = (page) => page.evaluate(() => {
        const { clientId } = wp.data.select("core/block-editor").getBlocks()[0];
        wp.data.dispatch("core/block-editor").selectBlock(clientId);
        wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
      });

      /** The control of the sidebar that has this label. */
      const control = async (page, label) => (await page.waitForFunction((label) => {
        const found = [...document.querySelectorAll(".block-editor-block-inspector label")].find((at) => at.textContent === label);
        return found && document.getElementById(found.htmlFor);
      }, {}, label)).asElement();

      test("shows the quiz itself, takes a setting and puts it into the page", async () => {
        const post = await site.work("publish", { by: "admin", content: block({ lang: "fr" }) });
        const page = await edit(post);
        assert.deepEqual(await page.evaluate(() => wp.data.select("core/block-editor").getBlocks().map(({ name, isValid }) => ({ name, isValid }))), [
          { name: "social-or-not/quiz", isValid: true },
        ]);
        assert.equal(await page.$(".block-editor-warning"), null);
        const quiz = element(page);
        assert.equal(await quiz.question(), "who");

        // A click on an answer selects the block, and answers nothing.
        const option = await (await quiz.find("input[name=who]")).evaluateHandle((input) => input.closest("label"));
        const { x, y } = await option.boundingBox();
        await page.mouse.click(x + 10, y + 10);
        assert.equal(await page.evaluate(() => wp.data.select("core/block-editor").getSelectedBlock()?.name), "social-or-not/quiz");
        assert.deepEqual(await quiz.host(({ answers }) => answers), {});

        await select(page);
        await (await control(page, "Theme")).select("dark");
        await (await control(page, "Level of its headings")).select("4");
        await page.waitForFunction(() => document.querySelector("social-or-not").theme === "dark");
        await page.evaluate(() => wp.data.dispatch("core/editor").savePost());
        assert.equal(await site.work("content", post), block({ lang: "fr", theme: "dark", headingLevel: 4 }));
        assert.deepEqual(page.faults, []);
        const reading = await open(browser, post.address);
        await ready(reading);
        assert.deepEqual(await attributesOf(reading), [{ lang: "fr", theme: "dark", "heading-level": "4" }]);
      });

      test("shows the quiz in a canvas that is a frame", async () => {
        const page = await edit(await site.work("publish", { by: "admin", content: block({ lang: "fr" }) }));
        await page.evaluate(() => wp.data.dispatch("core/edit-post").__experimentalSetPreviewDeviceType("Tablet"));
        await page.waitForFunction(() =>
          document.querySelector("iframe[name=editor-canvas]")?.contentDocument.querySelector("social-or-not")?.shadowRoot?.querySelector("input[name=who]"));
        assert.deepEqual(page.faults, []);
      });

      test("takes a pasted shortcode as the block, and speaks French to who does", async () => {
        await site.work("speak", { user: "admin", locale: "fr_CA" });
        const page = await edit(await site.work("publish", { by: "admin", content: block({}) }));
        const blocks = await page.evaluate(() => wp.blocks.pasteHandler({
          HTML: "", plainText: '[social-or-not lang="fr" accent-dark="#efae80" heading-level="3" cta-label="Venez"]', mode: "BLOCKS",
        }).map(({ name, attributes }) => ({ name, attributes })));
        assert.deepEqual(blocks, [{
          name: "social-or-not/quiz",
          attributes: { lang: "fr", theme: "auto", accent: "", accentDark: "#efae80", storage: "local", headingLevel: 3, ctaLabel: "Venez", ctaHref: "", ctaName: "", ctaText: "" },
        }]);
        await select(page);
        assert.ok(await control(page, "Langue"));
        assert.match(await page.evaluate(() => wp.blocks.getBlockType("social-or-not/quiz").description), /^Un court questionnaire/);
        await site.work("speak", { user: "admin", locale: "" });
      });
    });
  });
}

test("in a feed, a link to the post stands in the quiz's place", async () => {
  const post = await site.work("publish", { by: "author", content: block({ lang: "fr" }) });
  const feed = await (await fetch(`${site.address}/?feed=rss2`)).text();
  assert.ok(feed.includes(`<a href="${post.address}">Faut-il être sur les réseaux sociaux\u00a0?</a>`));
});

test("PHP has nothing to say of the plugin, however it was used", async () => {
  const notices = await site.notices();
  // WordPress's own, so that we know that they are kept.
  assert.ok(notices.length > 0);
  assert.deepEqual(notices.filter((line) => /social.?or.?not/i.test(line)), []);
});

test("deactivated and deleted, the plugin leaves nothing in the options", async () => {
  await site.work("deactivate");
  assert.equal(await site.work("delete"), true);
  const options = await site.work("options");
  assert.deepEqual(options.filter(({ name, value }) => /social.?or.?not/i.test(name + value)), []);
  // What WordPress itself has come to keep by being used.
  const own = /^_(site_)?transient_|^(auth|logged_in)_(key|salt)$|^can_compress_scripts$|^recently_activated$|^wp_calendar_block_has_published_posts$/;
  const before = new Set(untouched.map(({ name }) => name));
  assert.deepEqual(options.map(({ name }) => name).filter((name) => !before.has(name) && !own.test(name)), []);
});
