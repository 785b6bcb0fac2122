// A plan to the physiotherapist and back: as a link, as a code that another program reads, as a
// file; and a link that means no good.

import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, open, test } from "./fixtures.js";
import { tabTo } from "./keyboard.js";
import { keep, kept, planned, settled } from "./person.js";

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 };
test.use(PHONE);

const strong = () => ({ ...settled(), ...planned({ goal: "strong", situations: [] }) });

/** The link on the page, and what it ends in. */
async function link(page) {
  const field = page.getByRole("textbox", { name: "De link naar dit plan" });
  await expect(field).toHaveValue(/#\/plan\/1[\w-]+$/);
  return field.inputValue();
}

const dataOf = (link) => link.split("#/plan/")[1];

/** What a code on the screen says, by a program that knows nothing of Soepel. */
async function scanned(page) {
  const picture = page.getByRole("img", { name: "QR-code met de link naar dit plan" });
  await picture.scrollIntoViewIfNeeded();
  const { width, height, data } = PNG.sync.read(await picture.screenshot());
  const read = jsQR(new Uint8ClampedArray(data), width, height);
  return read?.data;
}

/** The physiotherapist's own phone: nothing was ever kept on it. */
async function physio(browser, site, address) {
  const context = await browser.newContext({ ...PHONE, locale: "nl-NL" });
  const page = await context.newPage();
  await open(page, site, address);
  return page;
}

test("a plan goes by link, is changed, comes back, and holds once it is taken over", async ({ browser, context, page, site }) => {
  await keep(context, strong());
  await open(page, site, "#/plan/delen");
  await page.getByLabel("Je naam").fill("Sanne");
  const going = await link(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Kopieer de link" }).click();
  await expect(page.getByText("De link staat op je klembord.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(going);

  const other = await physio(browser, site, `#/plan/${dataOf(going)}`);
  await expect(other.getByRole("heading", { name: "Plan van Sanne" })).toBeVisible();
  await other.getByRole("link", { name: "Aanpassen" }).click();
  await expect(other.getByRole("heading", { name: "Plan aanpassen" })).toBeVisible();
  expect(dataOf(await link(other)), "opened and not changed it is the same plan").toBe(dataOf(going));

  await other.getByRole("switch", { name: /^Armen en benen optillen: niet doen/ }).check({ force: true });
  await other.getByRole("switch", { name: /Besproken/ }).check({ force: true });
  await expect(other.getByText("Vul in met wie dit is besproken.").first()).toBeVisible();
  await other.getByLabel("Met wie").fill("Fysio Björn");
  const coming = await link(other);
  expect(coming).not.toBe(going);
  expect(Object.keys(await kept(other)).filter((key) => key.includes(".k.")), "nothing is kept there").toEqual([]);

  const before = await kept(page);
  await page.goto(coming);
  await expect(page.getByRole("heading", { name: "Plan van Sanne" })).toBeVisible();
  const superman = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Armen en benen optillen" }) });
  await expect(superman).toContainText("Niet meer");
  expect(await kept(page), "nothing holds yet").toEqual(before);
  await page.getByRole("button", { name: "Neem over" }).click();
  const asked = page.getByRole("dialog", { name: "Heb je dit met Fysio Björn besproken?" });
  await asked.getByRole("button", { name: /^Ja, op / }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Van je fysiotherapeut" })).toBeVisible();
  await page.goto(`${site.url}#/sessie/P3-1`);
  await expect(page.getByText("Zonder Armen en benen optillen: je fysiotherapeut zegt niet doen.")).toBeVisible();

  await page.goto(`${site.url}#/plan/van-je-fysiotherapeut`);
  await page.reload();
  await page.getByRole("button", { name: "Stop met dit plan" }).click();
  await expect(page.getByText("Je volgt het plan van je fysiotherapeut niet meer.")).toBeVisible();
  await other.context().close();
});

for (const theme of ["light", "dark"]) {
  test(`a code on the screen says the very link, ${theme}`, async ({ browser, context, page, site }) => {
    await keep(context, { ...settled({ theme }), ...planned({ goal: "strong", situations: ["running", "sitting"] }) });
    await open(page, site, "#/plan/delen");
    const going = await link(page);
    expect(await scanned(page)).toBe(going);
    const other = await physio(browser, site, `#/plan/${dataOf(going)}`);
    await other.getByRole("link", { name: "Aanpassen" }).click();
    await expect(other.getByRole("heading", { name: "Plan aanpassen" })).toBeVisible();
    expect(dataOf(await scanned(other)), "and back").toBe(dataOf(going));
    await other.context().close();
  });
}

test("a plan goes by file, and the page that brings a history back knows it", async ({ context, page, site }) => {
  await keep(context, strong());
  await open(page, site, "#/plan/delen");
  const going = await link(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Bewaar het bestand" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^soepel-plan-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text).format).toBe("soepel-plan");

  const file = { name: "plan.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.goto(`${site.url}#/instellingen/gegevens`);
  await page.locator("#import-file").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Een plan voor jou" })).toBeVisible();
  expect(dataOf(page.url()), "the same plan").toBe(dataOf(going));

  await page.goto(`${site.url}#/plan/delen`);
  await page.locator("#plan-file").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Een plan voor jou" })).toBeVisible();

  const broken = { ...file, buffer: Buffer.from(text.replace(/"sets":\d/, '"sets":9')) };
  const before = await kept(page);
  await page.goto(`${site.url}#/plan/delen`);
  await page.locator("#plan-file").setInputFiles(broken);
  await expect(page.getByRole("alert")).toContainText("Er is onderweg iets veranderd of weggevallen.");
  expect(await kept(page)).toEqual(before);
});

test("a link that means no good changes nothing and says why", async ({ context, page, site }) => {
  await keep(context, strong());
  await open(page, site, "#/plan");
  const before = await kept(page);
  for (const [data, why] of [
    ["<script>alert(1)</script>", null],
    ["%3Cimg%20src=x%20onerror=alert(1)%3E", "Dit is geen plan van Soepel."],
    ["javascript:alert(1)", "Dit is geen plan van Soepel."],
    ["1AAAAAAAAAAAA", "Er is onderweg iets veranderd of weggevallen."],
    ["2AAAAAAAAAAAA", "Dit plan is gemaakt met een nieuwere versie."],
    [`1${"A".repeat(40_000)}`, "Dit is groter dan een plan kan zijn."],
  ]) {
    await page.evaluate((data) => {
      location.hash = `#/plan/${data}`;
    }, data);
    if (why) {
      await expect(page.getByRole("alert")).toContainText(why);
      await expect(page.getByRole("alert")).toContainText("Er is niets veranderd.");
    } else {
      await expect(page.getByRole("heading", { name: "Deze pagina is er niet" })).toBeVisible();
    }
    await expect(page.getByRole("button", { name: "Neem over" })).toHaveCount(0);
    expect(await kept(page)).toEqual(before);
  }
});

test("axe finds nothing on these pages, and the keyboard goes all the way", async ({ context, page, site }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 4000 });
  await keep(context, strong());
  await open(page, site, "#/plan/delen");
  const data = dataOf(await link(page));
  for (const route of ["delen", data, `aanpassen/${data}`, "aanpassen", "van-je-fysiotherapeut"]) {
    await page.goto(`${site.url}#/plan/${route}`);
    await expect(page.locator("h1").first()).toBeAttached();
    await clean(page, route);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}#/plan/${data}`);
  await tabTo(page, "button", "Neem over");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Van je fysiotherapeut" })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 4000 });
  await clean(page, "taken over");
  await tabTo(page, "button", "Stop met dit plan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Je plan" })).toBeVisible();
});

async function clean(page, name) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  expect(told).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
}
