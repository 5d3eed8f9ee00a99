// The page that compares results: what brings them in, what it says of them, and that it is what the native command says.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { BROWSERS, DIST, ROOT, element, launch, open, ready, serve } from "./harness.js";
import { plain, words } from "./words.js";

const NATIVE = process.env.NATIVE ?? join(ROOT, "target/release/social-or-not");
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const answersOf = (id) => PERSONAS.find((persona) => persona.id === id).answers;
const BAKERY = answersOf("bakery");
const PAGES = { fr: "/compare.html", en: "/en/compare.html" };
const THEMES = ["light", "dark"];

// The codes of links, as the quiz writes them.
const file = (pattern) => join(DIST, readdirSync(DIST).find((name) => pattern.test(name)));
const quiz = await import(file(/^whole\..*\.js$/));
await quiz.default({ module_or_path: readFileSync(file(/^whole\..*\.wasm$/)) });
const code = (answers, today, weights = {}) => quiz.code(answers, { today, weights });

/** Two partners of one shop, and a third who weighs otherwise. */
const PARTNER = { ...BAKERY, strategy: "none", runner: "nobody", hours: 1, welcome: "intrusion" };
const THIRD = { ...BAKERY, talk: "no", audience: "few", goals: ["know", "dialogue"] };
const A = code(BAKERY);
const B = code(PARTNER);
const C = code(THIRD, undefined, { effort: 2, reach: 0 });
const BEFORE = code(BAKERY, "2026-03-12");
const AFTER = code(PARTNER, "2026-06-14");
const EIGHT = PERSONAS.slice(0, 8).map(({ answers }, place) => code(answers, `2026-02-0${place + 1}`));
const NINTH = code(PERSONAS[8].answers);
const fragmentOf = (...codes) => `#${codes.map((code) => `r=${code}`).join("&")}`;
const record = (answers, more = {}) => ({ format: "social-or-not", model: "1.0.0", made: "2026-11-22", at: "result", answers, weights: {}, ...more });

