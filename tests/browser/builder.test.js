// The page that makes the snippet: what it gives works in pages of another origin; what it says of colours is right.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { contrast, nearest, parse } from "../../page/builder/colour.js";
import { PAIRS, faint, readable, shown } from "../../page/builder/contrast.js";
import { faults, fragment, settings } from "../../page/builder/fields.js";
import { snippet } from "../../page/builder/snippet.js";
import { ATTRIBUTES } from "../../src/embed/attributes.js";
import { BROWSERS, DIST, ROOT, happened, launch, open, ready, serve } from "./harness.js";

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const PAGES = { fr: "/builder.html", en: "/en/builder.html" };
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;

/** The original colours of both themes, as the style sheet has them. */
const ORIGINAL = { light: {}, dark: {} };
for (const [, name, light, dark] of readFileSync(join(ROOT, "styles/tokens.css"), "utf8").matchAll(/light-dark\(var\(--son-([a-z-]+), (#\w{6})\), var\(--son-[a-z-]+-dark, (#\w{6})\)\)/g)) {
  ORIGINAL.light[name] = light;
  ORIGINAL.dark[name] = dark;
}

/** A label that would be markup, or end an attribute, if it were not escaped. */
const NASTY = `"Rendez-vous" <img src=x onerror=alert(1)> & l'été [fin]`;

/** Settings as a publisher may choose them. */
const CHOICES = new Map([
  ["lang", "fr"],
  ["theme", "dark"],
  ["--son-accent", "#862633"],
  ["--son-accent-dark", "#f1a7ae"],
  ["--son-radius", "12"],
  ["cta-label", NASTY],
  ["cta-href", "https://example.org/?a=1&b=2"],
]);
const ACCENT = "rgb(241, 167, 174)";

const BUILDER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

describe("colours, reckoned", () => {
  test("the contrast is WCAG's", () => {
    const known = [["#000000", "#ffffff", 21], ["#777777", "#ffffff", 4.478], ["#767676", "#ffffff", 4.542], ["#ff0000", "#ffffff", 3.998], ["#0000ff", "#ffffff", 8.592], ["#00ff00", "#000000", 15.304], ["#123456", "#123456", 1]];
    for (const [one, other, ratio] of known) {
      assert.ok(Math.abs(contrast(one, other) - ratio) < 0.001, `${one} on ${other}: ${contrast(one, other)}`);
      assert.equal(contrast(one, other), contrast(other, one));
    }
  });

  test("a ratio is never rounded up to what it does not reach", () => {
    assert.equal(shown(4.478, "en"), "4.4");
    assert.equal(shown(4.4999, "fr"), "4,4");
    assert.equal(shown(3, "fr"), "3,0");
  });

  test("a colour is read as publishers write it, and nothing else is", () => {
    for (const text of ["#862633", "862633", " #862633 ", "#862633".toUpperCase(), "rgb(134, 38, 51)", "rgb(134 38 51)"]) assert.equal(parse(text), "#862633", text);
    assert.equal(parse("#836"), "#883366");
    for (const text of ["", "red", "#12345", "#8626331f", "rgb(300, 0, 0)", "url(x)", "#862633;--x:1"]) assert.equal(parse(text), null, text);
  });

  test("the original colours pass in both themes, and each pair is of colours that there are", () => {
    assert.equal(Object.keys(ORIGINAL.light).length, 11);
    for (const theme of ["light", "dark"]) assert.deepEqual(faint(ORIGINAL[theme]), []);
    for (const [ink, on] of PAIRS) assert.ok(ORIGINAL.light[ink] && ORIGINAL.light[on], `${ink} on ${on}`);
  });

  test("the colour proposed passes on all its grounds, and is the nearest that does", () => {
    const brands = ["#dd3333", "#f7c948", "#00a884", "#1da1f2", "#888888", "#e4405f", "#0a66c2", "#ffffff", "#000000", "#7f00ff"];
    for (const theme of ["light", "dark"]) {
      for (const accent of brands) {
        const colours = { ...ORIGINAL[theme], accent };
        const fault = faint(colours).find(({ ink }) => ink === "accent");
        if (!fault) continue;
        assert.ok(fault.ratio < fault.least);
        const fixed = { ...colours, accent: fault.fix };
        assert.equal(faint(fixed).find(({ ink }) => ink === "accent"), undefined, `${accent} → ${fault.fix}`);
        // A hair closer to what was chosen, it would not do.
        const worst = Math.min(...PAIRS.filter(([ink]) => ink === "accent").map(([, on, least]) => contrast(fault.fix, colours[on]) / least));
        assert.ok(worst < 1.04, `${accent} → ${fault.fix} goes too far: ${worst}`);
      }
    }
    assert.equal(nearest("#862633", () => true), "#862633");
    assert.equal(readable("accent", "#862633", { surface: "#ffffff", tint: "#555555" }), null);
  });

  test("a fix for one colour never spoils one that was fixed before", () => {
    for (const [theme, surface] of [["light", "#fff3e0"], ["dark", "#2b1d1d"]]) {
      let colours = { ...ORIGINAL[theme], accent: "#dd3333", "accent-text": "#dd9999", text: "#888888", control: "#777777", surface };
      for (let round = 0; round < 11 && faint(colours).length; round++) {
        const [{ ink, fix }] = faint(colours);
        assert.ok(fix, ink);
        colours = { ...colours, [ink]: fix };
      }
      assert.deepEqual(faint(colours), []);
    }
  });
});

describe("settings, read", () => {
  test("what is wrong is named, and left out of the code alone", () => {
    const choices = new Map([["--son-accent", "rouge"], ["--son-radius", "99"], ["cta-label", "Ici"], ["cta-href", "javascript:alert(1)"], ["--son-pro", "#123"]]);
    assert.deepEqual([...faults(choices)], [["--son-accent", "fault.colour"], ["--son-radius", "fault.radius"], ["cta-href", "fault.address"]]);
    assert.deepEqual(settings(choices), { way: "module", pinned: false, attributes: [], properties: [["--son-pro", "#112233"]] });
    assert.deepEqual([...faults(new Map([["cta-name", "Moi"]]))], [["cta-label", "fault.no_label"]]);
    assert.deepEqual([...faults(new Map([["cta-label", "Ici"]]))], [["cta-href", "fault.no_address"]]);
  });

  test("a theme that is never shown leaves no colours in the code", () => {
    const of = (theme) => settings(new Map([["theme", theme], ["--son-accent", "#111111"], ["--son-accent-dark", "#eeeeee"], ["--son-radius", "0"]])).properties.map(([name]) => name);
    assert.deepEqual(of("light"), ["--son-accent", "--son-radius"]);
    assert.deepEqual(of("dark"), ["--son-accent-dark", "--son-radius"]);
  });

  test("a frame is light unless it is told, an element is as the page", () => {
    const of = (way, theme) => {
      const { attributes, properties } = settings(new Map([["way", way], ...(theme ? [["theme", theme]] : []), ["--son-accent", "#111111"], ["--son-accent-dark", "#eeeeee"]]));
      return [...attributes.flat(), ...properties.map(([name]) => name)];
    };
    assert.deepEqual(of("frame"), ["--son-accent"]);
    assert.deepEqual(of("frame", "light"), ["--son-accent"]);
    assert.deepEqual(of("frame", "auto"), ["theme", "auto", "--son-accent", "--son-accent-dark"]);
    assert.deepEqual(of("module", "auto"), ["--son-accent", "--son-accent-dark"]);
    assert.deepEqual(of("module", "light"), ["theme", "light", "--son-accent"]);
  });

  const place = { base: "https://quiz.example/a/", page: "https://quiz.example/a/en/", title: "Should you?", integrity: { "embed.js": "sha384-x" } };
  const code = (choices) => snippet(settings(new Map(Object.entries(choices))), place)[0].text;

  test("only what differs from the defaults is written", () => {
    assert.equal(code({}), `<script type="module" src="https://quiz.example/a/social-or-not.js"></script>\n<social-or-not><a href="https://quiz.example/a/en/">Should you?</a></social-or-not>`);
    assert.equal(code({ way: "wordpress" }), "[social-or-not]");
    assert.equal(code({ way: "address" }), "https://quiz.example/a/en/");
  });

  test("a digest is written only where there is one", () => {
    assert.match(code({ way: "classic", pinned: "on" }), /integrity="sha384-x" crossorigin="anonymous" async/);
    assert.doesNotMatch(code({ way: "module", pinned: "on" }), /integrity/);
  });

  test("a shortcode holds what the plugin takes, escaped, and the rest is a rule", () => {
    const [short, rest] = snippet(settings(new Map([["way", "wordpress"], ...CHOICES, ["theme", "light"], ["share-detail", "report"]])), place);
    assert.equal(short.text, `[social-or-not lang="fr" theme="light" cta-label="&quot;Rendez-vous&quot; &lt;img src=x onerror=alert(1)&gt; &amp; l'été &#91;fin&#93;" cta-href="https://example.org/?a=1&amp;b=2" accent="#862633"]`);
    assert.equal(rest.text, "social-or-not {\n  --son-radius: 12px;\n}");
  });
});

for (const program of BROWSERS) {
  describe(`the builder in ${program.name}`, async () => {
    const product = await serve();
    const host = await serve();
    const browser = await launch(program);

    /** The builder, with these choices in its address. */
    async function build(choices = new Map(), { lang = "en", ...options } = {}) {
      const page = await open(browser, `${product.address}${PAGES[lang]}${choices.size ? `#${fragment(choices)}` : ""}`, options);
      await page.waitForSelector("#blocks textarea");
      return page;
    }
    const code = (page, kind = "html") => page.$eval(`#code-${kind}`, (area) => area.value);

    /** The code for a way, with the settings that are to be seen. */
    async function codeFor(way, more = [], kind) {
      const page = await build(new Map([["way", way], ...CHOICES, ...more]));
      const text = await code(page, kind);
      assert.deepEqual(page.faults, []);
      await page.close();
      return text;
    }

    /** A page of another origin, and another language and theme, with some code in it. */
    function paste(code, head = "") {
      host.host("/post", code, head);
      return open(browser, `${host.address}/post`);
    }

    /** The quiz in a page or frame has the chosen settings, at a question and at the result. */
    async function assertChosen(where) {
      await where.waitForFunction(() => document.querySelector("social-or-not")?.shadowRoot?.querySelector("input[name=who]"));
      const seen = await where.evaluate((answers) => {
        const quiz = document.querySelector("social-or-not");
        const link = quiz.shadowRoot.querySelector(".son-link");
        const found = { legend: quiz.shadowRoot.querySelector("legend").textContent, accent: getComputedStyle(link).color, scheme: getComputedStyle(quiz.shadowRoot.querySelector("#mount")).colorScheme };
        quiz.answers = answers;
        return found;
      }, BAKERY);
      assert.match(seen.legend, /question/);
      assert.match(seen.legend, /vous/);
      assert.equal(seen.accent, ACCENT);
      assert.equal(seen.scheme, "dark");
      await where.waitForFunction(() => document.querySelector("social-or-not").shadowRoot?.querySelector("[part=cta]"));
      const call = await where.evaluate(() => {
        const root = document.querySelector("social-or-not").shadowRoot;
        const link = root.querySelector("[part=cta] a");
        return { text: link.textContent, href: link.href, images: root.querySelectorAll("img").length + document.querySelectorAll("img").length, radius: getComputedStyle(root.querySelector(".son-strip__cells")).borderRadius };
      });
      assert.deepEqual(call, { text: NASTY, href: "https://example.org/?a=1&b=2", images: 0, radius: "12px" });
    }

    test("a script and a tag work where they are pasted", async () => {
      const page = await paste(await codeFor("module"));
      await assertChosen(page);
      assert.deepEqual(page.faults, []);
    });

    test("a script and a div work where they are pasted", async () => {
      const page = await paste(await codeFor("classic"));
      await assertChosen(page);
      assert.deepEqual(page.faults, []);
    });

    test("a frame works where it is pasted, and takes its height", async () => {
      const page = await paste(await codeFor("frame"));
      await happened(page, "ready");
      await assertChosen(page.frames().find((frame) => frame.url().includes("/embed.html")));
      await page.waitForFunction(() => parseFloat(document.querySelector("iframe").style.height) > 1000);
      assert.deepEqual(page.faults, []);
    });

    test("the frame's address works alone", async () => {
      await assertChosen(await open(browser, await codeFor("frame", [], "frame-address")));
    });

    test("the address is that of the quiz's own page in its language", async () => {
      assert.equal(await codeFor("address", [], "address"), `${product.address}/`);
      assert.equal(await codeFor("address", [["lang", "en"]], "address"), `${product.address}/en/`);
    });

    test("a package and a tag work once the package is resolved", async () => {
      const script = await codeFor("npm", [], "script");
      const map = `<script type="importmap">{"imports":{"social-or-not":"${product.address}/social-or-not.js"}}</script>`;
      await assertChosen(await paste(`<script type="module">${script}</script>${await codeFor("npm")}`, map));
    });

    test("a pinned script works, and is refused once it has changed; the link stays", async () => {
      for (const [way, file] of [["module", "social-or-not.js"], ["classic", "embed.js"]]) {
        const text = await codeFor(way, [["pinned", "on"]]);
        assert.match(text, /integrity="sha384-/);
        await assertChosen(await paste(text));
        const mend = product.spoil(new RegExp(`/${file}$`), { body: `${readFileSync(join(DIST, file), "utf8")}\n` });
        const page = await paste(text);
        await page.waitForFunction(() => document.readyState === "complete");
        assert.equal(await page.evaluate(() => customElements.get("social-or-not") === undefined), true);
        assert.equal(await page.evaluate(() => document.querySelector("a").checkVisibility() && document.querySelector("a").textContent), "Faut-il être sur les réseaux sociaux\u202f?");
        mend();
      }
    });

    test("where a strict policy stands, the sources and the rule that are given are enough", async () => {
      const page = await build(new Map([["way", "module"], ...CHOICES]));
      const [policy, rule, text] = [await code(page, "policy"), await code(page, "rule"), await code(page)];
      const head = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-site'; ${policy}"><style nonce="site">${rule}</style>`;
      await assertChosen(await paste(text.replace(/\s*style="[^"]*"/, ""), head));
    });

    test("the page itself lives under a strict policy, with trusted types", async () => {
      const mend = product.spoil(/builder\.html$/, { headers: { "Content-Security-Policy": BUILDER_POLICY } });
      for (const way of ["module", "frame"]) {
        const page = await build(new Map([["way", way], ...CHOICES, ["--son-text-dark", "#555555"]]));
        await page.waitForSelector(way === "frame" ? "#stage iframe" : "#stage social-or-not");
        await page.$eval("#stage", (stage) => stage.scrollIntoView());
        if (way === "module") await happened(page, "ready");
        else await (await (await page.$("#stage iframe")).contentFrame()).waitForFunction(() => document.querySelector("social-or-not")?.shadowRoot?.querySelector("input[name=who]"));
        await page.waitForSelector("#contrasts li");
        assert.deepEqual(page.faults, []);
      }
      mend();
    });

    test("the preview is the quiz with the settings, and keeps nothing", async () => {
      const page = await build(CHOICES, { width: 1280 });
      await ready(page);
      const look = () => page.evaluate(() => {
        const quiz = document.querySelector("#stage social-or-not");
        return { lang: quiz.lang, theme: quiz.theme, storage: quiz.storage, accent: getComputedStyle(quiz.shadowRoot.querySelector(".son-link")).color };
      });
      assert.deepEqual(await look(), { lang: "fr", theme: "dark", storage: "none", accent: ACCENT });
      await page.click("[name=lang][value=en]");
      await page.waitForFunction(() => /asking/.test(document.querySelector("#stage social-or-not").shadowRoot?.querySelector("legend")?.textContent));
      await page.click("[name=screen][value=result]");
      await page.waitForFunction(() => document.querySelector("#stage social-or-not").shadowRoot?.querySelector("[part=cta] a"));
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
      // The page around it, dark or light, decides where the publisher does not.
      await page.click("[name=theme][value='']");
      for (const [around, colour] of [["light", "rgb(134, 38, 51)"], ["dark", ACCENT]]) {
        await page.click(`[name=around][value=${around}]`);
        await page.waitForFunction((colour) => getComputedStyle(document.querySelector("#stage social-or-not").shadowRoot?.querySelector(".son-link")).color === colour, {}, colour);
      }
      await page.click("[name=width][value=phone]");
      assert.equal(await page.$eval("#stage", (stage) => stage.offsetWidth), 390);
    });

    test("the preview of a frame is the frame", async () => {
      const page = await build(new Map([["way", "frame"], ...CHOICES]));
      const handle = await page.waitForSelector("#stage iframe");
      await handle.scrollIntoView();
      const frame = await handle.contentFrame();
      await frame.waitForFunction(() => document.querySelector("social-or-not")?.shadowRoot?.querySelector("input[name=who]"));
      assert.equal(await frame.evaluate(() => getComputedStyle(document.querySelector("social-or-not").shadowRoot.querySelector(".son-link")).color), ACCENT);
    });

    test("a colour that is too faint is named with its ratio, and one press mends it", async () => {
      const page = await build();
      const warnings = () => page.$$eval("#contrasts li", (entries) => entries.map((entry) => entry.querySelector("p").textContent));
      const status = () => page.$eval("#contrast-status", (node) => node.textContent);
      assert.deepEqual(await warnings(), []);
      const fine = await status();
      await page.type("[name='--son-accent']", "#f7c948");
      await page.waitForSelector("#contrasts li");
      const [first, second, ...rest] = await warnings();
      assert.match(first, /“Accent” on “Tint”, light theme: a contrast of 1\.\d, where 4\.5 is needed/);
      assert.match(second, /“Text on the accent” on “Accent”, light theme/);
      assert.deepEqual(rest, []);
      assert.notEqual(await status(), fine);
      assert.equal(await page.$eval("#code-contrast", (link) => link.checkVisibility()), true);
      await page.click("#contrasts button");
      await page.waitForFunction(() => !document.querySelector("#contrasts li"));
      assert.equal(await status(), fine);
      assert.equal(await page.evaluate(() => document.activeElement.name), "--son-accent");
      const colour = await page.$eval("[name='--son-accent']", (field) => field.value);
      assert.ok(contrast(colour, ORIGINAL.light.tint) >= 4.5);
      assert.ok((await code(page)).includes(`--son-accent: ${colour}`));
    });

    test("a dark colour is drawn from the light one, and reads", async () => {
      const page = await build();
      await page.type("[name='--son-accent']", "#862633");
      await page.click("[data-derive='--son-accent']");
      const colour = await page.$eval("[name='--son-accent-dark']", (field) => field.value);
      assert.ok(contrast(colour, ORIGINAL.dark.tint) >= 4.5 && contrast(colour, ORIGINAL.dark.surface) >= 4.5, colour);
      assert.equal(await page.$eval("[data-derive='--son-accent']", (button) => button.hidden), true);
    });

    test("a bad colour or address is named beside its field, and nothing is lost", async () => {
      const page = await build(new Map([["--son-pro", "#005a3c"], ["cta-label", "Here"]]));
      const said = (name) => page.$eval(`[id='${name}-fault']`, (node) => node.textContent);
      assert.match(await said("cta-href"), /address is missing/);
      await page.type("[name='--son-accent']", "crimson");
      // While one writes, nothing is wrong yet.
      assert.equal(await said("--son-accent"), "");
      await page.type("[name='cta-href']", "example.org");
      assert.match(await said("--son-accent"), /“crimson” is no colour/);
      await page.keyboard.press("Tab");
      assert.match(await said("cta-href"), /“example.org” is no full address/);
      assert.equal(await page.$eval("[name='cta-href']", (field) => field.getAttribute("aria-invalid")), "true");
      const text = await code(page);
      assert.match(text, /--son-pro: #005a3c/);
      assert.doesNotMatch(text, /crimson|cta/);
      await page.reload();
      await page.waitForSelector("#blocks textarea");
      assert.deepEqual(await page.$$eval("[name='--son-accent'], [name='cta-href'], [name='cta-label']", (fields) => fields.map(({ value }) => value)), ["crimson", "Here", "example.org"]);
      assert.match(await said("--son-accent"), /“crimson” is no colour/);
    });

    test("settings live in the address: reloaded, shared, taken along to the other language", async () => {
      const page = await build();
      await page.click("[name=way][value=frame]");
      await page.click("[name=theme][value=dark]");
      await page.type("[name='--son-accent-dark']", "#f1a7ae");
      await page.type("[name='cta-label']", NASTY);
      await page.type("[name='cta-href']", "https://example.org/");
      await page.click("[name=pinned]");
      const made = await code(page);
      const address = await page.evaluate(() => location.href);
      const again = await open(browser, address);
      await again.waitForSelector("#blocks textarea");
      assert.equal(await code(again), made);
      assert.equal(await again.evaluate(() => location.href), address);
      await Promise.all([again.waitForNavigation(), again.click("#other")]);
      await again.waitForSelector("#blocks textarea");
      assert.equal(await again.evaluate(() => location.pathname + location.hash), PAGES.fr + new URL(address).hash);
      // The way to the code does not take the place of the settings.
      await again.click(".builder-jump a");
      assert.equal(await again.evaluate(() => location.hash + document.activeElement.id), `${new URL(address).hash}code`);
    });

    test("what an address says wrongly is told and left aside", async () => {
      const page = await open(browser, `${product.address}${PAGES.en}#theme=purple&lang=fr&unknown=1&pinned=no`);
      await page.waitForSelector("#blocks textarea");
      assert.match(await page.$eval("#refused", (note) => note.checkVisibility() && note.textContent), /theme=purple, unknown=1, pinned=no/);
      assert.match(await code(page), /<social-or-not lang="fr">/);
    });

    test("the code is copied, and that is said", async () => {
      const page = await build(CHOICES);
      const copied = await code(page);
      await page.click("#blocks button");
      await page.waitForFunction(() => document.querySelector("#blocks [role=status]").textContent === "Copied.");
      await page.$eval("[name='cta-text']", (field) => { field.removeAttribute("maxlength"); field.focus(); });
      await page.keyboard.down("Control");
      await page.keyboard.press("v");
      await page.keyboard.up("Control");
      // A field of one line has its own way with line ends.
      await page.waitForFunction((copied) => document.querySelector("[name='cta-text']").value.replace(/\s/g, "") === copied, {}, copied.replace(/\s/g, ""));
    });

    test("where copying is refused, the code is selected instead", async () => {
      const page = await build(CHOICES, { prepare: () => { navigator.clipboard.writeText = () => Promise.reject(new Error("refused")); } });
      await page.click("#blocks button");
      await page.waitForFunction(() => /selected/.test(document.querySelector("#blocks [role=status]").textContent));
      const copied = await code(page);
      assert.equal(await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), copied);
    });

    test("every attribute of the element can be set", async () => {
      const page = await build();
      const names = await page.$eval("#settings", (form) => [...form.elements].map(({ name }) => name));
      assert.deepEqual(ATTRIBUTES.filter((name) => name !== "answers" && !names.includes(name)), []);
    });

    for (const lang of Object.keys(PAGES)) {
      // Firefox's driver cannot feign a theme.
      for (const theme of program.name === "chrome" ? ["light", "dark"] : []) {
        test(`nothing stands in anybody's way, in ${lang}, ${theme}`, async () => {
          const page = await build(new Map([["--son-accent", "#f7c948"], ["--son-con", "rouge"], ["cta-label", "Ici"], ["pinned", "on"], ["oups", "1"]]), { lang });
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
          await page.$eval("#stage", (stage) => stage.scrollIntoView());
          await ready(page);
          // Not as a script of the page: its policy would refuse it.
          await page.evaluate(AXE);
          const violations = await page.evaluate(async () => {
            // The samples of what cannot be read are there to show just that, and so is the preview.
            const { violations } = await axe.run({ exclude: [".builder-sample", "#stage"] }, { resultTypes: ["violations"] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`);
          });
          assert.deepEqual(violations, []);
        });
      }

      test(`nothing scrolls sideways at 320 px, in ${lang}`, async () => {
        for (const way of ["module", "frame", "npm", "wordpress", "address"]) {
          const page = await build(new Map([["way", way], ["--son-accent", "#f7c948"], ["--son-con", "une couleur que personne ne sait nommer"], ["cta-label", "Ici"]]), { lang, width: 320 });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
          assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= 320, way);
        }
      });
    }
  });
}
