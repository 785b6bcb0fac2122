// R19: words of somebody who means no good, in every field that can be typed in, every text of a
// file, every part of an address. Nothing of it runs, nothing breaks the content policy, nobody else
// is asked for anything, and what is shown is shown letter by letter.
//
// The fixture fails a test on any error, breach of the policy and request to another host. In the
// short run each of the texts of a file gets some of the payloads in turn; SOEPEL_HOSTILE=126 gives
// every text every payload.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { times } from "./lab.js";
import { PAYLOADS } from "./payloads.js";
import { keep, planned, settled } from "./person.js";

const LOADS = times("SOEPEL_HOSTILE", 2);
const SAMPLES = JSON.parse(await readFile("tests/fixtures/archive/every-kind.json", "utf8")).records;
const PAGES = ["", "geschiedenis", "inzicht", "inzicht/jaar", "inzicht/klachten", "inzicht/tests", "inzicht/oefeningen",
  "inzicht/pauzes", "routines", "plan", "plan/delen", "plan/van-je-fysiotherapeut", "besluiten", "helpt-het", "vergelijken",
  "tests", "werkdag", "print", "instellingen", "instellingen/gegevens", "over", "vragen"];
/** Pages with something to type in. */
const FORMS = ["oefeningen", "bronnen", "begrippen", "routines/nieuw", "geschiedenis/nieuw", "print", "plan/delen", "plan/aanpassen",
  "instellingen", "instellingen/gegevens", "werkdag", "plan", "helpt-het", "vragen", "tests", "programma/P1"];
/** Addresses with a part of somebody's own making. */
const PLACES = ["", "programma/", "aan-de-beurt/", "sessie/", "plan/", "plan/aanpassen/", "tests/", "tests/uitslag/", "routines/",
  "oefeningen/", "uitleg/", "print/", "geschiedenis/", "inzicht/"];

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    window.hit = () => console.error("a payload ran");
    window.alert = window.confirm = window.prompt = window.hit;
  });
});

for (let load = 0; load < LOADS; load += 1) {
  test(`R19: hostile words in every text of a file, ${load + 1} of ${LOADS}`, async ({ context, page, site }) => {
    test.setTimeout(180_000);
    await keep(context, settled());
    await open(page, site, "#/instellingen/gegevens");
    await bring(page, [...SAMPLES, ...everyTextOf(SAMPLES, load)], PAYLOADS.map((payload) => ({ name: payload, raw: payload })));
    await put(page);
    for (const address of PAGES) await look(page, address);
    for (const kind of [".s.", ".k.test.", ".k.routine."]) {
      const place = { ".s.": "geschiedenis/", ".k.test.": "tests/uitslag/", ".k.routine.": "routines/" }[kind];
      const ids = await idsOf(page, kind);
      for (const id of ids.slice(0, 12)) await look(page, place + id);
    }
    await clean(page);
  });
}

test("R19: every payload as a note and as a name is shown letter by letter", async ({ context, page, site }) => {
  test.setTimeout(240_000);
  await keep(context, settled());
  await open(page, site, "#/instellingen/gegevens");
  const sample = (kind) => SAMPLES.find((record) => record.kind === kind);
  // A word before and behind each, so that no name is empty.
  const words = PAYLOADS.map((payload) => `a ${payload} z`);
  const sessions = words.map((note, index) => ({ ...sample("session"), id: id(index), note, zone: note.slice(0, 50), app: note.slice(0, 30) }));
  const routines = words.map((name, index) => ({ ...sample("routine"), id: id(1000 + index), body: { ...sample("routine").body, name: name.slice(0, 40) } }));
  await bring(page, [...sessions, ...routines]);
  await put(page);

  await look(page, "routines");
  const all = await page.locator("main").textContent();
  const names = await idsOf(page, ".k.routine.");
  console.log(`R19: ${names.length} of ${routines.length} names and ${(await idsOf(page, ".s.")).length} of ${sessions.length} notes were taken in`);
  expect(names.length).toBeGreaterThan(90);
  for (const one of names) expect(plain(all)).toContain(plain(routines.find((routine) => routine.id === one).body.name));

  for (const one of await idsOf(page, ".s.")) {
    await page.evaluate((address) => (location.hash = address), `#/geschiedenis/${one}`);
    const note = sessions.find((session) => session.id === one).note;
    await expect.poll(async () => plain(await written(page)), note).toContain(plain(note));
  }
  await clean(page);
});

test("R19: hostile words typed and pasted into every field", async ({ context, page, site }) => {
  test.setTimeout(240_000);
  await keep(context, { ...settled(), ...planned({ goal: "strong", situations: [] }) });
  await open(page, site);
  const fields = new Set();
  for (const address of FORMS) {
    await look(page, address);
    const found = await page.evaluate(type, PAYLOADS);
    for (const field of found) fields.add(`${address}: ${field}`);
    await clean(page);
  }
  console.log(`R19: ${PAYLOADS.length} payloads in ${fields.size} fields: ${[...fields].join("; ")}`);
  expect(fields.size).toBeGreaterThan(8);
});

