// What others build on stays as tests/public-face.json has it: the element, its events and looks, the report, the npm package.
// That file is compared with what the product does, and then with what its declarations and its manifest say.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import ts from "typescript";
import { BROWSERS, DIST, ROOT, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { ATTRIBUTES, choice, language } from "../../src/embed/attributes.js";

const FACE = JSON.parse(readFileSync(join(ROOT, "tests/public-face.json"), "utf8"));
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;
const DECLARATIONS = join(ROOT, "integrations/npm/index.d.ts");

const module = await import(join(DIST, "npm/node.js"));
const source = (path) => readFileSync(join(ROOT, path), "utf8");
const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

/** Compares names with those of the public face, and says in words what differs. */
function same(section, found, known = FACE[section], where = "the product") {
  const differs = (a, b) => [...new Set(a)].filter((name) => !b.includes(name)).sort().map((name) => `\`${name}\``).join(", ");
  const [added, removed] = [differs(found, known), differs(known, found)];
  const advice = "If that is meant, write it in tests/public-face.json, index.d.ts, custom-elements.json and README.md of "
    + "integrations/npm, in README.md or docs/embedding.md, and in CHANGELOG.md: those who use the product read it there.";
  const told = [added && `${where} has ${added}, which the public face has not.`, removed && `${where} lacks ${removed}, which the public face promises.`];
  assert.ok(!added && !removed, `${section}: ${told.filter(Boolean).join(" ")} ${advice}`);
}

/** Compares values by name. */
function sameValues(section, found, known = FACE[section], where) {
  const rows = (table) => Object.entries(table).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  same(section, rows(found), rows(known), where);
}

/** Where values stand in data: `networks[].id`. */
function paths(value, path = "") {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, item !== null && typeof item === "object" ? `${path}[]` : path));
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([name, inner]) => paths(inner, path ? `${path}.${name}` : name));
}

/** Reports that have among them every field there is. */
const reports = await Promise.all(PERSONAS.flatMap(({ answers }) =>
  [answers, { ...answers, presence: "irregular", accounts: ["viadeo", "facebook"] }, { who: answers.who },
  { ...answers, sector: "sensitive", ages: ["13-17"] }].map((answers) => module.evaluate(answers, { today: "2026-11-22" }))));

/** What a function writes on the console, in place of writing it. */
function warnings(run) {
  const heard = [];
  const { warn } = console;
  console.warn = (message) => heard.push(message);
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return heard;
}