const folder = mkdtempSync(join(tmpdir(), "compare-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A file on the disk. */
function saved(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** What the native command says of results. */
function native(codes) {
  const { status, stdout, stderr } = spawnSync(NATIVE, ["compare", ...codes], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Comes to the page, and waits until it can be used. */
async function arrive(browser, address, { lang = "fr", ...options } = {}) {
  const page = await open(browser, address, options);
  return { page, ...at(page, lang) };
}

/** What there is to do on the page, and to read. */
function at(page, lang) {
  const board = element(page, 0, "#comparison");
  const says = words(lang, "comparison");
  const started = () => page.waitForSelector("#comparison[data-ready]");
  const texts = async (selector) => (await board.host((host, selector) => [...host.shadowRoot.querySelectorAll(selector)].map((node) => node.textContent), selector)).map(plain);
  /** A button or link that says this, at its beginning. */
  const named = async (text) => {
    const handle = await page.evaluateHandle((host, text) => {
      const plain = (text) => text.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ").trim();
      return [...host.shadowRoot.querySelectorAll("button, summary")].find((button) => plain(button.textContent).startsWith(text));
    }, await board.self(), plain(text));
    return handle.asElement();
  };
  const press = async (text) => (await named(text) ?? assert.fail(`no button says “${text}”`)).click();
  return {
    board, says, texts, named, press, started,
    /** The names of the results, as they stand in their fields. */
    names: () => board.host((host) => [...host.shadowRoot.querySelectorAll(".son-side__name")].map(({ value }) => value)),
    /** Waits until so many results are there. */
    count: (count) => page.waitForFunction((count) => document.querySelector("#comparison").shadowRoot.querySelectorAll(".son-side").length === count, {}, count),
    /** Waits until the live region says something with this in it. */
    said: (text) => page.waitForFunction((text) => document.querySelector("#comparison").shadowRoot.querySelector("[role=status]").textContent.includes(text), {}, text),
    /** What could not be added, once it is said. */
    faults: async () => { await board.wait("[role=alert]"); return texts(".son-faults p"); },
    paste: async (text) => {
      await board.host((host) => host.shadowRoot.querySelector("input[name=link]").select());
      await (await board.find("input[name=link]")).type(text);
      await press(says["add.do"]);
    },
    choose: async (...paths) => (await board.find("input[type=file]")).uploadFile(...paths),
    hash: () => page.evaluate(() => location.hash),
    focused: () => board.host((host) => { const { localName, name, textContent } = host.shadowRoot.activeElement ?? {}; return { localName, name, text: textContent }; }),
  };
}

/** What the page shows, in the terms of the native command's JSON. */
function shown(page) {
  return page.evaluate(() => {
    const root = document.querySelector("#comparison").shadowRoot;
    const plain = (text) => text.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "").trim();
    const all = (node, selector) => [...node.querySelectorAll(selector)];
    const text = (node, selector) => plain(node.querySelector(selector)?.textContent ?? "");
    const pairs = (node) => all(node, "dl > div").map((row) => [text(row, "dt"), text(row, "dd")]);
    return {
      results: all(root, ".son-side").map((row) => ({
        verdict: text(row, ".son-side__verdict strong"),
        balance: Number(text(row, ".son-side__balance strong").replace("−", "-")),
        gates: all(row, ".son-side__gate").map((gate) => gate.dataset.state),
      })),
      same: text(root, ".son-sides__same"),
      disagreements: all(root, ".son-apart").map((row) => ({ on: text(row, "h3, h4"), answers: pairs(row), does: text(row, ".son-apart__does p"), flips: text(row, ".son-apart__does strong") })),
      meetings: all(root, ".son-meeting").map((way) => ({ verdict: text(way, "h3"), as: text(way, "p"), on: pairs(way) })),
    };
  });
}

for (const program of BROWSERS) {
  describe(`comparing in ${program.name}`, async () => {
    const browser = await launch(program);
    const server = await serve();
    const to = (lang, fragment = "") => server.address + PAGES[lang] + fragment;
    async function on(lang, fragment, options) {
      const page = await arrive(browser, to(lang, fragment), { lang, ...options });
      await page.started();
      return page;
    }

    for (const lang of Object.keys(PAGES)) {
      test(`a link with results shows what the native command says of them, in ${lang}`, async () => {
        const [questions, verdicts, says] = [words(lang, "questions"), words(lang, "verdicts"), words(lang, "comparison")];
        const fill = (text, values) => plain(text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]));
        const counted = (key, count, values) => fill(says[`${key}.${count === 1 || (lang === "fr" && count === 0) ? "one" : "other"}`], { count, ...values });
        const letters = (places) => places.map((place) => "ABCDEFGH"[place]);
        const list = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} ${lang === "fr" ? "et" : "and"} ${names.at(-1)}` : names[0]);
        const name = (id) => plain(id === "weights" ? says["apart.weights"] : questions[`${id}.name`]);
        for (const codes of [[A, B], [A, B, C], EIGHT]) {
          const { page } = await on(lang, fragmentOf(...codes));
          const { results, same, disagreements, meetings } = native(codes);
          const found = await shown(page);
          assert.deepEqual(found.results, results.map(({ verdict, balance, gates }) => ({ verdict: plain(verdicts[`${verdict}.short`]), balance, gates: Object.values(gates) })));
          const of = same + disagreements.filter(({ on }) => on !== "weights").length;
          assert.equal(found.same, same ? counted("results.same", same, { of }) : plain(says["results.same_none"]));
          assert.deepEqual(found.disagreements.map(({ on }) => on), disagreements.map(({ on }) => name(on)));
          disagreements.forEach(({ on, answers, flips, moves, whose }, place) => {
            const row = found.disagreements[place];
            const told = flips ? fill(says["apart.flips"], { list: list(letters(whose)) }) : "";
            assert.equal(row.flips, told, on);
            const moved = moves ? counted("apart.moves", moves) : plain(says["apart.unmoved"]);
            assert.equal(row.does, [told, moved].filter(Boolean).join(" "), on);
            const given = answers.map((answer) => JSON.stringify(answer));
            const groups = [...new Set(given)].map((answer) => [...given.keys()].filter((place) => given[place] === answer));
            assert.deepEqual(row.answers.map(([who]) => who), groups.map((places) => list(letters(places))), on);
            const single = questions[`${on}.options.${answers[0]}.short`];
            if (single) assert.equal(row.answers[0][1], plain(single));
          });
          assert.deepEqual(found.meetings.map(({ verdict, as, on }) => [verdict, as, on.map(([question]) => question)]), meetings.map(({ verdict, person, on }) => [
            fill(says["meeting.way"], { verdict: verdicts[`${verdict}.short`] }), fill(says["meeting.as"], { name: letters([person]) }), on.map(name)]));
          assert.deepEqual(page.faults, []);
        }
      });
    }

    test("two links pasted are compared, the address opens the comparison, and a reload keeps it", async () => {
      const { page, paste, count, said, hash, texts, names, started } = await on("fr");
      await paste(`${server.address}/#r=${A}`);
      await count(1);
      await said("A");
      assert.equal(await hash(), fragmentOf(A));
      assert.deepEqual(await texts("h2"), ["Ajouter un résultat", "Les résultats"], "one result is shown, and compared with nothing");
      await paste(`Regarde : <${server.address}/en/#r=${B}>.`);
      await count(2);
      assert.equal(await hash(), fragmentOf(A, B));
      assert.equal((await texts("h2")).length, 4);
      await page.reload();
      await started();
      await count(2);
      assert.deepEqual(await names(), ["A", "B"]);
      assert.deepEqual(page.faults, []);
    });

    test("the other language is of the same comparison", async () => {
      const { page, paste, count } = await on("fr", fragmentOf(A, B));
      await paste(C);
      await count(3);
      const before = await shown(page);
      await Promise.all([page.waitForNavigation(), page.click("#other")]);
      assert.equal(await page.evaluate(() => location.pathname + location.hash), PAGES.en + fragmentOf(A, B, C));
      const { count: english, started } = at(page, "en");
      await started();
      await english(3);
      assert.deepEqual((await shown(page)).results.map(({ balance }) => balance), before.results.map(({ balance }) => balance));
    });

    test("a link to another comparison that is pasted as the page's address is opened", async () => {
      const { page, count, names } = await on("fr", fragmentOf(A, B));
      await page.evaluate((fragment) => { globalThis.before = true; location.hash = fragment; }, fragmentOf(C));
      await page.waitForFunction(() => !globalThis.before && document.querySelector("#comparison[data-ready]"));
      await count(1);
      assert.deepEqual(await names(), ["A"]);
    });

    test("eight are compared, and a ninth is refused until one is removed", async () => {
      const { paste, count, faults, press, says, names, texts, board } = await on("fr", fragmentOf(...EIGHT));
      await count(8);
      await paste(NINTH);
      assert.deepEqual(await faults(), [plain(says["fault.full"])]);
      assert.equal(await board.host((host) => host.shadowRoot.querySelector("input[name=link]").value), NINTH, "it stays in the field");
      await press(says["results.remove"]);
      await count(7);
      assert.deepEqual(await texts("[role=alert]"), []);
      await press(says["add.do"]);
      await count(8);
      assert.deepEqual(await names(), [..."BCDEFGHA"], "letters stay, and a free one is taken again");
    });

    test("nine in a link are eight, and the ninth is named", async () => {
      const { count, faults, says } = await on("en", fragmentOf(...EIGHT, NINTH));
      await count(8);
      assert.deepEqual(await faults(), [says["fault.link"].replace("{number}", 9), plain(says["fault.full"])]);
    });

    test("a damaged one is named by its number, and the others are kept", async () => {
      const damaged = B.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
      const { count, faults, says, hash, paste, board } = await on("en", fragmentOf(A, damaged, C));
      await count(2);
      assert.deepEqual(await faults(), [says["fault.link"].replace("{number}", 2), plain(says["fault.damaged"])]);
      assert.equal(await hash(), fragmentOf(A, damaged, C), "nothing is lost of what the page was opened on");
      await paste(B);
      await count(3);
      await board.gone("[role=alert]");
      assert.equal(await hash(), fragmentOf(A, C, B));
    });

    test("what is pasted and cannot be read is said, with the field and what is in it kept", async () => {
      const { paste, faults, says, board, focused, page } = await on("fr", fragmentOf(A));
      const cases = [["", "empty"], ["bonjour", "no_code"], [`${server.address}/`, "no_code"], [A.slice(0, -1), "damaged"], [A, "twice"]];
      for (const [text, fault] of cases) {
        await board.host((host) => { const field = host.shadowRoot.querySelector("input[name=link]"); field.value = ""; field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })); });
        await paste(text);
        // Its first words: the rest may be typeset.
        await page.waitForFunction((said) => document.querySelector("#comparison").shadowRoot.querySelector(".son-faults")?.textContent.replaceAll("’", "'").startsWith(said), {}, says[`fault.${fault}`].slice(0, 12));
        assert.deepEqual(await faults(), [plain(says[`fault.${fault}`])]);
        assert.equal(await board.host((host) => host.shadowRoot.querySelector("input[name=link]").value), text);
        const described = await board.host((host) => {
          const field = host.shadowRoot.querySelector("input[name=link]");
          return field.getAttribute("aria-invalid") === "true" && Boolean(host.shadowRoot.getElementById(field.getAttribute("aria-describedby")));
        });
        assert.ok(described, "the field is marked, and what is wrong is its description");
      }
      assert.notEqual((await focused()).localName, undefined, "the focus is not lost");
    });

    test("files chosen are compared; one that is not right is named with its reason", async () => {
      const { choose, count, faults, says, names, texts, hash } = await on("fr");
      await choose(saved("lea.json", record(BAKERY)), saved("bad.json", "{"), saved("other.json", { a: 1 }), saved("wrong.json", record({ who: "baker" })), saved("later.json", record({ who: "robot" }, { model: "9.0.0" })));
      await count(1);
      const { question } = { question: plain(words("fr", "questions")["who.name"]) };
      assert.deepEqual(await faults(), [
        "bad.json", plain(says["fault.not_ours"]), "other.json", plain(says["fault.not_ours"]),
        "wrong.json", plain(says["fault.answer"]).replace("{question}", question).replace("{value}", "`baker`"),
        "later.json", plain(says["fault.newer"])]);
      assert.equal(await hash(), fragmentOf(code(BAKERY, "2026-11-22")), "with the day that the file has");
      await choose(saved("sam.json", record(PARTNER)));
      await count(2);
      assert.deepEqual(await texts("[role=alert]"), []);
      assert.deepEqual(await names(), ["A", "B"]);
    });

    test("files are taken wherever they are dropped on the page", async () => {
      const { page, count, board, faults, says } = await on("en");
      const drop = (name, text) => page.evaluate((name, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name, { type: "application/json" }));
        const send = (kind) => document.querySelector(".page-foot").dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        send("dragover");
        const isShown = document.querySelector("#comparison").hasAttribute("data-drop");
        return [isShown, !send("drop")];
      }, name, text);
      assert.deepEqual(await drop("a.json", JSON.stringify(record(BAKERY))), [true, true], "it is shown that it will be taken, and the browser does not open it");
      await count(1);
      await drop("b.json", JSON.stringify(record(PARTNER)));
      await count(2);
      assert.equal(await board.host((host) => host.hasAttribute("data-drop")), false);
      await drop("<img src=x onerror=alert(1)>.json", "nonsense");
      assert.deepEqual(await faults(), ["<img src=x onerror=alert(1)>.json", plain(says["fault.not_ours"])]);
      assert.equal(await board.find("img"), null, "a name is never markup");
      assert.deepEqual(page.faults, []);
    });

    test("one's own is offered where this device keeps a result, and known by its name", async () => {
      const keep = (kept) => `localStorage.setItem("social-or-not", ${JSON.stringify(JSON.stringify(kept))})`;
      const own = await on("fr", fragmentOf(B), { prepare: keep(record(BAKERY)) });
      await own.press(own.says["add.mine"]);
      await own.count(2);
      assert.deepEqual((await own.names()).map(plain), ["B", plain(own.says["results.mine"])].map((name, place) => (place ? name : "A")));
      assert.equal(await own.named(own.says["add.mine"]), null, "it is there already");
      assert.equal((await own.focused()).localName, "h2", "the focus is not lost with it");
      const linked = await on("fr", fragmentOf(B, A), { prepare: keep(record(BAKERY)) });
      await linked.count(2);
      assert.deepEqual((await linked.names()).map(plain), ["A", plain(linked.says["results.mine"])]);
      for (const kept of [{ ...record({ who: "shop" }), at: "presence" }, record({ who: "baker" }), { version: 1 }]) {
        const none = await on("fr", "", { prepare: keep(kept) });
        assert.equal(await none.named(none.says["add.mine"]), null);
        assert.deepEqual(none.page.faults, []);
      }
    });

    test("who removes a result is told, and the focus is not lost", async () => {
      const { press, count, said, says, focused, hash } = await on("en", fragmentOf(A, B));
      await press(says["results.remove"]);
      await count(1);
      await said(says["said.removed"].replace("{name}", "A"));
      assert.deepEqual([(await focused()).localName, await hash()], ["h2", fragmentOf(B)]);
      await press(says["results.remove"]);
      await count(0);
      assert.deepEqual([(await focused()).name, await hash()], ["link", ""]);
    });

    test("results of one person are put in their order, with what each change moved", async () => {
      const { page, board, names, texts, says, count, paste } = await on("fr", fragmentOf(AFTER, BEFORE));
      await count(2);
      await (await board.find("input[value=one]")).click();
      await board.wait(".son-changes");
      assert.deepEqual((await names()).map(plain), [says["time.before"], says["time.after"]].map(plain));
      const [before, then] = native([BEFORE, AFTER]).results;
      const [said] = await texts(".son-changes__verdict");
      for (const part of [`+${before.balance}`, `+${then.balance}`]) assert.ok(said.includes(part), said);
      // With two, what each change moves alone is the change of the first one's balance.
      const moved = (answers) => native([BEFORE, code(answers, "2026-06-14")]).results;
      const rows = (await shown(page)).disagreements;
      const changed = ["strategy", "runner", "hours", "welcome"];
      assert.equal(rows.length, changed.length);
      for (const question of changed) {
        const row = rows.find(({ on }) => on === plain(words("fr", "questions")[`${question}.name`]));
        const [now, alone] = moved({ ...BAKERY, [question]: PARTNER[question] });
        const points = `−${now.balance - alone.balance} points`;
        assert.ok(row.answers[1][1].includes(points), `${question}: ${row.answers[1][1]}, not ${points}`);
        assert.equal(row.answers[1][1].includes(plain(says["time.flips"])), now.verdict !== alone.verdict, question);
      }
      assert.ok(!(await texts("h2")).includes(plain(says["meeting.title"])));
      await paste(code({ ...PARTNER, strategy: "written" }, "2026-09-01"));
      await count(3);
      assert.deepEqual((await names()).map((name) => plain(name).split(" ").slice(0, 2).join(" ")), ["12 mars", "14 juin", "1er septembre"]);
      await paste(C);
      await count(4);
      assert.ok((await texts("h2")).includes(plain(says["meeting.title"])), "one without a day is of somebody");
      assert.deepEqual(page.faults, []);
    });

    test("of results of one day, or of unknown days, nobody is asked whose they are", async () => {
      for (const codes of [[A, B], [BEFORE, code(PARTNER, "2026-03-12")], [BEFORE, A]]) {
        const { board, count } = await on("fr", fragmentOf(...codes));
        await count(2);
        assert.equal(await board.find("input[name=kind]"), null);
      }
    });

    test("a name that the reader gives is used throughout, is never markup, and stays out of the address", async () => {
      const { page, board, texts, hash, names } = await on("fr", fragmentOf(A, B));
      const field = await board.wait(".son-side__name");
      await field.click({ count: 3 });
      await page.keyboard.type("<b>Léa</b>");
      assert.ok((await texts(".son-apart__answers dt")).includes("<b>Léa</b>"));
      assert.equal(await board.find("b"), null);
      assert.equal(await hash(), fragmentOf(A, B));
      await field.click({ count: 3 });
      await page.keyboard.press("Backspace");
      assert.deepEqual(await names(), ["", "B"]);
      await page.keyboard.press("Tab");
      await page.waitForFunction(() => document.querySelector("#comparison").shadowRoot.querySelector(".son-side__name").value === "A");
    });

    test("the keyboard alone is enough", async () => {
      const { page, board, count, said, focused, says } = await on("en", fragmentOf(BEFORE));
      const tabTo = async (is) => {
        for (let stop = 0; stop < 40; stop++) {
          if (is(await focused())) return;
          await page.keyboard.press("Tab");
        }
        assert.fail(`the keyboard does not reach ${is}`);
      };
      await tabTo(({ name }) => name === "link");
      await page.keyboard.type(AFTER);
      await page.keyboard.press("Enter");
      await count(2);
      await said("B");
      assert.equal((await focused()).name, "link", "the next one can be pasted at once");
      await tabTo(({ name }) => name === "kind");
      await page.keyboard.press("ArrowDown");
      await board.wait(".son-changes");
      await tabTo(({ localName, text }) => localName === "button" && text.startsWith(says["results.remove"]));
      await page.keyboard.press("Enter");
      await count(1);
    });

    test("what the reader writes before the module is there is not lost", async () => {
      const release = server.hold(/comparison\..*\.wasm$/);
      const { page, board, count, started, press, says, choose } = await arrive(browser, to("fr"));
      await (await board.wait("input[name=link]")).type(A);
      await choose(saved("early.json", record(PARTNER)));
      release();
      await started();
      await count(1);
      assert.deepEqual(await board.host((host) => [host.shadowRoot.querySelector("input[name=link]").value, host.shadowRoot.activeElement?.name]), [A, "link"]);
      await press(says["add.do"]);
      await count(2);
      assert.deepEqual(page.faults, []);
    });

    test("where the module does not arrive the page says so, and can be tried again with all its results", async () => {
      const mend = server.spoil(/comparison\..*\.wasm$/, { status: 503 });
      const { board, count, started } = await arrive(browser, to("fr", fragmentOf(A, B)));
      const retry = await board.wait(".son-note--error .son-button");
      mend();
      await retry.click();
      await started();
      await count(2);
    });

    test("it opens without its server, once the quiz has", async () => {
      const product = await serve();
      const page = await open(browser, `${product.address}/`);
      await page.waitForSelector("[data-when=ready]:not([hidden])");
      product.stop();
      for (const [lang, path] of Object.entries(PAGES)) {
        await page.goto(product.address + path + fragmentOf(A, B));
        await at(page, lang).started();
        await at(page, lang).count(2);
      }
    });

    test("the quiz leads to it, and it leads to the quiz, in both languages", async () => {
      for (const lang of Object.keys(PAGES)) {
        const page = await open(browser, server.address + (lang === "fr" ? "/" : "/en/"));
        await Promise.all([page.waitForNavigation(), page.click(".page-foot a[href='compare.html']")]);
        assert.equal(new URL(page.url()).pathname, PAGES[lang]);
        await Promise.all([page.waitForNavigation(), page.click(".page-head__name a")]);
        assert.equal(new URL(page.url()).pathname, lang === "fr" ? "/" : "/en/");
        await ready(page);
      }
    });

    // Puppeteer cannot have Firefox show a page as it is printed.
    test("on paper nothing is cut, and nothing is left to press", { skip: program.name === "firefox" }, async () => {
      const { page, board } = await on("fr", fragmentOf(...EIGHT), { width: 718 });
      await page.emulateMediaType("print");
      const found = await board.host((host) => {
        const seen = [...host.shadowRoot.querySelectorAll("*")].filter((node) => node.checkVisibility());
        return {
          beyond: seen.filter((node) => !node.closest("svg") && node.getBoundingClientRect().right > innerWidth + 1).length,
          buttons: seen.filter((node) => node.matches("button, summary, input:not(.son-side__name)")).length,
          rows: seen.filter((node) => node.matches(".son-side")).length,
        };
      });
      assert.deepEqual(found, { beyond: 0, buttons: 0, rows: 8 });
    });
  });
}

