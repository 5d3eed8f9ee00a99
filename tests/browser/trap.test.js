// A fault of the module itself: it traps, in mid-air, and the reader is not left before a page that does nothing.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, element, events, happened, hold, launch, open, ready, ruin, serve } from "./harness.js";

for (const program of BROWSERS) {
  describe(`a trap in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);

    async function embed(body) {
      server.host("/post", `${body}<script type="module" src="/social-or-not.js"></script>`);
      return open(browser, `${server.address}/post`, { prepare: hold, height: 2000 });
    }

    /** A reader who has answered the first question, and whose next press will find the module broken. */
    async function broken(body = `<social-or-not lang="fr"></social-or-not>`) {
      const page = await embed(body);
      const quiz = await ready(page);
      await (await quiz.find("label")).click();
      await quiz.leaves("who");
      await happened(page, "answer");
      await page.evaluate(ruin);
      return { page, quiz };
    }

    test("while the reader taps: a note says so, and to try again goes on with the answers", async () => {
      const { page, quiz } = await broken();
      const question = await quiz.question();
      await (await quiz.find("label")).click();
      await happened(page, "error");
      assert.equal((await events(page, "error"))[0].cause, "panic");
      assert.match(await quiz.text("[role=alert]"), /s’est interrompu/);
      await (await quiz.find("button")).click();
      await happened(page, "ready", 2);
      assert.equal(await quiz.question(), question);
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
      await (await quiz.find("label")).click();
      await quiz.leaves(question);
      assert.equal((await events(page, "error")).length, 1);
    });

    test("of another module of the page is none of ours, nor is any other error", async () => {
      const page = await embed("<social-or-not></social-or-not>");
      const quiz = await ready(page);
      // (module (func (export "trap") unreachable))
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      const told = await page.evaluate(async (bytes) => {
        const told = [];
        addEventListener("error", (event) => told.push(event.error?.name));
        const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
        // In the middle of a call of ours, too.
        addEventListener("social-or-not-restart", () => instance.exports.trap());
        document.querySelector("social-or-not").restart();
        dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
        dispatchEvent(new ErrorEvent("error", { error: new TypeError("app.wasm:wasm-function") }));
        dispatchEvent(new ErrorEvent("error", {}));
        dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: undefined }));
        return told;
      }, bytes);
      assert.equal(told[0], "RuntimeError");
      await (await quiz.find("label")).click();
      await quiz.leaves("who");
      assert.deepEqual(await events(page, "error"), []);
    });

    // The stacks of errors differ between browsers; what follows from them does not.
    if (program.name !== "chrome") return;

    test("the publisher's own text comes back, if there is any", async () => {
      const { page, quiz } = await broken("<social-or-not><p>The publisher's text</p></social-or-not>");
      await (await quiz.find("label")).click();
      await happened(page, "error");
      assert.ok(await quiz.host((element) => element.querySelector("p").getClientRects().length > 0));
      assert.equal(await quiz.find("[role=alert]"), null);
    });

    for (const [how, type] of [["", "application/wasm"], [", where the server sends the module as another type too", "application/octet-stream"]]) {
      test(`in \`evaluate\`: it rejects, the quiz goes on, and the next call has a module that works${how}`, async () => {
        server.spoil(/\.wasm$/, { headers: { "Content-Type": type } });
        const page = await embed("<social-or-not></social-or-not>");
        const quiz = await ready(page);
        const call = () => page.evaluate(async () => {
          const { evaluate } = await import("/social-or-not.js");
          return evaluate({ who: "shop" }).then((report) => report.model, (error) => error.name);
        });
        assert.match(await call(), /^\d/);
        await page.evaluate(() => new Uint8Array(globalThis.memories.at(-1).buffer).fill(0xff));
        assert.equal(await call(), "RuntimeError");
        await (await quiz.find("label")).click();
        await quiz.leaves("who");
        assert.deepEqual(await events(page, "error"), []);
        assert.match(await call(), /^\d/);
      });
    }

    test("every element of the page shows it, since all share the module", async () => {
      const { page } = await broken(`<social-or-not storage="none"></social-or-not><social-or-not storage="none"></social-or-not>`);
      await happened(page, "ready", 2);
      await (await element(page, 1).find("label")).click();
      await happened(page, "error", 2);
      assert.ok(await element(page, 0).find("[role=alert]"));
      assert.ok(await element(page, 1).find("[role=alert]"));
    });
  });
}
