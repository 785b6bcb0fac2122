// Press and relax for two: chosen before it starts, one screen for both, kept as what it was.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { finished } from "./packed.js";
import { check, choose, keep, playToTheEnd, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

test("with a helper both read when to press and when to let go, and which way", async ({ page, site }) => {
  test.setTimeout(120_000);
  await open(page, site, "#/sessie/P1-B-pnf");
  await choose(page, /met iemand samen/i, "Ja");
  await page.getByRole("link", { name: "Start deze sessie" }).click();
  await expect(page.getByRole("group", { name: /met iemand samen/i }).getByRole("radio", { name: "Ja" })).toBeChecked();
  await check(page);
  const titles = [];
  for (let seconds = 0; seconds < 900 && titles.length < 4; seconds += 3) {
    await page.clock.fastForward(3000);
    const title = page.locator(".pair__now");
    if (!(await title.count())) continue;
    const text = await title.textContent();
    if (titles.at(-1) === text) continue;
    titles.push(text);
    await expect(page.getByText("Jij", { exact: true })).toBeVisible();
    await expect(page.getByText("Helper", { exact: true })).toBeVisible();
    await expect(page.getByRole("img", { name: "Rekrichting" })).toBeVisible();
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  }
  expect(titles).toEqual(["Zoek samen een lichte rek", "Nu duwen", "Nu loslaten", "Nu duwen"]);
  await playToTheEnd(page);
  const [record] = await finished(page);
  expect(record.done.map(([, mode]) => mode)).toContain("pnf-partner");
});

test("a session in which nobody can help does not ask", async ({ page, site }) => {
  await open(page, site, "#/sessie/P1-B");
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
  await expect(page.getByRole("group", { name: /met iemand samen/i })).toHaveCount(0);
});
