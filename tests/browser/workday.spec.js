// Movement breaks on a working day, with a clock that is moved, and the page on paper.

import { expect, keptOffline, open, test } from "./fixtures.js";
import { keep, pass, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T10:00:00+01:00");
const DUE = "Tijd voor een beweegpauze";

test.use({ viewport: { width: 360, height: 740 } });

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

async function switchOn(page, site) {
  await open(page, site, "#/werkdag");
  await page.getByRole("switch", { name: /Herinner mij/ }).check({ force: true });
  await expect(page.getByText("Volgende pauze over 30 min.")).toBeVisible();
}

/** As when another window stands before this one. */
async function hide(page, hidden = true) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

test.describe("with notifications", () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(["notifications"]);
  });

  test("after half an hour it is time, on the page and on the tab, and one tap counts it", async ({ page, site }) => {
    await switchOn(page, site);
    await pass(page, 29 * 60, 60);
    await expect(page.getByText("Volgende pauze over 1 min.")).toBeVisible();
    await expect(page).toHaveTitle("Beweegpauzes · Soepel");
    await pass(page, 70, 10);
    await expect(page.locator("#main").getByText(DUE)).toBeVisible();
    await expect(page).toHaveTitle("(1) Beweegpauzes · Soepel");
    await page.getByRole("button", { name: "Gedaan" }).click();
    await expect(page.getByText("1 beweegpauze vandaag.")).toBeVisible();
    await expect(page).toHaveTitle("Beweegpauzes · Soepel");
    await page.getByRole("button", { name: "Gedaan" }).click();
    await expect(page.getByText("2 beweegpauzes vandaag.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("2 beweegpauzes vandaag.")).toBeVisible();
    await expect(page.getByRole("switch", { name: /Herinner mij/ })).toBeChecked();
  });

  test("in the background the system shows it with two buttons, and they reach the page", async ({ page, site }) => {
    await open(page, site);
    await keptOffline(page);
    await switchOn(page, site);
    await hide(page);
    await pass(page, 31 * 60, 60);
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const notifications = await registration.getNotifications();
        return notifications.map(({ title, body, actions }) => [title, body, actions.map(({ title }) => title)]);
      });
    await expect.poll(shown).toEqual([[DUE, "Sta op en loop 2 minuten.", ["Gedaan", "Straks"]]]);
    await hide(page, false);
    await press(page, "later");
    await expect(page.getByText(/^Straks, om 10:36/)).toBeVisible();
    await expect.poll(shown).toEqual([]);
    await press(page, "done");
    await expect(page.getByText("1 beweegpauze vandaag.")).toBeVisible();
  });

  test("a hidden page asks a worker to wake it on time", async ({ context, page, site }) => {
    await context.addInitScript(() => {
      window.asked = [];
      const Plain = window.Worker;
      window.Worker = class extends Plain {
        postMessage(span) {
          window.asked.push(span);
          super.postMessage(span);
        }
      };
    });
    await switchOn(page, site);
    expect(await page.evaluate(() => window.asked), "nobody waits for it on the screen").toEqual([]);
    await hide(page);
    const [span] = await page.evaluate(() => window.asked);
    expect(span).toBeGreaterThan(0);
    expect(span).toBeLessThanOrEqual(60_015);
    await hide(page, false);
    expect(await page.evaluate(() => window.asked.at(-1))).toBe(null);
  });

  test("a meeting is quiet in one tap, and outside working hours nothing comes", async ({ page, site }) => {
    await switchOn(page, site);
    await page.getByRole("button", { name: "Overleg: een uur stil" }).click();
    await expect(page.getByText("Stil tot 11:00, vanwege je overleg.")).toBeVisible();
    await pass(page, 45 * 60, 60);
    await expect(page).toHaveTitle("Beweegpauzes · Soepel");
    await page.getByRole("button", { name: "Overleg is klaar" }).click();
    await expect(page.locator("#main").getByText(DUE)).toBeVisible();
    await pass(page, 7 * 3600, 600);
    await expect(page.getByText(/^Nu stil\. De volgende herinneringen zijn dinsdag 24 november, vanaf 09:00/)).toBeVisible();
    await expect(page).toHaveTitle("Beweegpauzes · Soepel");
  });
});

test("without permission the page says so and offers the calendar", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { configurable: true, get: () => "denied" });
  });
  await open(page, site, "#/werkdag");
  await page.getByRole("switch", { name: /Herinner mij/ }).check({ force: true });
  await expect(page.getByText(/Sluit je de pagina, dan herinnert Soepel je niet/)).toBeVisible();
  await expect(page.getByText(/Zet de pauzes in je agenda\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Zet de pauzes in je agenda" })).toBeEnabled();
});

test("on Vandaag it stands only when it is switched on", async ({ page, site }) => {
  await open(page, site);
  await expect(page.getByRole("link", { name: "Beweegpauzes" })).toHaveCount(0);
  await switchOn(page, site);
  await page.getByRole("link", { name: "Vandaag" }).first().click();
  await expect(page.getByRole("link", { name: "Beweegpauzes" })).toBeVisible();
  await page.getByRole("button", { name: "Gedaan" }).click();
  await expect(page.getByText("1 beweegpauze vandaag.")).toBeVisible();
});

for (const [language, button] of [["nl", "Afdrukken"], ["en", "Print"]]) {
  test(`every programme fits on one A4, ${language}`, async ({ browser, site }) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    await keep(context, settled({ language }));
    const page = await context.newPage();
    for (const programme of ["P1", "P2", "P3", "P4", "P5", "P6", "P7"]) {
      await open(page, site, `#/print/${programme}`);
      await expect(page.getByRole("button", { name: button })).toBeVisible();
      const paper = page.getByRole("article");
      await expect(paper.getByRole("table")).toBeVisible();
      expect(pages(await page.pdf({ format: "A4" })), programme).toBe(1);
      await page.getByRole("switch").check({ force: true });
      expect(pages(await page.pdf({ format: "A4" })), `${programme} with answers`).toBe(1);
      await page.goto("about:blank");
    }
    await context.close();
  });
}

/** What the service worker tells the page when a button of a notification is pressed. */
async function press(page, action) {
  const [worker] = page.context().serviceWorkers();
  await worker.evaluate(async (action) => {
    const registration = self.registration;
    const [notification] = await registration.getNotifications();
    const shown = notification ?? { close() {} };
    const event = new Event("notificationclick");
    Object.assign(event, { action, waitUntil() {} });
    Object.defineProperty(event, "notification", { value: shown });
    self.dispatchEvent(event);
  }, action);
}

/** How many pages a PDF has. */
function pages(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
}
