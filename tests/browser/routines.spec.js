// A session of one's own in the browser: composed by role and name, played, found in the history.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { check, choose, keep, kept, playToTheEnd, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.use({ viewport: { width: 360, height: 740 } });

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

async function add(page, words, name) {
  await page.getByRole("searchbox", { name: "Zoek een oefening" }).fill(words);
  await page.getByRole("button", { name: `Erbij zetten: ${name}` }).first().click();
}

async function compose(page, site) {
  await open(page, site);
  await page.getByRole("link", { name: /Eigen routines/ }).click();
  await expect(page.getByRole("heading", { name: "Maak je eerste routine" })).toBeVisible();
  await page.getByRole("link", { name: "Nieuwe routine" }).click();
  await add(page, "hiel bil", "Hiel naar je bil");
  await add(page, "brug", "Bruggetje");
  await add(page, "marcheren", "Marcheren op je plaats");
}

test("composed, played, found in the history, copied, taken away and brought back", async ({ page, site }) => {
  test.setTimeout(120_000);
  await compose(page, site);
  await expect(page.getByText(/Zet die vóór Hiel naar je bil/)).toBeVisible();

  // Twice earlier by keyboard: the focus stays where the next press is wanted.
  await page.getByRole("button", { name: "Marcheren op je plaats: eerder" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Marcheren op je plaats: eerder" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Marcheren op je plaats: later" })).toBeFocused();
  await expect(page.getByText(/Zet die vóór Hiel naar je bil/)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    "Marcheren op je plaats",
    "Hiel naar je bil",
    "Bruggetje",
  ]);

  // 20 s becomes 25, then 30, and there it stops, with the rule that says so.
  const length = page.locator(".routine__length");
  const before = await length.textContent();
  await page.getByText("Aanpassen: 3 × 20 s per kant").click();
  const more = page.getByRole("button", { name: "Meer: Hiel naar je bil: vasthouden" });
  await more.click();
  await more.click();
  await expect(more).toBeDisabled();
  await expect(page.getByText("Meer kan niet. Het mag van 15 tot 30 s.")).toBeVisible();
  await expect(page.getByRole("button", { name: /R0\.16/ })).toBeVisible();
  await choose(page, "Kant", "Links");
  await expect(page.getByText("Aanpassen: 3 × 30 s, alleen links")).toBeVisible();
  expect(await length.textContent()).not.toBe(before);

  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByText("Geef je routine een naam.")).toBeVisible();
  await expect(page.getByLabel("Naam van je routine")).toBeFocused();
  await page.getByLabel("Naam van je routine").fill("Na het werk");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Na het werk" })).toBeVisible();

  // What was said of the saving goes by itself; until then it stands over the foot of the page.
  await page.clock.fastForward(13_000);
  await page.getByRole("link", { name: /Start deze routine/ }).click();
  await check(page);
  await playToTheEnd(page);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.getByRole("link", { name: "Geschiedenis" }).click();
  await page.getByRole("link", { name: /Na het werk/ }).click();
  await expect(page.getByText("Hiel naar je bil")).toBeVisible();
  await expect(page.getByText(/Rechterkant/)).toHaveCount(0);

  await open(page, site, "#/routines");
  await page.getByRole("link", { name: "Bekijken en aanpassen: Na het werk" }).click();
  await page.getByRole("button", { name: "Kopie maken" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Na het werk (kopie)" })).toBeVisible();
  await page.getByRole("button", { name: "Verwijderen" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Na het werk"]);
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Na het werk", "Na het werk (kopie)"]);
  const names = Object.keys(await kept(page)).filter((key) => key.includes(".k.routine."));
  expect(names).toHaveLength(2);
});

test("what is being made is still there after a look at another page", async ({ page, site }) => {
  await compose(page, site);
  await page.getByLabel("Naam van je routine").fill("Half af");
  await page.getByRole("link", { name: "Oefeningen", exact: true }).click();
  await page.getByRole("link", { name: "Maak je eigen routine" }).click();
  await expect(page.getByLabel("Naam van je routine")).toHaveValue("Half af");
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(3);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing where a routine is made, ${theme}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 360, height: 4000 });
    await page.emulateMedia({ colorScheme: theme });
    await compose(page, site);
    for (const summary of await page.getByText(/^Aanpassen: /).all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
}
