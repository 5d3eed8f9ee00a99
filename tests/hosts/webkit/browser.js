// WebKit as Debian has it, the engine of Safari, driven by its own WebDriver on a screen that nobody sees. Its pages answer to what
// the harness asks of a page, so that readers and elements are the same as in the other browsers.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, afterEach } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Key, WebElement } from "selenium-webdriver";
import { freePort } from "../../browser/harness.js";

// What a machine at work takes to start a browser, and then some.
const PATIENCE = 20_000;

/**
 * Returns how to open a page, with a browser and a storage of its own: there is one at a time, which ends with the test.
 * `home`: the folder that files are saved to.
 */
export async function webkit({ home }) {
  const screen = run("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  after(screen.end);
  const display = `:${String(await Promise.race([once(screen.child.stdout, "data"), screen.failed])).trim()}`;
  const env = { ...process.env, DISPLAY: display, HOME: home, XDG_DOWNLOAD_DIR: home };
  let browser;
  const end = () => browser?.end();
  afterEach(end);
  after(end);

  return async function open(at, { width = 390, height = 844 } = {}) {
    for (let attempt = 1; ; attempt++) {
      end();
      // A driver for each browser: one that has ended a browser may never answer again.
      const port = await freePort();
      browser = run("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
      try {
        const session = await Promise.race([start(`http://127.0.0.1:${port}`), browser.failed, late()]);
        const page = pageOf(session);
        await page.resize(width, height);
        await page.goto(at);
        return page;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  };
}

/** A program with all that it starts: how to end it, and what rejects if it ends by itself. */
function run(program, options, how) {
  const child = spawn(program, options, { ...how, detached: true });
  const failed = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${program} ended: ${code}`)));
  });
  failed.catch(() => {});
  const end = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It never started, or has ended.
    }
  };
  return { child, failed, end };
}

/** A browser, once its driver answers. */
async function start(address) {
  for (;;) {
    try {
      await fetch(`${address}/status`);
      break;
    } catch {
      await pause(50);
    }
  }
  return new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser" }).build();
}

async function late() {
  await pause(PATIENCE, undefined, { ref: false });
  throw new Error("WebKit does not start");
}

/** A page, as far as the tests need one. */
function pageOf(session) {
  // A string is an expression, as elsewhere.
  const evaluate = (run, ...given) => {
    const source = typeof run === "string" ? `return ${run}` : `return (${run}).apply(null, arguments)`;
    return session.executeScript(source, ...given.map((value) => value?.element ?? value));
  };
  const handleOf = (value) => ({
    element: value instanceof WebElement ? value : undefined,
    asElement() { return this.element ? this : null; },
    jsonValue: async () => value,
    // The pointer's own way: the driver's `click` takes what is inside a field for something that lies on it.
    async click() {
      await evaluate((element) => element.scrollIntoView({ block: "center" }), value);
      await session.actions().move({ origin: value }).click().perform();
    },
    evaluate: (run, ...rest) => evaluate(run, value, ...rest),
    evaluateHandle: async (run, ...rest) => handleOf(await evaluate(run, value, ...rest)),
  });
  const waitForFunction = async (run, _options, ...given) => handleOf(await session.wait(() => evaluate(run, ...given), 30_000));
  return {
    evaluate,
    evaluateHandle: async (run, ...given) => handleOf(await evaluate(run, ...given)),
    waitForFunction,
    waitForSelector: (selector) => waitForFunction((selector) => document.querySelector(selector), {}, selector),
    keyboard: {
      press: (key) => session.actions().sendKeys(KEYS[key] ?? key).perform(),
      type: (text) => session.actions().sendKeys(text).perform(),
    },
    goto: (address) => session.get(address),
    reload: () => session.navigate().refresh(),
    /** Until the page itself is so wide and high, whatever the window adds. */
    async resize(width, height) {
      await session.manage().window().setRect({ width, height });
      const [inner, tall] = await evaluate("[innerWidth, innerHeight]");
      await session.manage().window().setRect({ width: 2 * width - inner, height: 2 * height - tall });
    },
    picture: async () => Buffer.from(await session.takeScreenshot(), "base64"),
  };
}

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, ArrowDown: Key.ARROW_DOWN, " ": Key.SPACE };
