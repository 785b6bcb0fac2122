// The pages to read, in a browser: without scripts, beside the app, offline; and what is new in it.

import AxeBuilder from "@axe-core/playwright";
import { BASES, expect, keptOffline, open, test } from "./fixtures.js";
import { keep, kept, seal, settled, unsealed } from "./person.js";

const PAGES = ["lezen/", "lezen/oefeningen/glute-bridge.html", "read/chapters/sitting.html", "lezen/bronnen.html", "read/when-to-stop.html"];

for (const base of BASES) {
  test.describe(`at ${base}`, () => {
    test.use({ base });

    test("without scripts the first screen leads to everything that can be read", async ({ browser, site }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL" });
      const page = await context.newPage();
      await page.goto(site.url);
      await page.getByRole("link", { name: "Lees de oefeningen" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Soepel om te lezen");
      await page.getByRole("link", { name: "Als je veel zit" }).click();
      const rule = page.getByRole("main").getByRole("link", { name: /^R/ }).first();
      const id = await rule.textContent();
      await rule.click();
      await expect(page.locator(`[id='${id}']`)).toBeVisible();
      await page.getByRole("link", { name: "Read this in English" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await context.close();
    });

    test("a page to read leads into the app, and offline its address does too", async ({ page, context, site }) => {
      await keep(context, settled());
      await open(page, site);
      await keptOffline(page);
      await page.goto(`${site.url}lezen/oefeningen/glute-bridge.html`);
      const name = await page.getByRole("heading", { level: 1 }).textContent();
      await page.getByRole("link", { name: "Bekijk deze oefening in Soepel" }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await context.setOffline(true);
      await site.stop();
      await page.goto(`${site.url}lezen/`);
      await expect(page.getByRole("heading", { level: 1, name: "Vandaag" })).toBeVisible();
    });
  });
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing on the pages to read, and nothing is wider than a phone, ${theme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of PAGES) {
      await page.goto(site.url + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0].html}`)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, path).toBeLessThanOrEqual(0);
    }
  });
}

test("after an update one quiet line leads to what is new, and comes back no more", async ({ page, context, site }) => {
  const values = settled();
  const older = { ...unsealed(values["soepel.p0.set.a"]), news: 0 };
  await keep(context, { ...values, "soepel.p0.set.a": seal(older) });
  await open(page, site);
  await expect(page.getByText("Soepel is vernieuwd.")).toBeVisible();
  await page.getByRole("link", { name: "Bekijk wat er nieuw is" }).click();
  await expect(page.getByRole("heading", { name: "Wat is er nieuw" })).toBeVisible();
  await expect(page.getByText("Dit is de eerste versie")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Vandaag" })).toBeVisible();
  await expect(page.getByText("Soepel is vernieuwd.")).toHaveCount(0);
  const settings = Object.entries(await kept(page)).filter(([key]) => /\.set\.[ab]$/.test(key));
  const newest = settings.map(([, value]) => unsealed(value)).sort((one, other) => other.rev - one.rev)[0];
  expect(newest.news ?? 1).toBe(1);
});
