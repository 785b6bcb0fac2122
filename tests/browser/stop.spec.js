// STOP in three taps, and where an exercise is felt.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { finished } from "./packed.js";
import { begin, keep, pass, playToTheEnd, settled, still } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

async function lastRecord(page) {
  return (await finished(page)).at(-1);
}

test("what, where and which side: three taps after STOP, at the second of STOP", async ({ page, site }) => {
  await begin(page, site, "P6-5min");
  await pass(page, 30);
  await still(page);
  const pressed = await page.evaluate(() => Date.now());
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await pass(page, 8, 4);
  await page.getByRole("dialog", { name: "Waarom stop je?" }).getByRole("button", { name: "Scherpe pijn" }).click();
  await page.getByRole("dialog", { name: "Waar zit het?" }).getByRole("button", { name: "Onderrug" }).click();
  await page.getByRole("dialog", { name: "Aan welke kant?" }).getByRole("button", { name: "Rechts", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Klaar" })).toBeVisible();
  const { stops, stop_details: details } = await lastRecord(page);
  expect(stops[0][2]).toBe("sharp-pain");
  expect(details[0].slice(1)).toEqual(["low-back", "r"]);
  expect(Math.abs(details[0][0] - pressed)).toBeLessThan(1000);
});

test("by keyboard alone, with Escape as the way back", async ({ page, site }) => {
  await begin(page, site, "P6-5min");
  await pass(page, 20);
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Waarom stop je?" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Waar zit het?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
});

/** Until the question comes; the session goes on all the while. */
async function untilAsked(page) {
  const panel = page.getByRole("region", { name: "Waar voel je het?" });
  for (let seconds = 0; seconds < 400 && !(await panel.isVisible()); seconds += 1) {
    await page.clock.fastForward(1000);
  }
  await expect(panel).toBeVisible();
  return panel;
}

test("after the first set the figure asks where it is felt, and the session goes on", async ({ page, site }) => {
  test.setTimeout(90_000);
  await begin(page, site, "P1-B");
  const panel = await untilAsked(page);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  // The eye taps the figure; whoever cannot see it has the same places as a list.
  await panel.locator(".body-figure__place ellipse").nth(1).click();
  await expect(panel.getByRole("radio", { name: "Voorkant heup" })).toBeChecked();
  await expect(panel.getByRole("status")).toHaveText("Dat is een goede plek.");
  await panel.getByRole("radio", { name: "Onderrug" }).focus();
  await page.keyboard.press("Space");
  await expect(panel.getByRole("status")).toContainText("Maak het kleiner.");
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await panel.getByRole("button", { name: "Klaar" }).click();
  await expect(panel).toBeHidden();
  await playToTheEnd(page);
  const { felt_in: felt } = await lastRecord(page);
  expect(felt.at(0)[1]).toBe("low-back");
});

test("not now is enough, and nothing is kept of it", async ({ page, site }) => {
  test.setTimeout(90_000);
  await begin(page, site, "P1-B");
  const panel = await untilAsked(page);
  await panel.getByRole("button", { name: "Nu niet" }).click();
  await expect(panel).toBeHidden();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Ik wil gewoon afronden" }).click();
  await expect(page.getByRole("heading", { name: "Klaar" })).toBeVisible();
  expect((await lastRecord(page)).felt_in).toBeUndefined();
  await open(page, site);
});