describe("the public face", () => {
  test("has the attributes, with their values and defaults", () => {
    const unknown = { getAttribute: () => "?" };
    const unset = { getAttribute: () => null };
    const found = Object.fromEntries(ATTRIBUTES.map((name) => {
      let heard = [];
      try {
        heard = warnings(() => (name === "lang" ? language(unknown, "?") : choice(unknown, name)));
      } catch (error) {
        // Any text will do.
        assert.ok(error instanceof TypeError);
      }
      const values = /is none of (.+)$/.exec(heard[0] ?? "")?.[1].split(", ");
      return [name, { ...(values && { values }), ...(values && name !== "lang" && { default: choice(unset, name) }) }];
    }));
    sameValues("attributes", found);
    same("attributes", module.SocialOrNot.observedAttributes, Object.keys(FACE.attributes));
  });

  test("has the properties and methods", () => {
    const called = /^(constructor|(connected|disconnected|attributeChanged)Callback)$/;
    const members = Object.entries(Object.getOwnPropertyDescriptors(module.SocialOrNot.prototype)).filter(([name]) => !called.test(name));
    same("methods", members.filter(([, { value }]) => value).map(([name]) => name));
    const accessors = members.filter(([, { value }]) => !value);
    sameValues("properties", Object.fromEntries(accessors.map(([name, { get, set }]) => [name, [get && "get", set && "set"].filter(Boolean).join(", ")])));
    const statics = Object.getOwnPropertyNames(module.SocialOrNot).filter((name) => !["length", "name", "prototype"].includes(name));
    assert.deepEqual(statics, ["observedAttributes"], "the class has something of its own that is not the platform's");
  });

  test("has the causes of errors", () => {
    const texts = readdirSync(join(ROOT, "src/embed")).filter((name) => name.endsWith(".js")).map((name) => source(`src/embed/${name}`)).join("\n");
    const named = [
      ...matches(texts, /new Trouble\(([^\n]+?), /g).flatMap((first) => matches(first, /"(\w+)"/g)),
      ...matches(texts, /\bget\([^\n]+, "(\w+)"\)/g),
      ...matches(texts, /\bcause: "(\w+)"/g),
    ];
    same("causes", named);
  });

  test("has the parts that the sources name", () => {
    const files = readdirSync(join(ROOT, "src/ui"), { recursive: true }).filter((name) => name.endsWith(".rs"));
    same("parts", files.flatMap((name) => matches(source(`src/ui/${name}`), /\bpart="?([^"\s>]+)"?/g)));
  });

  test("has the custom properties, with their defaults", () => {
    // The values of private names, where a default leans on one.
    const tokens = source("styles/tokens.css");
    const inner = Object.fromEntries([...tokens.matchAll(/(--_\w+): +((?:max|calc|clamp)\(.+\));/g)].map(([, name, value]) => [name, value]));
    const resolve = (value) => {
      const resolved = value.replaceAll(/var\((--_\w+)\)/g, (_, name) => inner[name]);
      return resolved === value ? value : resolve(resolved);
    };
    const found = {};
    // A default may hold brackets, in which there may be others.
    for (const [, name, value] of tokens.matchAll(/var\((--son-[\w-]+), ((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)/g)) {
      found[name] ??= resolve(value);
      assert.equal(resolve(value), found[name], `${name} has two defaults`);
    }
    sameValues("custom_properties", found);
    for (const name of readdirSync(join(ROOT, "styles")).filter((name) => name !== "tokens.css")) {
      assert.doesNotMatch(source(`styles/${name}`), /var\(--son-/, `${name} reads a public name past the tokens`);
    }
  });

  test("has the fields of the report", () => same("report", reports.flatMap((report) => paths(report))));

  test("has the fields of questions, and their ids in their order", async () => {
    const questions = await module.questions("en");
    same("questions", paths(questions).map((path) => path.replace("[].", "")));
    const ids = Object.fromEntries(questions.map(({ id, options }) => [id, options?.map(({ id }) => id) ?? "number"]));
    assert.equal(JSON.stringify(ids), JSON.stringify(FACE.answers), "questions and options are only ever appended: links hold positions");
  });

  test("has the options of an evaluation", async () => {
    const error = await module.evaluate({}, { other: 1 }).catch((error) => error);
    same("evaluation", /the options are (.+)$/.exec(error.message)[1].split(", "));
  });

  test("has the ids of the model", () => {
    const model = source("data/model.toml");
    const networks = source("data/networks.toml");
    const listed = (name) => matches(new RegExp(`^${name} = \\[(.+)\\]`, "m").exec(model)[1], /"(\w+)"/g);
    const tables = (name) => matches(model, new RegExp(`^\\[${name}\\.(\\w+)\\]`, "gm"));
    const rows = (name) => matches(networks, new RegExp(`^\\[\\[${name}\\]\\]\\nid = "(\\w+)"`, "gm"));
    // Closed sets of the code: `Verdict::Go => "go"`.
    const variants = (name, file) => matches(source(`src/domain/${file}.rs`), new RegExp(`\\b${name}::\\w+ => "(\\w+)"`, "g"));
    const found = {
      VerdictId: variants("Verdict", "verdict"),
      ThemeId: listed("themes"),
      GateId: tables("gates"),
      GateState: variants("GateState", "gate"),
      CauseId: matches(model, /\{ id = "(\w+)", state = /g),
      Side: variants("Side", "argument"),
      ArgumentId: tables("arguments"),
      SourceId: listed("sources"),
      NetworkId: rows("networks"),
      RetiredId: rows("retired"),
      Role: variants("Role", "network"),
      Skip: variants("Skip", "report"),
      AdviceId: matches(/^\[advice\]\n((?:\w.+\n)+)/m.exec(model)[1], /^(\w+) = /gm),
    };
    same("ids", Object.keys(found), Object.keys(FACE.ids));
    for (const [name, ids] of Object.entries(found)) same(name, ids, FACE.ids[name]);
  });

  test("has the exports of the module and of the package", () => {
    same("module", Object.keys(module));
    same("package", Object.keys(JSON.parse(readFileSync(join(DIST, "npm/package.json"), "utf8")).exports));
  });
});

for (const program of BROWSERS) {
  describe(`the public face in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);

    test("has the module's exports, the events with their details, and the parts", async () => {
      server.host("/face", `<social-or-not lang="en" storage="none" share-detail="report" cta-label="Read on" cta-href="https://example.org/"></social-or-not><script type="module" src="/social-or-not.js"></script>`);
      const page = await open(browser, `${server.address}/face`);
      same("module", await page.evaluate(async () => Object.keys(await import("/social-or-not.js"))));
      const quiz = await ready(page);
      const { answer, press } = reader(page, quiz, { lang: "en" });
      const parts = new Set();
      const look = async () => {
        const rendered = await quiz.host(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[part]")].flatMap(({ part }) => [...part]));
        for (const part of rendered) parts.add(part);
      };
      for (let question = await quiz.question(); question !== null; question = await quiz.question()) {
        await look();
        // Not the hours: a verdict that is provisional says so in a note.
        await answer(question, question === "hours" ? null : BAKERY[question]);
      }
      await happened(page, "verdict");
      await quiz.wait("[part=cta]");
      await look();
      await press("result.review");
      await quiz.wait("[part=answers]");
      await look();
      assert.deepEqual(FACE.parts.filter((part) => !parts.has(part)), [], "parts that are nowhere on these screens");
      same("parts", [...parts]);

      await page.evaluate(() => {
        document.querySelector("social-or-not").restart();
        document.body.insertAdjacentHTML("beforeend", `<social-or-not answers='{"who":"baker"}' storage="none"></social-or-not>`);
      });
      await happened(page, "error");
      await happened(page, "restart");
      const told = await events(page);
      assert.ok(FACE.causes.includes(told.find(({ name }) => name === "error").cause));
      const details = {};
      for (const { name, ...detail } of told) details[`social-or-not-${name}`] = { ...details[`social-or-not-${name}`], ...detail };
      const found = Object.entries(details).map(([name, detail]) => [name, Object.keys(detail).sort()]);
      sameValues("events", Object.fromEntries(found));
    });

    test("has the messages between a frame and the page around it", async () => {
      const product = await serve();
      const fragment = new URLSearchParams({ lang: "en", storage: "none", answers: '{"who":"baker"}', amp: "1" });
      server.host("/around", `<iframe title="Quiz" sandbox="allow-scripts" style="width:100%;height:90vh" src="${product.address}/embed.html?childId=pym#${fragment}#?secret=s"></iframe>`);
      const page = await open(browser, `${server.address}/around`, {
        prepare: () => {
          globalThis.messages = [];
          addEventListener("message", ({ data }) => globalThis.messages.push(data));
        },
      });
      const inside = await (await page.waitForSelector("iframe")).contentFrame();
      const quiz = await ready(inside);
      // Each in its turn is answered with the height.
      for (const message of FACE.messages.heard) {
        const before = await page.evaluate((message) => {
          const { length } = globalThis.messages;
          document.querySelector("iframe").contentWindow.postMessage(message, "*");
          return length;
        }, message);
        await page.waitForFunction((before) => globalThis.messages.slice(before).some(({ type }) => type === "social-or-not-height"), {}, before);
      }
      await reader(page, quiz, { lang: "en", way: "keyboard" }).walk(BAKERY);
      await happened(inside, "verdict");
      await (await inside.$(".page-frame__foot a")).press("Enter");
      await quiz.host((element) => element.restart());
      await page.waitForFunction(() => globalThis.messages.some(({ type }) => type === "social-or-not-restart"));

      // Numbers, addresses and what events tell differ from one to the next.
      const shape = (message) => {
        if (typeof message !== "string") return JSON.stringify(message, (name, value) => {
          if (typeof value === "number") return 0;
          if (name === "detail" && value) return {};
          return /^https?:/.test(value) ? "" : value;
        });
        return message.startsWith("{") ? JSON.stringify(shape(JSON.parse(message))) : JSON.stringify(message.replaceAll(/\b\d+\b|(?<=xPYMx)\d+/g, "0"));
      };
      const sent = (await page.evaluate(() => globalThis.messages)).map(shape);
      same("messages.sent", sent, FACE.messages.sent.map((message) => JSON.stringify(message)));
    });
  });
}

describe("the declarations", () => {
  const program = ts.createProgram([DECLARATIONS], { strict: true, types: [], target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(DECLARATIONS);
  const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(file)).map((symbol) => [symbol.name, symbol]));
  const typeOf = (name) => checker.getDeclaredTypeOfSymbol(exported.get(name) ?? assert.fail(`index.d.ts has no ${name}`));
  const typeOfMember = (symbol) => checker.getTypeOfSymbolAtLocation(symbol, file);
  const parts = (type) => (type.isUnion() ? type.types : [type]);
  const present = (type) => parts(checker.getNonNullableType(type));
  const literals = (type) => present(type).map((part) => (part.isStringLiteral() ? part.value : assert.fail(`${checker.typeToString(part)} is no id`)));
  const element = (type) => (checker.isArrayType(type) ? checker.getTypeArguments(type)[0] : null);
  const names = (name) => typeOf(name).getProperties().map(({ name }) => name);

  /** Where values stand in a type, as `paths` says of data. */
  function typePaths(type, path = "") {
    return [...new Set(present(type).flatMap((part) => {
      const item = element(part);
      if (item) return typePaths(item, present(item).some((inner) => isRecord(inner)) ? `${path}[]` : path);
      if (!isRecord(part)) return [path];
      return part.getProperties().flatMap((member) => typePaths(typeOfMember(member), path ? `${path}.${member.name}` : member.name));
    }))];
  }
  const isRecord = (type) => Boolean(type.flags & ts.TypeFlags.Object) && !element(type);

  test("compile by themselves", () => {
    assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), []);
  });

  test("have the module's exports", () => {
    const values = [...exported.values()].filter(({ flags }) => flags & ts.SymbolFlags.Value).map(({ name }) => name);
    same("module", values, FACE.module, "index.d.ts");
  });

  test("have the element's members and attributes", () => {
    const own = typeOf("SocialOrNot").symbol.members;
    const found = {};
    const methods = [];
    for (const [name, { flags, declarations }] of own) {
      if (flags & ts.SymbolFlags.Method) methods.push(name);
      else found[name] = declarations.some((declaration) => ts.isSetAccessor(declaration) || ts.isPropertyDeclaration(declaration)) ? "get, set" : "get";
    }
    sameValues("properties", found, FACE.properties, "index.d.ts");
    same("methods", methods, FACE.methods, "index.d.ts");
    same("attributes", names("SocialOrNotAttributes"), Object.keys(FACE.attributes), "index.d.ts");
    for (const member of typeOf("SocialOrNotAttributes").getProperties()) {
      const { values } = FACE.attributes[member.name];
      // The language may be written with its country.
      if (values && member.name !== "lang") same(member.name, literals(typeOfMember(member)), values, "index.d.ts");
    }
  });

  test("have the events, their details, and the causes of errors", () => {
    const found = Object.fromEntries(typeOf("SocialOrNotEventMap").getProperties().map((event) => {
      const detail = typeOfMember(typeOfMember(event).getProperty("detail"));
      return [event.name, checker.getNonNullableType(detail).getProperties().map(({ name }) => name).sort()];
    }));
    sameValues("events", found, FACE.events, "index.d.ts");
    same("causes", literals(typeOf("ErrorCause")), FACE.causes, "index.d.ts");
  });

  test("have every field of report, questions and options", () => {
    same("report", typePaths(typeOf("Report")), FACE.report, "index.d.ts");
    same("questions", typePaths(typeOf("Question")), FACE.questions, "index.d.ts");
    same("evaluation", names("Options"), FACE.evaluation, "index.d.ts");
  });

  test("have every id", () => {
    for (const [name, ids] of Object.entries(FACE.ids)) same(name, literals(typeOf(name)), ids, "index.d.ts");
    same("answers", names("Answers"), Object.keys(FACE.answers), "index.d.ts");
    for (const answer of typeOf("Answers").getProperties()) {
      const [type] = present(typeOfMember(answer));
      const known = FACE.answers[answer.name];
      if (known === "number") assert.equal(checker.typeToString(type), "number", answer.name);
      else same(answer.name, literals(element(type) ?? checker.getNonNullableType(typeOfMember(answer))), known, "index.d.ts");
    }
  });

  test("are true of real reports and questions", async () => {
    const folder = mkdtempSync(join(tmpdir(), "social-or-not-types-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "index.d.ts"), readFileSync(DECLARATIONS));
    const questions = JSON.stringify(await module.questions("fr"));
    // One statement each: TypeScript gives an array of them all one type, which would forgive what is too much.
    const statements = reports.map((report) => `${JSON.stringify(report)} satisfies Report`);
    writeFileSync(join(folder, "real.ts"), `import type { Question, Report } from "./index.js";\n[${[...statements, `${questions} satisfies Question[]`].join(",\n")}];\n`);
    const real = ts.createProgram([join(folder, "real.ts")], { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext });
    const faults = ts.getPreEmitDiagnostics(real).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    assert.deepEqual(faults, []);
  });
});

describe("custom-elements.json", () => {
  const manifest = JSON.parse(source("integrations/npm/custom-elements.json"));
  const [{ path, declarations, exports }] = manifest.modules;
  const element = declarations.find(({ customElement }) => customElement);
  const where = "custom-elements.json";
  const table = (rows, value) => Object.fromEntries(rows.map((row) => [row.name, value(row)]));

  test("names module, element and exports", () => {
    assert.equal(manifest.schemaVersion, "1.0.0");
    assert.equal(path, "social-or-not.js");
    assert.equal(element.tagName, "social-or-not");
    same("module", exports.filter(({ kind }) => kind === "js").map(({ name }) => name), FACE.module, where);
    same("module", declarations.map(({ name }) => name), FACE.module, where);
    assert.deepEqual(exports.at(-1), { kind: "custom-element-definition", name: "social-or-not", declaration: { name: element.name, module: path } });
  });

  test("has the attributes, with their values and defaults", () => {
    const found = table(element.attributes, ({ type, default: preset }) => ({
      ...(type.text !== "string" && { values: type.text.split(" | ").map((value) => JSON.parse(value)) }),
      ...(preset && { default: JSON.parse(preset) }),
    }));
    sameValues("attributes", found, FACE.attributes, where);
  });

  test("has the members, and which attribute is which property", () => {
    const fields = element.members.filter(({ kind }) => kind === "field");
    sameValues("properties", table(fields, ({ readonly }) => (readonly ? "get" : "get, set")), FACE.properties, where);
    same("methods", element.members.filter(({ kind }) => kind === "method").map(({ name }) => name), FACE.methods, where);
    const pairs = (rows, attribute, field) => rows.filter((row) => row[attribute] && row[field]).map((row) => `${row[attribute]} ${row[field]}`).sort();
    assert.deepEqual(pairs(fields, "attribute", "name"), pairs(element.attributes, "name", "fieldName"));
  });

  test("has the events, with the details that the declarations have", () => {
    same("events", element.events.map(({ name }) => name), Object.keys(FACE.events), where);
    const declared = readFileSync(DECLARATIONS, "utf8");
    for (const { name, type } of element.events) assert.ok(declared.includes(`"${name}": ${type.text};`), `${name}: ${type.text}`);
  });

  test("has the parts and the custom properties", () => {
    same("parts", element.cssParts.map(({ name }) => name), FACE.parts, where);
    sameValues("custom_properties", table(element.cssProperties, (row) => row.default), FACE.custom_properties, where);
  });

  test("describes everything", () => {
    const { attributes, members, events, slots, cssParts, cssProperties } = element;
    for (const rows of [declarations, attributes, members, events, slots, cssParts, cssProperties]) {
      for (const { name, description } of rows) assert.match(description ?? "", /\.$/, name);
    }
  });
});
