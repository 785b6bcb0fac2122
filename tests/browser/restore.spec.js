// R23: a backup, an empty browser, the backup brought back: the same, byte for byte.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { named } from "./lab.js";
import { kept } from "./person.js";

test("R23: a backup comes back whole in an empty browser, and again in another", async ({ browser, site }) => {
  test.setTimeout(90_000);
  const from = Date.now();
  let text = await readFile("tests/fixtures/archive/every-kind.json", "utf8");
  const seen = [];
  for (let round = 0; round < 3; round += 1) {
    const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", acceptDownloads: true });
    const page = await context.newPage();
    await open(page, site, "#/instellingen/gegevens");
    await page.locator("#import-file").setInputFiles({ name: "soepel.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.getByRole("button", { name: "Zet terug" })).toBeVisible();
    const theirs = page.getByRole("radio", { name: "Neem die uit het bestand" });
    if ((await theirs.count()) > 0) await theirs.check({ force: true });
    await page.getByRole("button", { name: "Zet terug" }).click();
    await expect(page.locator(".toast")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("main").getByRole("button", { name: "Exporteer alles" }).click();
    text = await readFile(await (await download).path(), "utf8");
    seen.push({ text, texts: named(await kept(page), "s", "x", "k") });
    await context.close();
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  const file = JSON.parse(await readFile("tests/fixtures/archive/every-kind.json", "utf8"));
  const back = JSON.parse(text);
  expect(back.records.map(({ kind }) => kind).sort()).toEqual(file.records.map(({ kind }) => kind).sort());
  console.log(`R23: ${back.records.length} records of every kind, three empty browsers: ${Date.now() - from} ms`);
});
