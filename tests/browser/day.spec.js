// The day around a session: sport soon, stopping without ending it, and the morning after.

import { expect, open, test } from "./fixtures.js";
import { begin, check, choose, keep, pass, playToTheEnd, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T09:00:00+01:00");

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

test("a pinch in the groin drops the exercise, marks the side, and the session goes on", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  await page.getByRole("button", { name: "Oefening overslaan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heup naar voren, knielend");
  await pass(page, 40);
  const side = (await page.locator(".tag--side").textContent()).toLowerCase();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Knellend in de lies" }).click();
  await page.getByRole("button", { name: "Links", exact: true }).click();
  const told = page.getByRole("dialog", { name: "Knellend in de lies" });
  await expect(told).toContainText(side);
  await told.getByRole("button", { name: "Verder met de sessie" }).click();
  await expect(told).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Heup naar voren, knielend");
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  await playToTheEnd(page);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await open(page, site, "#/geschiedenis");
  await page.locator("a[href*='#/geschiedenis/0']").first().click();
  await expect(page.locator("dl.record")).toContainText(side);
  await expect(page.locator("dl.record")).toContainText("knellend in de lies");
});

test("before sport warm-up and hip circles take the place of the stretches", async ({ page, site }) => {
  await begin(page, site, "P1-A", { sport: true });
  for (const heading of ["Marcheren op je plaats", "Buik licht aanspannen"]) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await page.getByRole("button", { name: "Oefening overslaan" }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Staande heupcirkels");
});

test("the next day asks how the morning was, once", async ({ page, site }) => {
  await begin(page, site, "P6-5min");
  await playToTheEnd(page);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.clock.setSystemTime(new Date("2026-11-24T09:00:00+01:00"));
  await open(page, site, "#/sessie/P6-2min/check");
  await choose(page, /ochtend na je vorige sessie/i, "2");
  await check(page);
  await page.reload();
  await open(page, site, "#/sessie/P1-A/check");
  await expect(page.getByRole("group", { name: /hoeveel pijn/i })).toBeVisible();
  await expect(page.getByRole("group", { name: /ochtend na je vorige sessie/i })).toBeHidden();
});
