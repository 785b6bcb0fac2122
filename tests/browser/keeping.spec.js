// What is kept: from a first visit through export, erasing and import, and every refused file.

import { readFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020.js";
import { expect, open, test } from "./fixtures.js";
import { begin, check, choose, forget, keep, kept, playToTheEnd, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
const schema = JSON.parse(await readFile("public/export-format.schema.json", "utf8"));

test("from the first visit to a session in the history, out as a file and in again", async ({ page, site }) => {
  test.setTimeout(120_000);
  await page.clock.install({ time: MONDAY });
  await open(page, site);
  await choose(page, "Hoe oud ben je?", "18 t/m 64");
  await page.getByRole("button", { name: "Begrepen, verder" }).click();
  for (let group = 1; group <= 5; group += 1) {
    await expect(page.getByText(`Groep ${group} van 5`)).toBeVisible();
    await page.getByRole("button", { name: "Geen van deze" }).click();
  }
  await page.getByRole("link", { name: /Vandaag/ }).first().click();
  await page.getByRole("button", { name: "Iets anders", exact: true }).click();
  await page.getByRole("link", { name: /^Start: .*Twee minuten/ }).first().click();
  await check(page);
  await playToTheEnd(page);
  await choose(page, /Hoe voel je je/, /iets beter/);
  await page.getByRole("button", { name: "Bewaren" }).click();

  await page.getByRole("link", { name: "Geschiedenis" }).click();
  const row = page.getByRole("link", { name: /Twee minuten/ });
  await expect(row).toBeVisible();
  const told = await row.textContent();

  const file = await exported(page);
  const valid = new Ajv({ strict: false }).compile(schema);
  expect(valid(JSON.parse(file)), JSON.stringify(valid.errors)).toBe(true);
  expect(await exported(page), "the same data gives the same bytes").toBe(file);

  await page.getByRole("button", { name: "Wis alles" }).click();
  await page.getByRole("button", { name: "Ja, wis alles" }).click();
  await page.getByRole("link", { name: "Geschiedenis" }).click();
  await expect(page.getByRole("link", { name: /Twee minuten/ })).toHaveCount(0);
  expect(Object.keys(await kept(page)).filter((key) => key.includes(".s."))).toEqual([]);

  await pick(page, file);
  await page.getByRole("button", { name: "Zet terug" }).click();
  await page.getByRole("link", { name: "Geschiedenis" }).click();
  await expect(page.getByRole("link", { name: /Twee minuten/ })).toHaveText(told);
});

test("a file with one record of every kind is as the schema says", async () => {
  const file = JSON.parse(await readFile("tests/fixtures/archive/every-kind.json", "utf8"));
  const valid = new Ajv({ strict: false }).compile(schema);
  expect(valid(file), JSON.stringify(valid.errors)).toBe(true);
  for (const record of file.records) {
    const { kind } = record;
    expect(valid({ ...file, records: [{ ...record, updated: "gisteren" }] }), `${kind} with a moment in words`).toBe(false);
    if (record.body) expect(valid({ ...file, records: [{ ...record, body: {} }] }), `${kind} with nothing in it`).toBe(false);
  }
});

test.describe("with a history", () => {
  test.beforeEach(async ({ context, page, site }) => {
    await keep(context, settled());
    await page.clock.install({ time: MONDAY });
    await begin(page, site, "P6-2min");
    await playToTheEnd(page);
    await page.getByRole("button", { name: "Bewaren" }).click();
  });

  for (const [name, file, reason] of [
    ["no JSON", () => "geen json", /geen bestand van Soepel/],
    ["another program's", () => '{"format":"iets","schema":1}', /ander programma/],
    ["a changed one", (text) => text.replace('"P6-2min"', '"P6-5min"'), /veranderd nadat/],
    ["one with a name twice", (text) => text.replace("{", '{"format":"soepel-export",'), /dubbel/],
    ["one too deep", () => `${"[".repeat(40)}${"]".repeat(40)}`, /opbouw/],
    ["one too large", () => `"${"x".repeat(10 * 1024 * 1024)}"`, /groter dan 10 MB/],
  ]) {
    test(`${name} is refused with its reason, and nothing changes`, async ({ page }) => {
      const text = await exported(page);
      const before = await kept(page);
      await pick(page, file(text));
      await expect(page.getByText(reason)).toBeVisible();
      expect(await kept(page)).toEqual(before);
    });
  }

  test("a deleted session comes back by undo", async ({ page }) => {
    await page.getByRole("link", { name: "Geschiedenis" }).click();
    await page.getByRole("link", { name: /Twee minuten/ }).click();
    await page.getByRole("button", { name: "Verwijderen" }).click();
    await expect(page.getByRole("link", { name: /Twee minuten/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(page.getByRole("link", { name: /Twee minuten/ })).toBeVisible();
  });

  test("two open tabs lose nothing of each other", async ({ context, page, site }) => {
    const other = await context.newPage();
    await open(other, site, "#/instellingen");
    await choose(other, "Letters", "Groot");
    await expect(page.locator("html")).toHaveAttribute("data-text-size", "large");
    expect(Object.keys(await kept(other)).filter((key) => key.includes(".s.")).length).toBe(1);
  });
});

test("a red answer locks every session, whatever the address", async ({ context, page, site }) => {
  await keep(context, settled({ S1: "yes" }));
  await open(page, site, "#/sessie/P6-2min");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = "/sessie/P6-2min/check";
  });
  await expect(page.getByText(/op slot/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Begin" })).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = "/bezig";
  });
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
});

test("a file with milder answers opens no red lock", async ({ context, page, site }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site);
  const file = await exported(page);
  await forget(page);
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, settled({ S9: "yes" }));
  await page.reload();
  await pick(page, file);
  const put = page.getByRole("button", { name: "Zet terug" });
  if (await put.isVisible()) await put.click();
  await open(page, site, "#/sessie/P1-B");
  await expect(page.getByText(/op slot/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toHaveCount(0);
});

test("what cannot be read is never written over", async ({ context, page, site }) => {
  await keep(context, { "soepel.p0.set.a": "1|00000000|{}", "soepel.p0.s.01K9ZQ5Y7WQ2M3N4P5R6S7T8V9.1": "kapot" });
  await open(page, site);
  await expect(page.getByRole("alert")).toContainText("niet lezen");
  expect(await kept(page)).toEqual({
    "soepel.p0.set.a": "1|00000000|{}",
    "soepel.p0.s.01K9ZQ5Y7WQ2M3N4P5R6S7T8V9.1": "kapot",
  });
});

/** The text of a fresh export. */
async function exported(page) {
  await page.evaluate(() => {
    location.hash = "/instellingen/gegevens";
  });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporteer alles" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("soepel-2026-11-23.json");
  return readFile(await file.path(), "utf8");
}

async function pick(page, text) {
  await page.evaluate(() => {
    location.hash = "/instellingen/gegevens";
  });
  await page.locator("input[type=file]").setInputFiles({ name: "soepel.json", mimeType: "application/json", buffer: Buffer.from(text) });
}
