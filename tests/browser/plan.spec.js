// From the answers to a first session, and a plan that says why.

import { expect, open, test } from "./fixtures.js";
import { keep, kept, planned, settled } from "./person.js";

test.use({ viewport: { width: 360, height: 740 } });

test("two taps say what somebody wants, and the first session stands ready", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site, "#/wat-wil-je");
  await page.getByRole("button", { name: "Minder spanning voor in de heup" }).click();
  await page.getByRole("button", { name: "Laat mijn eerste sessie zien" }).click();
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Start: Elke dag even: Vijf minuten" })).toBeInViewport();
  await expect(page.getByRole("link", { name: /^Korter: 2 min: .*Twee minuten/ })).toBeVisible();
  const plan = Object.entries(await kept(page)).find(([key]) => key.includes(".k.plan."));
  expect(plan[1]).toContain('"goal":"hip-front"');
  await page.reload();
  await expect(page.getByText("Vertel wat je wilt")).toHaveCount(0);
});

test("every session is a tap away, and the reason opens its rule", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...planned() });
  await open(page, site);
  await page.getByRole("button", { name: /R1\.27/ }).click();
  await expect(page.getByRole("dialog")).toContainText("R1.27");
  await page.keyboard.press("Escape");
  const all = page.getByRole("link", { name: /^Start: / });
  await expect(all).toHaveCount(1);
  await page.getByRole("button", { name: "Iets anders", exact: true }).click();
  await expect(page.locator("#other")).toBeFocused();
  expect(await all.count()).toBeGreaterThan(3);
});

test("a changed choice changes the plan at once, and stays", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...planned({ situations: [] }) });
  await open(page, site, "#/plan");
  const runners = page.getByRole("heading", { name: "Heupkracht voor hardlopers", level: 3 });
  await expect(runners).toHaveCount(0);
  await page.getByRole("button", { name: "Ik loop hard" }).click();
  await expect(runners).toBeVisible();
  await page.reload();
  await expect(runners).toBeVisible();
});

test("without choices the plan says how to begin", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site, "#/plan");
  await page.getByRole("link", { name: "Kies wat je wilt" }).click();
  await expect(page.getByRole("heading", { name: "Wat wil je?" })).toBeVisible();
});