describe("comparing, for everybody", async () => {
  const browser = await launch(BROWSERS[0]);
  const server = await serve();
  /** Every state of the page, and how one comes to it. */
  const STATES = [
    ["nothing yet", "", async () => {}],
    ["one result", fragmentOf(A), async () => {}],
    ["two results", fragmentOf(BEFORE, AFTER), async () => {}],
    ["three results", fragmentOf(A, B, C), async () => {}],
    ["eight results", fragmentOf(...EIGHT), async ({ board }) => board.host((host) => { host.shadowRoot.querySelector("details").open = true; })],
    ["results that agree", fragmentOf(BEFORE, code(BAKERY, "2026-06-14")), async () => {}],
    ["one person over time", fragmentOf(BEFORE, AFTER), async ({ board }) => { await (await board.find("input[value=one]")).click(); await board.wait(".son-changes"); }],
    ["a damaged link", fragmentOf(A, "nonsense", B), async ({ board }) => board.wait("[role=alert]")],
    ["a fault in the field", "", async ({ press, says, board }) => { await press(says["add.do"]); await board.wait("[aria-invalid]"); }],
    ["a long file name that is refused", "", async ({ choose, board }) => { await choose(saved(`${"long".repeat(40)}.json`, "{")); await board.wait("[role=alert]"); }],
    ["a file above the page", fragmentOf(A), async ({ board }) => board.host((host) => host.toggleAttribute("data-drop", true))],
  ];

  for (const lang of Object.keys(PAGES)) {
    for (const [state, fragment, bring] of STATES) {
      test(`${state}: nothing stands in anybody's way, in ${lang}`, async () => {
        for (const [theme, width] of [...THEMES.map((theme) => [theme, 390]), ...THEMES.map((theme) => [theme, 1280]), ["light", 320]]) {
          const there = await arrive(browser, server.address + PAGES[lang] + fragment, { lang, width });
          const { page, board, started } = there;
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
          await started();
          await bring(there);
          assert.deepEqual(page.faults, []);
          const beyond = await board.host((host) => [...host.shadowRoot.querySelectorAll("*")]
            .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1 && node.closest("svg") === null)
            .map((node) => node.outerHTML.slice(0, 120)));
          assert.deepEqual([await page.evaluate(() => document.scrollingElement.scrollWidth), beyond], [width, []]);
          // Not as a script of the page: its policy would refuse it.
          await page.evaluate(AXE);
          const violations = await page.evaluate(async () => {
            const { violations } = await axe.run(document, { resultTypes: ["violations"] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`);
          });
          assert.deepEqual(violations, [], `${theme}, ${width}`);
          await page.close();
        }
      });
    }

    test(`a narrow table is a table to a screen reader still, in ${lang}`, async () => {
      const { page, started } = await arrive(browser, server.address + PAGES[lang] + fragmentOf(A, B), { lang, width: 320 });
      await started();
      const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
      for (const role of ["table", "columnheader", "rowheader", "cell"]) assert.ok(tree.includes(`"role":"${role}"`), role);
    });

    test(`without script the page says that it can compare nothing, and shows no dead form, in ${lang}`, async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(server.address + PAGES[lang]);
      const found = await page.evaluate(() => [document.querySelector("noscript").textContent.length > 0, document.querySelector("#comparison").shadowRoot.querySelector("form").checkVisibility()]);
      assert.deepEqual(found, [true, false]);
    });
  }
});
