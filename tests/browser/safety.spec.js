// The health questions in the browser: one tap a group, what a red answer locks, and the gentle start.

import { expect, keptOffline, open, test } from "./fixtures.js";
import { choose, keep, settled } from "./person.js";

const FRIDAY = new Date("2026-11-27T09:00:00+01:00");

test.use({ viewport: { width: 360, height: 740 } });

test("a red answer locks every session, and the emergency text is near from everywhere, offline", async ({ page, site, context }) => {
  await page.clock.install({ time: FRIDAY });
  await keep(context, settled({ S2: "yes" }));
  await open(page, site, "#/vragen");
  await expect(page.getByRole("heading", { name: "Stop. Dit kan spoed zijn." })).toBeVisible();
  await keptOffline(page);
  await context.setOffline(true);
  for (const at of ["/", "/oefeningen", "/oefeningen/superman", "/uitleg", "/bronnen", "/geschiedenis", "/instellingen", "/sessie/P1-A", "/sessie/G-1/check", "/over"]) {
    await page.evaluate((at) => (location.hash = at), at);
    await expect(page.getByRole("link", { name: /^(Start|Begin)/ }), at).toHaveCount(0);
    await page.locator('a[href="#/veilig"]:visible').first().click();
    await expect(page.locator('a[href="tel:112"]').first(), at).toBeVisible();
  }
});

test("who has a complaint starts gently, and gets the programmes once it was talked over", async ({ page, site, context }) => {
  await page.clock.install({ time: FRIDAY });
  await keep(context, settled());
  await open(page, site, "#/vragen");
  await page.getByRole("button", { name: "Antwoorden bekijken of veranderen" }).click();
  for (let group = 1; group <= 3; group += 1) {
    await expect(page.getByText(`Groep ${group} van 5`)).toBeVisible();
    await page.getByRole("button", { name: "Geen van deze" }).click();
  }
  await choose(page, /nu lage-rugklachten/, "Ja");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByText("Nog 1 vraag zonder antwoord.")).toBeVisible();
  await page.getByRole("checkbox", { name: /Rug die slechter/ }).check({ force: true });
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await page.getByRole("button", { name: "Geen van deze" }).click();

  await page.getByRole("button", { name: /laat mij de rustige start zien/ }).click();
  await expect(page).toHaveURL(/#\/sessie\/G-1$/);
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
  await page.goto(`${site.url}#/`);
  await expect(page.getByText("Dag 1 van 14")).toBeVisible();

  await page.getByRole("link", { name: "Ik heb overlegd" }).click();
  await page.getByText("Ik heb dit besproken, of ben onder behandeling").click();
  await page.getByRole("button", { name: "Ja, dit heb ik besproken" }).click();
  await expect(page.getByText(/Besproken op/)).toBeVisible();
  await page.goto(`${site.url}#/sessie/P3-3`);
  await expect(page.getByText(/slaan we over/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
});
