// Every page: without a fault for assistive technology, and cold with no internet.

import AxeBuilder from "@axe-core/playwright";
import { BASES, expect, keptOffline, open, test } from "./fixtures.js";
import { figures } from "./lab.js";
import { keep, planned, settled } from "./person.js";

export const ROUTES = [
  "/",
  "/vragen",
  "/wat-wil-je",
  "/plan",
  "/plan/delen",
  "/plan/aanpassen",
  "/plan/van-je-fysiotherapeut",
  "/veilig",
  "/programma/P1",
  "/sessie/P5-L2",
  "/sessie/P1-A/check",
  "/tests",
  "/tests/hip-check",
  "/routines",
  "/routines/nieuw",
  "/oefeningen",
  "/oefeningen/iliopsoas-lunge-kneeling",
  "/uitleg",
  "/uitleg/stretching",
  "/bronnen",
  "/begrippen",
  "/werkdag",
  "/print/P4",
  "/print",
  "/besluiten",
  "/vergelijken",
  "/helpt-het",
  "/inzicht",
  "/inzicht/jaar",
  "/inzicht/klachten",
  "/inzicht/tests",
  "/inzicht/oefeningen",
  "/inzicht/pauzes",
  "/geschiedenis",
  "/geschiedenis/nieuw",
  "/instellingen",
  "/instellingen/gegevens",
  "/instellingen/gegevens/gezondheid",
  "/over",
  "/nergens",
];

// High enough that the bar at the bottom covers nothing: what is half under it is no small target.
test.use({ viewport: { width: 360, height: 4000 } });

for (const language of ["nl", "en"]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing on any page, ${language}, ${theme}, 360 px`, async ({ context, page, site }) => {
      test.setTimeout(300_000);
      await keep(context, { ...settled({ language, theme }), ...planned() });
      await open(page, site);
      for (const route of ROUTES) {
        await page.evaluate((route) => {
          location.hash = route;
        }, route);
        await expect(page.locator("h1").first()).toBeAttached();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${route} ${id}: ${nodes.map(({ target }) => target).join(", ")}`),
        ).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${route} is wider than the screen`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test("axe finds nothing on the welcome", async ({ page, site }) => {
  await open(page, site);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
});

for (const base of BASES) {
  test.describe(`at ${base}`, () => {
    test.use({ base });

    test("every page opens cold with no internet", async ({ context, page, site }) => {
      test.setTimeout(120_000);
      await keep(context, settled());
      await open(page, site);
      await keptOffline(page);
      const titles = new Map();
      for (const route of ROUTES) titles.set(route, await heading(page, site, route));
      await page.close();
      await site.stop();
      await context.setOffline(true);
      const took = [];
      for (const route of ROUTES) {
        const cold = await context.newPage();
        const from = Date.now();
        expect(await heading(cold, site, route), route).toBe(titles.get(route));
        took.push(Date.now() - from);
        await cold.close();
      }
      console.log(`R10: ${ROUTES.length} pages cold with no internet at ${base}: ${figures(took, "ms")}`);
    });
  });
}

async function heading(page, site, route) {
  await page.goto("about:blank");
  await open(page, site, `#${route}`);
  return page.locator("h1").first().textContent();
}
