// Two tabs: one leads a session, the other follows it and takes over. No word of either is lost.

import { expect, open, test } from "./fixtures.js";
import { begin, keep, kept, pass, settled, still } from "./person.js";

test("one tab leads; another follows, and takes over at the same phase", async ({ context, page, site }) => {
  await keep(context, settled());
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.clock.install({ time: new Date("2026-11-23T08:00:00+01:00") });
  await begin(page, site, "P1-B");
  await pass(page, 5);
  await open(other, site);
  const card = other.getByRole("article").filter({ hasText: "in een ander venster" });
  await expect(card).toContainText("Oefening 1 van");
  // What the leading tab does shows in the other.
  await page.keyboard.press("ArrowRight");
  await still(page);
  const first = await exercise(page);
  await expect(card).toContainText(first);
  const marks = (await journal(page)).length;

  await card.getByRole("button", { name: "Hier verdergaan" }).click();
  await expect(page.getByText("Je sessie gaat verder in een ander venster.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  await pass(other, 1);
  await expect(other.getByRole("button", { name: "Verder", exact: true })).toBeVisible();
  expect(await exercise(other)).toBe(first);
  expect((await journal(other)).length).toBeGreaterThanOrEqual(marks);

  // The one that led follows now, and begins nothing beside it.
  await expect(page.getByRole("article").filter({ hasText: "in een ander venster" })).toBeVisible();
  await other.keyboard.press("ArrowRight");
  expect((await journal(page)).length).toBeGreaterThan(marks);
});

test("no session begins beside one that another tab leads", async ({ context, page, site }) => {
  await keep(context, settled());
  const other = await context.newPage();
  await begin(page, site, "P1-B");
  const before = await journal(page);
  await begin(other, site, "P6-2min").catch(() => {}); // The player goes again at once.
  await expect(other.getByText("Er loopt al een sessie in een ander venster.")).toBeVisible();
  await expect(other.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  const ids = new Set((await journal(page)).map((key) => key.split(".")[3]));
  expect(ids).toEqual(new Set(before.map((key) => key.split(".")[3])));
});

test("a tab that is gone leads no more", async ({ context, page, site }) => {
  await keep(context, settled());
  const other = await context.newPage();
  await begin(page, site, "P1-B");
  await open(other, site);
  await expect(other.getByText("Er loopt een sessie in een ander venster")).toBeVisible();
  await page.close();
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await other.getByRole("button", { name: "Verdergaan" }).click();
  await expect(other.getByRole("button", { name: "Verder", exact: true })).toBeVisible();
});

function exercise(page) {
  return page.locator(".player h1").innerText();
}

async function journal(page) {
  return Object.keys(await kept(page)).filter((key) => key.includes(".j."));
}
