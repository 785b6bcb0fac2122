// The program stops twice, soon after each other: the safe mode shows what is kept, without it.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { stored } from "./packed.js";
import { keep, kept, planned, seal, settled } from "./person.js";
import { trapdoor } from "./trapdoor.js";

const TWICE = { how: "trap", place: "start", at: "getItem" };
const ID = `${"0".repeat(25)}5`;
const SESSION = {
  active: 620, app: "0.1.0", day: "2026-11-22", done: [], end: "completed", id: ID, kind: "session", offset: 60,
  rev: 1, session: "P1-A", start: 1_795_345_200_000, updated: 1_795_345_900_000, v: 1,
};
const KEPT = { ...settled(), ...planned(), [`soepel.p0.s.${ID}.1`]: seal(SESSION), "soepel.p0.s.X.1": "{half" };

test("a second stop soon after a start leads to the safe mode, and out of it", async ({ page, site, context, faults }) => {
  faults.expect(/RuntimeError|unreachable/);
  await keep(context, KEPT);
  await context.addInitScript(trapdoor, TWICE);
  await page.goto(site.url);
  await expect(page.getByRole("alertdialog", { name: "Soepel is gestopt" })).toBeVisible();
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByRole("alertdialog", { name: "Soepel is weer gestopt" })).toBeVisible();
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Open de veilige stand" }).click();
  await loaded;

  const safe = page.getByRole("alertdialog", { name: "Veilige stand" });
  await expect(safe).toContainText("Sessies1");
  await expect(safe).toContainText("22 november 2026");
  await expect(safe).toContainText("Teksten die niet te lezen zijn1");
  await safe.getByText("Bekijk je sessies").click();
  await expect(safe.getByRole("listitem")).toContainText(["P1-A · 10 min"]);
  expect(await page.evaluate(() => lab.hit), "the program does not start").toBe(null);
  expect(await kept(page), "nothing is written").toEqual(KEPT);

  await context.addInitScript(() => (lab.armed = null));
  await safe.getByRole("button", { name: "Start Soepel gewoon" }).click();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
});

test("a copy that was saved in the safe mode can be put back in it, over nothing that is there", async ({ page, site, context }) => {
  await keep(context, KEPT);
  await page.goto(`${site.url}?safe=1`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  const file = await (await saved).path();
  expect(JSON.parse(await readFile(file, "utf8")).first).toEqual(KEPT);

  const changed = seal({ ...SESSION, note: "later", rev: 1 });
  await page.evaluate(([name, text]) => {
    localStorage.clear();
    localStorage.setItem(name, text);
  }, [`soepel.p0.s.${ID}.1`, changed]);
  await page.getByLabel("Zet een kopie terug").setInputFiles({ name: "soepel-kopie.json", mimeType: "application/json", buffer: await readFile(file) });
  await expect(page.getByRole("status")).toContainText("3 teruggezet, 1 stonden er al, 1 beschadigd.");
  const back = await kept(page);
  expect(back[`soepel.p0.s.${ID}.1`]).toBe(changed);
  expect(Object.keys(back).sort()).toEqual(Object.keys(KEPT).filter((name) => !name.endsWith(".X.1")).sort());

  await page.getByLabel("Zet een kopie terug").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByRole("status")).toContainText("geen kopie van Soepel");
});

test("a raw copy is taken by the import of the app on another device", async ({ page, site, context, browser }) => {
  await keep(context, KEPT);
  await page.goto(`${site.url}?safe=1`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  const file = await (await saved).path();

  const elsewhere = await browser.newContext({ locale: "nl-NL" });
  await keep(elsewhere, settled());
  const other = await elsewhere.newPage();
  await open(other, site, "#/instellingen/gegevens");
  await other.locator("input[type=file]").first().setInputFiles(file);
  await other.getByRole("button", { name: "Zet terug" }).click();
  await expect.poll(async () => Object.keys(await kept(other))).toContain(`soepel.p0.s.${ID}.1`);
  await elsewhere.close();
});

test("one of the two stores that cannot be read costs nothing of the other", async ({ page, site, context }) => {
  await keep(context, KEPT);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
  await page.goto(`${site.url}?safe=1`);
  await expect(page.getByRole("alertdialog")).toContainText("Sessies1");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  const copy = JSON.parse(await readFile(await (await saved).path(), "utf8"));
  expect(copy.first).toEqual(KEPT);
  expect(copy.problems).toHaveLength(1);
  await expect(page.getByRole("status")).toContainText("één van de twee");
});

test("a database that never answers keeps nobody waiting for the other store", async ({ page, site, context }) => {
  await keep(context, KEPT);
  await page.clock.install();
  await context.addInitScript(() => (IDBFactory.prototype.open = () => new EventTarget()));
  await page.goto(`${site.url}?safe=1`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  await page.clock.fastForward(5_000);
  expect(JSON.parse(await readFile(await (await saved).path(), "utf8")).first).toEqual(KEPT);
});

test("sessions in both forms are listed by their day, the newest first", async ({ page, site, context }) => {
  const day = 86_400_000;
  const later = { ...SESSION, done: [], zone: "Europe/Amsterdam", id: `${"0".repeat(25)}6`, session: "P4-B", active: 1_260 };
  later.start += 3 * day;
  later.updated += 3 * day;
  later.day = "2026-11-25";
  await keep(context, { ...KEPT, ...stored(later) });
  await page.goto(`${site.url}?safe=1`);
  const safe = page.getByRole("alertdialog", { name: "Veilige stand" });
  await expect(safe).toContainText("Sessies2");
  await expect(safe).toContainText("25 november 2026");
  await safe.getByText("Bekijk je sessies").click();
  const lines = safe.getByRole("listitem");
  await expect(lines).toHaveText(["25 november 2026 · P4-B · 21 min", "22 november 2026 · P1-A · 10 min"]);
});
