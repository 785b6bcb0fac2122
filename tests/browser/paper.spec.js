// The plan on one A4, and rules that open where they stand.

import { expect, open, test } from "./fixtures.js";
import { sessions, stored, tests } from "./insight-people.mjs";
import { begin, keep, planned, settled } from "./person.js";

const LONGEST = {
  days: ["monday", "wednesday", "thursday", "friday", "sunday"],
  equipment: [
    "mat", "cushion", "chair", "wall", "step", "bench", "box", "towel-or-strap", "blocks", "stick",
    "dumbbells", "mini-band", "mirror", "space-2m", "space-10m",
  ],
};

for (const [language, button, answers] of [
  ["nl", "Afdrukken", "Antwoorden op de veiligheidsvragen"],
  ["en", "Print", "Answers to the safety questions"],
]) {
  test(`every plan fits on one A4, and the answers stand on it only when they are asked for, ${language}`, async ({ browser, site }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    await keep(context, { ...settled({ language }), ...planned() });
    const page = await context.newPage();
    for (const [goal, situations, programmes = []] of [
      ["hip-front", ["running"]],
      ["supple", ["sitting", "running"]],
      ["strong", ["low-back"]],
      ["habit", []],
      // The longest there is, as tests/journeys/paper.rs finds it.
      ["supple", [], ["P4", "P5"]],
    ]) {
      await open(page, site);
      await page.evaluate((values) => {
        for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
      }, planned({ goal, situations, programmes, anchor: "teeth", ...(programmes.length > 0 && LONGEST) }));
      await page.goto("about:blank");
      await open(page, site, "#/print");
      await expect(page.getByRole("button", { name: button })).toBeVisible();
      const paper = page.getByRole("article");
      await expect(paper.getByRole("table")).toBeVisible();
      await expect(paper.getByText(answers)).toHaveCount(0);
      expect(pages(await page.pdf({ format: "A4" })), goal).toBe(1);
      await page.getByRole("switch").check({ force: true });
      await expect(paper.getByText(answers)).toBeVisible();
      expect(pages(await page.pdf({ format: "A4" })), `${goal} with answers`).toBe(1);
    }
    await context.close();
  });
}

for (const [language, words] of [
  ["nl", { back: /Achterkant/, title: "De laatste zes weken", name: "Je naam op het blad", answers: /Mijn antwoorden/ }],
  ["en", { back: /On the back/, title: "The last six weeks", name: "Your name on the sheet", answers: /My answers/ }],
]) {
  test(`the back tells the last six weeks on a page of its own, with the longest plan, ${language}`, async ({ browser, site }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    const today = new Date().toISOString().slice(0, 10);
    const lived = [...sessions(60, today).map(stopped), ...everyTest(today)];
    const plan = planned({ goal: "supple", programmes: ["P4", "P5"], anchor: "teeth", ...LONGEST });
    await keep(context, { ...settled({ language }), ...stored(lived), ...plan });
    const page = await context.newPage();
    await open(page, site, "#/print");
    await page.getByLabel(words.name).fill("Jo de Vries");
    const back = page.getByRole("article").filter({ has: page.getByRole("heading", { name: words.title }) });
    await expect(back).toContainText("Jo de Vries");
    await expect(back.locator("svg.chart__picture")).toHaveCount(4);
    await expect(back.getByRole("table")).toHaveCount(2);
    await expect(back.getByRole("table").last().locator("tbody tr")).toHaveCount(19);
    await expect(page.getByRole("article").first()).toContainText("Jo de Vries");
    const pdf = await page.pdf({ format: "A4", path: `test-results/paper-${language}.pdf` });
    expect(pages(pdf)).toBe(2);
    await page.getByRole("switch", { name: words.answers }).check({ force: true });
    expect(pages(await page.pdf({ format: "A4" })), "with answers").toBe(2);
    await page.getByRole("switch", { name: words.back }).uncheck({ force: true });
    await expect(back).toHaveCount(0);
    expect(pages(await page.pdf({ format: "A4" })), "the front alone").toBe(1);
    await page.reload();
    await expect(page.getByLabel(words.name)).toHaveValue("");
    await context.close();
  });
}

/** All eight tests, the hip check with every direction, alone and helped: the longest table there is. */
function everyTest(today) {
  const movements = ["internal-rotation", "external-rotation", "flexion", "extension", "abduction", "adduction"];
  const sides = (marks) => ["l", "r"].flatMap((side) => marks.map((mark) => ({ ...mark, side })));
  const eye = (of, word, how) => ({ of, way: "eye", word, ...(how && { how }) });
  const yes = (...all) => all.map((of) => eye(of, "yes"));
  const marks = {
    "hip-check": sides(movements.flatMap((of) => [eye(of, "limited", "active"), eye(of, "good", "passive")])),
    "heel-to-buttock": sides([{ number: 6, of: "fingers", way: "count" }, { of: "pain", way: "felt", word: "no" }]),
    "side-plank": sides([{ number: 12, of: "held", way: "clock" }]),
    "one-leg-stand": sides([{ number: 20, of: "held", way: "clock" }, eye("pelvis", "level"), eye("lean", "no")]),
    "single-leg-squat": sides(yes("pelvis", "knee", "trunk", "balance")),
    "step-down": sides([{ number: 4, of: "clean", way: "count" }]),
    landing: [...yes("quiet", "knees"), { of: "painless", way: "felt", word: "yes" }],
    "runner-check": ["pelvis", "knee", "complaints", "kilometres", "hills"].map((of) => ({ of, way: "felt", word: "no" })),
  };
  const [made] = tests(1, today);
  return Object.entries(marks).map(([test, marks], place) => {
    return { ...made, body: { ...made.body, marks, test }, id: made.id.slice(0, -1) + place };
  });
}

/** Every seventh session was stopped, for one of three reasons. */
function stopped(session, place) {
  if (place % 7) return session;
  const reason = ["sharp-pain", "groin-pinch", "tingling"][(place / 7) % 3];
  return { ...session, stops: [["iliopsoas-half-kneeling", "l", reason]] };
}

test("a lock on Vandaag and its outcome open the rules behind them", async ({ context, page, site }) => {
  await keep(context, settled({ A1: "yes" }));
  await open(page, site);
  await page.getByRole("button", { name: /R1\.31/ }).first().click();
  await expect(page.getByRole("dialog")).toContainText("R1.31");
  await page.keyboard.press("Escape");
  await open(page, site, "#/vragen");
  await page.getByRole("button", { name: /C4/ }).first().click();
  await expect(page.getByRole("dialog")).toContainText("C4");
});

test("in the player the stop dialog opens the rule about pain, and the session waits", async ({ context, page, site }) => {
  await keep(context, settled());
  await begin(page, site, "P6-2min");
  await page.getByRole("button", { name: /^Stop/ }).first().click();
  await page.getByRole("button", { name: /X15/ }).click();
  await expect(page.getByRole("dialog", { name: /X15/ })).toBeVisible();
  await page.getByRole("dialog", { name: /X15/ }).getByRole("button", { name: "Sluiten" }).click();
  await expect(page.getByRole("dialog", { name: /X15/ })).toBeHidden();
  await expect(page.getByRole("button", { name: /[Kk]nellend/ })).toBeVisible();
});

/** How many pages a PDF has. */
function pages(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
}
