// The page is there before the module. What a reader does meanwhile is not lost, and the module takes over unseen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, element, events, launch, open, ready, serve } from "./harness.js";

/** Without the service worker, which asks for the files that it keeps in its own time, of one page while another is tested. */
const prepare = () => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });

for (const program of BROWSERS) {
  describe(`take-over in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);
    const HELD = [["the module", /questions\..*\.wasm$/], ["every script", /\.js$/]];

    for (const [what, pattern] of HELD) {
      test(`an option tapped before ${what} is there counts as answered`, async () => {
        const release = server.hold(pattern);
        const page = await open(browser, `${server.address}/`, { prepare });
        const quiz = element(page);
        const first = await quiz.question();
        await (await quiz.find("label:nth-of-type(2)")).click();
        release();
        await ready(page);
        await quiz.leaves(first);
        assert.deepEqual(await quiz.host((element) => element.answers), { who: "b2b" });
        assert.deepEqual((await events(page)).map((event) => event.name), ["ready", "start", "answer"]);
        assert.deepEqual(page.faults, []);
      });

      test(`"I don't know" pressed before ${what} is there counts as a reply`, async () => {
        const release = server.hold(pattern);
        const page = await open(browser, `${server.address}/`, { prepare });
        const quiz = element(page);
        const first = await quiz.question();
        await (await quiz.find("form button")).click();
        release();
        await ready(page);
        await quiz.leaves(first);
        assert.deepEqual(await quiz.host((element) => element.answers), { who: null });
      });

      test(`an option reached by the arrow keys before ${what} is there is chosen, and the question stays`, async () => {
        const release = server.hold(pattern);
        const page = await open(browser, `${server.address}/`, { prepare });
        const quiz = element(page);
        const first = await quiz.question();
        await quiz.host((element) => element.shadowRoot.querySelector("input").focus());
        await page.keyboard.press("ArrowDown");
        release();
        await ready(page);
        assert.equal(await quiz.question(), first);
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector("input:checked").value), "b2b");
        assert.equal(await quiz.host((element) => element.shadowRoot.activeElement?.value), "b2b");
      });
    }

    test("the module draws what was there already, and takes no focus", async () => {
      const release = server.hold(/\.wasm$/);
      const page = await open(browser, `${server.address}/`, { prepare });
      const quiz = element(page);
      // Every node with its attributes and its place on the screen.
      const drawn = (element) => [...element.shadowRoot.querySelectorAll("#mount *")].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        const attributes = [...node.attributes].map((attribute) => `${attribute.name}=${attribute.value}`).sort();
        return [node.localName, ...attributes, x, y, width, height, node.children.length ? "" : node.textContent].join(" ");
      });
      const before = await quiz.host(drawn);
      assert.ok(before.length > 20);
      release();
      await ready(page);
      assert.deepEqual(await quiz.host(drawn), before);
      assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
      assert.deepEqual(page.faults, []);
    });

    test("each file is asked for once", async () => {
      server.requests.length = 0;
      const page = await open(browser, `${server.address}/`, { prepare });
      await ready(page);
      const files = server.requests.filter((path) => !path.endsWith("favicon.ico"));
      assert.deepEqual(files.toSorted(), [...new Set(files)].toSorted());
    });
  });
}
