// A whole press-and-relax session by keyboard alone, with what a screen reader has to go by written
// down at each phase: the text alone is enough to do the session. What it announces is the record in
// tests/fixtures/voice, which was read as somebody would hear it.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { answerByKeyboard, tabTo } from "./keyboard.js";
import { keep, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
const SESSION = "P1-A-pnf";

test("a press-and-relax session can be done by its text alone", async ({ context, page, site }, info) => {
  test.setTimeout(240_000);
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await context.addInitScript(() => {
    globalThis.announced = [];
    new MutationObserver(() => {
      const text = document.querySelector("p.only-heard[aria-live=polite]")?.textContent ?? "";
      if (text && text !== announced.at(-1)) announced.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await open(page, site, `#/sessie/${SESSION}`);
  await tabTo(page, "link", "Start deze sessie");
  await page.keyboard.press("Enter");
  await answerByKeyboard(page);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();

  const over = page.getByRole("heading", { name: "Klaar", exact: true });
  const trees = [];
  let told = 0;
  for (let second = 0; second < 700 && !(await over.isVisible()); second += 1) {
    const texts = await page.evaluate(() => announced);
    if (texts.length > told) {
      const tree = await page.getByRole("main").ariaSnapshot();
      const clock = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
      trees.push(`${clock}\n${texts.slice(told).map((text) => `› ${text}`).join("\n")}\n${tree}\n`);
      told = texts.length;
      // The clock of the page goes on by itself too: the last second may have passed since the question above.
      if (!(await over.isVisible())) readable(tree);
    }
    await page.clock.fastForward(1000);
  }
  await expect(over).toBeVisible();
  await info.attach("tree.txt", { body: trees.join("\n"), contentType: "text/plain" });

  // Word for word what was read, in its order.
  const fixture = await readFile(`tests/fixtures/voice/${SESSION}.nl.txt`, "utf8");
  const read = [...fixture.matchAll(/^ *\d+:\d\d › (.*)$/gm)].map(([, text]) => text);
  const heard = (await page.evaluate(() => announced)).filter((text) => read.includes(text));
  expect(heard).toEqual(read);

  // Who is asked how it felt gets there by keyboard too.
  await tabTo(page, "button", "Bewaren");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
});

/** At each moment: which exercise, what there is to do, what comes next, and the way out. */
function readable(tree) {
  expect(tree, "the exercise").toMatch(/heading "[^"]+" \[level=1\]/);
  expect(tree, "which of how many").toMatch(/Oefening \d van \d/);
  expect(tree, "what comes next").toMatch(/Straks: |Hierna ben je klaar/);
  expect(tree, "the way out").toMatch(/button "Stop"/);
  expect(tree, "a pause").toMatch(/button "Pauze"/);
}

test("W says where one is, U how the exercise goes, and ? which keys there are", async ({ context, page, site }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site, `#/sessie/${SESSION}`);
  await tabTo(page, "link", "Start deze sessie");
  await page.keyboard.press("Enter");
  await answerByKeyboard(page);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  const status = page.locator("p.only-heard[aria-live=polite]");
  await page.clock.fastForward(10_000);
  await page.keyboard.press("w");
  await expect(status).toHaveText(/Marcheren op je plaats\..*Nog 17\d tellen\./);
  await page.keyboard.press("u");
  await expect(status).toHaveText(/Marcheren op je plaats\. Marcheer/);
  await expect(page.getByRole("button", { name: "Verder" })).toBeVisible();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Toetsen" });
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
});