test("R19: hostile words in the address", async ({ context, page, site }) => {
  test.setTimeout(240_000);
  await keep(context, { ...settled(), ...planned() });
  await open(page, site);
  for (const place of PLACES) {
    const parts = PAYLOADS.flatMap((payload) => [payload, encodeURIComponent(payload)]);
    await page.evaluate(async ([place, parts]) => {
      for (const part of parts) {
        location.hash = `#/${place}${part}`;
        await new Promise((done) => setTimeout(done));
      }
    }, [place, parts]);
    await clean(page);
  }
  // As the first address of a page too.
  for (const payload of PAYLOADS.filter((_, index) => index % 25 === 0)) {
    await page.goto("about:blank");
    await open(page, site, `#/${payload}`);
    await clean(page);
  }
});

test("R19: files that are hostile words themselves, by name and by content", async ({ context, page, site }) => {
  test.setTimeout(180_000);
  await keep(context, settled());
  await open(page, site, "#/instellingen/gegevens");
  for (const [index, payload] of PAYLOADS.entries()) {
    if (index % 9 !== 0 && LOADS < 10) continue;
    const name = `${payload.replace(/[\u0000/]/g, "") || "x"}.json`;
    const asField = JSON.stringify({ format: payload, schema: payload, records: [{ kind: payload, id: payload }], [payload]: payload });
    for (const text of [payload, asField]) {
      await page.locator("#import-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
      await expect(page.getByRole("alert").first()).toBeVisible();
    }
  }
  await clean(page);
});

/** One record for each text in the samples, with hostile words in its place. */
function everyTextOf(samples, load) {
  const records = [];
  samples.forEach((sample) => {
    for (const path of texts(sample)) {
      if (path.at(-1) === "kind" && path.length === 1) continue;
      const record = structuredClone(sample);
      if (record.id) record.id = id(2000 + records.length);
      const owner = path.slice(0, -1).reduce((value, step) => value[step], record);
      owner[path.at(-1)] = PAYLOADS[(records.length * 11 + load) % PAYLOADS.length];
      records.push(record);
    }
  });
  // Two records of one name in a file are refused; those without an id come once.
  return records.filter((record) => record.id);
}

function texts(value, path = []) {
  if (typeof value === "string") return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([step, inner]) => texts(inner, [...path, step]));
}

function id(index) {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let rest = "";
  for (let left = index + 1; left > 0; left = Math.floor(left / 32)) rest = digits[left % 32] + rest;
  return `01M81EKCW1${rest.padStart(16, "0")}`;
}

/** A file as Soepel would write it, picked by the person. */
async function bring(page, records, quarantine = []) {
  const file = { format: "soepel-export", quarantine, records, schema: 1 };
  const sha256 = createHash("sha256").update(canonical(file)).digest("hex");
  const buffer = Buffer.from(canonical({ ...file, sha256 }));
  await page.locator("#import-file").setInputFiles({ name: "soepel.json", mimeType: "application/json", buffer });
}

async function put(page) {
  await page.getByRole("button", { name: "Zet terug" }).click();
  await expect(page.locator(".toast")).toBeVisible();
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(",")}}`;
  }
  const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[^ -~]/g, escape);
}

/** The ids of what is kept under names with this in them. */
function idsOf(page, part) {
  return page.evaluate((part) => Object.keys(localStorage).filter((name) => name.includes(part)).map((name) => name.split(".").at(-2)), part);
}

async function look(page, address) {
  await page.evaluate((address) => (location.hash = address), `#/${address}`);
  await expect(page.locator("h1").first()).toBeAttached();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Runs in the page: every payload into every field, as typing and pasting would. */
async function type(payloads) {
  const named = [];
  const fields = () => [...document.querySelectorAll("textarea:not([readonly]), input:not([type]), input[type=text], input[type=search]")];
  for (let place = 0; place < fields().length; place += 1) {
    const field = fields()[place];
    if (field.readOnly || field.disabled) continue;
    named.push(field.labels?.[0]?.textContent.trim() || field.id || field.className);
    for (const payload of payloads) {
      const now = fields()[place];
      if (!now) break;
      const value = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(now), "value");
      value.set.call(now, payload);
      now.dispatchEvent(new Event("input", { bubbles: true }));
      now.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done));
    }
  }
  return named;
}

/** Everything that is written on the page, also in fields. */
function written(page) {
  return page.evaluate(() => document.body.textContent + [...document.querySelectorAll("textarea, input")].map(({ value }) => ` ${value}`).join(""));
}

/** As it is compared: without what a screen leaves out or folds. */
function plain(text) {
  return text.normalize("NFC").replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
}

/** Nothing stands in the page that its own program would not have made. */
async function clean(page) {
  const strange = await page.evaluate(() => {
    const never = "iframe, object, embed, base, form, frameset, marquee, meta[http-equiv=refresh], math, portal, noscript p, style, foreignObject";
    const found = [...document.body.querySelectorAll(never)].map(({ outerHTML }) => outerHTML);
    for (const element of document.querySelectorAll("body *")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value)) found.push(`${element.tagName} ${name}=${value}`);
      }
    }
    const away = [...document.querySelectorAll("body [src], body [href]")].map((one) => one.getAttribute("src") ?? one.getAttribute("href"));
    return [...found, ...away.filter((address) => /elsewhere|^file:|^\/\//.test(address))];
  });
  expect(strange).toEqual([]);
}
