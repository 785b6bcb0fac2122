// Static or PNF judged honestly, whether it helps, and a plan that forgives: at phone size, in Dutch.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { keep, kept, planned, seal, settled } from "./person.js";

const NOW = new Date("2026-11-26T09:00:00+01:00");
const DAY = 86_400_000;
const BEGAN = Date.parse("2026-09-01T08:00:00+02:00");

test.use({ viewport: { width: 360, height: 740 } });

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: NOW });
});

test("without a stretch the page says how comparing works, and leads to the first one", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...planned({ goal: "strong", situations: [] }) });
  await open(page, site, "#/vergelijken");
  await expect(page.getByRole("heading", { name: "Zo werkt vergelijken" })).toBeVisible();
  await page.getByRole("link", { name: "Begin met rekken" }).click();
  await expect(page).toHaveURL(/sessie\/P1-A/);
});

for (const [state, rows, heading, text] of [
  ["nothing yet", [[0, 1], [1, 0]], "Nog niet te zeggen", "Nog te weinig gegevens. Kies vandaag gerust wat je fijn vindt."],
  ["a first impression", [[0, 1], [0, 2], [0, 1], [1, 0]], "Een eerste indruk", "Eerste indruk: 3 van 4 keer voelde PNF beter. Dit kan toeval zijn."],
  ["a preference", [[0, 1], [0, 1], [0, 2], [1, 1], [0, 1], [0, 1], [1, 2]], "Een voorkeur", "Voor jou lijkt PNF prettiger."],
  ["no difference", [[0, 1], [1, 0], [1, 1], [0, 1], [1, 0], [1, 1], [0, 1], [1, 0], [2, 2], [0, 1]], "Geen duidelijk verschil", "zoals onderzoek ook gemiddeld vindt"],
  ["nothing clear", [[0, 1], [1, 0], [0, 1], [0, 1], [0, 1], [0, 1]], "Nog niet te zeggen", "Nog niet duidelijk. Doorgaan of gewoon kiezen mag allebei."],
]) {
  test(`the comparison shows ${state}, with a table of every pair`, async ({ context, page, site }, info) => {
    await keep(context, { ...settled(), ...planned(), ...pairs(rows) });
    await open(page, site, "#/vergelijken");
    await expect(page.getByRole("heading", { name: heading, level: 2 })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(text);
    await page.getByText("Alle paren", { exact: true }).click();
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(rows.length + 1);
    await page.getByText("Hoe eerlijk is dit?").click();
    await expect(page.getByText(/ongeveer 1 op de 13 mensen/)).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/bewezen|p-waarde|\d,\d ?%/);
    await nothingFor(page);
    await page.screenshot({ path: info.outputPath("compare.png"), fullPage: true });
  });
}

test("two pairs are two of six, and the half that waits has its last day", async ({ context, page, site }) => {
  const waits = session("P1-A", NOW.valueOf() - DAY, 1, 900);
  await keep(context, { ...settled(), ...planned(), ...pairs([[0, 1], [1, 0], [1, 1]]), ...waits });
  await open(page, site, "#/vergelijken");
  await expect(page.locator(".compare__count")).toHaveText("2 van 6 paren");
  await expect(page.getByText("1 keer was er geen verschil.", { exact: false }).first()).toBeVisible();
  await expect(page.getByText(/Doe uiterlijk .*29 november nog een keer PNF/)).toBeVisible();
});

test("a session that makes no pair is there with its reason, and leads to its record", async ({ context, page, site }) => {
  const unrated = session("P1-A", BEGAN, undefined, 901);
  await keep(context, { ...settled(), ...planned(), ...unrated });
  await open(page, site, "#/vergelijken");
  await page.getByText("Niet meegeteld", { exact: true }).click();
  await page.getByRole("link", { name: /niet gezegd hoe je je erna voelde/ }).click();
  await expect(page).toHaveURL(/geschiedenis\//);
});

test("a choice by keyboard holds, and after twelve weeks the question comes back", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...planned(), ...pairs([[0, 1]]) });
  await open(page, site, "#/vergelijken");
  const choose = page.getByRole("group", { name: "Wat kies jij?" });
  await choose.getByRole("button", { name: "Ik kies PNF" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Jouw keuze: PNF" })).toBeVisible();
  await expect(choose.getByRole("button", { name: "Ik kies PNF" })).toBeFocused();
  await expect(choose.getByRole("button", { name: "Ik kies PNF" })).toHaveAttribute("aria-pressed", "true");
  expect(await plan(page)).toContain('"chosen_on":"2026-11-26"');
  await page.reload();
  await expect(page.getByText(/Je koos dit op 26 nov/)).toBeVisible();
  await expect(page.getByText("Twaalf weken verder: klopt het nog?")).toHaveCount(0);

  await page.clock.setSystemTime(new Date(NOW.valueOf() + 84 * DAY));
  await page.reload();
  await expect(page.getByText("Twaalf weken verder: klopt het nog?")).toBeVisible();
  await nothingFor(page);
  await open(page, site);
  await page.getByRole("link", { name: /Twaalf weken verder/ }).click();
  await page.getByRole("button", { name: "Opnieuw vergelijken" }).click();
  await expect(page.getByRole("heading", { name: "Nog niet te zeggen" })).toBeVisible();
  await expect(page.getByText("Nog geen paar dat meetelt.")).toBeVisible();
  expect(await plan(page)).toContain('"compared_since":"2027-02-18"');
});

test("whether it helps can always be opened, and says what is missing", async ({ context, page, site }, info) => {
  await keep(context, { ...settled(), ...planned() });
  await open(page, site, "#/plan");
  await page.getByRole("link", { name: /Helpt het\?/ }).click();
  await expect(page.getByRole("heading", { name: "Nog niets te zien" })).toBeVisible();
  await expect(page.getByText(/nog 10 te gaan/)).toBeVisible();
  await nothingFor(page);
  await page.screenshot({ path: info.outputPath("help-empty.png"), fullPage: true });
});

test("what the log shows leads to its days, and the card for the physiotherapist stands by it", async ({ context, page, site }, info) => {
  const sessions = Array.from({ length: 12 }, (_, index) =>
    session("P6-2min", NOW.valueOf() - (36 - 3 * index) * DAY, 0, 200 + index, { pain_before: 4 }),
  );
  const said = review("same", NOW.valueOf() - 20 * DAY, 1);
  const again = review("same", NOW.valueOf() - 5 * DAY, 2);
  await keep(context, Object.assign({}, settled(), planned(), ...sessions, said, again));
  await open(page, site, "#/helpt-het");
  const main = page.getByRole("main");
  await expect(main).toContainText("Je zei twee keer dat je klacht hetzelfde bleef.");
  await expect(page.getByRole("heading", { name: "Geen merkbaar verschil" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Laat een fysiotherapeut meekijken" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Je plan op papier" })).toBeVisible();
  await nothingFor(page);
  await page.screenshot({ path: info.outputPath("help.png"), fullPage: true });
});

test("ill takes two taps, says so kindly on Vandaag and ends in one", async ({ context, page, site }, info) => {
  await keep(context, { ...settled(), ...planned() });
  await open(page, site, "#/plan");
  await page.getByText("Ziek, vakantie of meer klachten?").click();
  await page.getByRole("button", { name: "Ik ben ziek", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Je bent ziek. Rust is nu het plan." })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Je bent ziek. Rust is nu het plan." })).toBeInViewport();
  await page.screenshot({ path: info.outputPath("ill-plan.png"), fullPage: true });
  await open(page, site);
  await expect(page.getByRole("heading", { name: "Je bent ziek. Rust is nu het plan." })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Start: / })).toHaveCount(0);
  await nothingFor(page);
  await page.screenshot({ path: info.outputPath("ill-today.png"), fullPage: true });
  await page.clock.setSystemTime(new Date(NOW.valueOf() + 2 * DAY));
  await page.reload();
  await page.getByRole("button", { name: "Ik ben weer beter" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  // The health questions come again (X24).
  await expect(page.getByText("Fijn dat het weer beter gaat")).toBeVisible();
  await expect(page.getByRole("link", { name: "Vragen beantwoorden" }).or(page.locator("a[href='#/vragen']")).first()).toBeVisible();
});

test("a fever closes every way into a session, and tells when to call", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...planned() });
  await open(page, site, "#/plan");
  await page.getByText("Ziek, vakantie of meer klachten?").click();
  await page.getByRole("button", { name: "Ik ben ziek, met koorts" }).click();
  await expect(page.getByRole("link", { name: /wanneer je moet bellen/ })).toBeVisible();
  for (const at of ["/", "/sessie/P6-2min", "/sessie/P6-2min/check", "/sessie/P1-A/check"]) {
    await open(page, site, `#${at}`);
    await expect(page.getByRole("link", { name: /^Start/ }), at).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Begin/ }), at).toHaveCount(0);
  }
  await open(page, site);
  await page.getByRole("button", { name: "Ik ben koortsvrij" }).click();
  await expect(page.getByText(/nog geen 48 uur koortsvrij. Vanaf .*28 november/)).toBeVisible();
});

test("a holiday with its last day, a goal of one's own, and a mistake taken back", async ({ context, page, site }, info) => {
  await keep(context, { ...settled(), ...planned() });
  await open(page, site, "#/plan");
  await page.getByText("Je weekdoel aanpassen").click();
  await page.getByRole("button", { name: "Een dag meer" }).click();
  await expect(page.getByText("0 van 4 deze week").first()).toBeVisible();
  expect(await plan(page)).toContain('"week_goal":4');
  await page.screenshot({ path: info.outputPath("plan.png"), fullPage: true });

  await page.getByText("Ziek, vakantie of meer klachten?").click();
  await page.getByRole("button", { name: "Vakantie: mijn plan rust" }).click();
  await page.getByLabel("Tot en met").fill("2026-11-29");
  await expect(page.getByText(/Sinds 26 nov, tot en met 29 nov/)).toBeVisible();
  await nothingFor(page);
  await page.screenshot({ path: info.outputPath("holiday.png"), fullPage: true });
  await page.getByRole("button", { name: "Dit klopt niet" }).click();
  await expect(page.getByRole("heading", { name: "Fijne vakantie. Je plan rust." })).toHaveCount(0);
});

/** axe finds nothing, and nothing is wider than the screen. */
async function nothingFor(page) {
  // High enough that the bar at the bottom covers nothing.
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: 4000 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, "wider than the screen").toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
}

async function plan(page) {
  return Object.entries(await kept(page)).find(([key]) => key.includes(".k.plan."))[1];
}

/** Pairs of a static and a PNF session with what was felt after each, one pair every three days. */
function pairs(rows) {
  const all = rows.map(([held, pnf], index) => {
    const start = BEGAN + index * 3 * DAY;
    return { ...session("P1-A", start, held, 2 * index), ...session("P1-A-pnf", start + DAY, pnf, 2 * index + 1) };
  });
  return Object.assign({}, ...all);
}

function session(name, start, change, number, more = {}) {
  const id = `01${"0".repeat(20)}${String(number).padStart(4, "0")}`;
  const mode = name.endsWith("-pnf") ? "pnf-self" : "static";
  const side = (which) => [which, 3, 3, 60, "d"];
  const stretch = (exercise) => [exercise, mode, [side("l"), side("r")]];
  const record = {
    active: 600,
    app: "0.1.0",
    ...(change === undefined ? {} : { change }),
    day: new Date(start + 2 * 3_600_000).toISOString().slice(0, 10),
    done: name.startsWith("P1") ? [stretch("quad-stretch-prone"), stretch("iliopsoas-standing-lunge")] : [],
    end: "completed",
    id,
    kind: "session",
    note: "",
    offset: 60,
    pain_before: 1,
    rev: 1,
    session: name,
    start,
    updated: start,
    v: 1,
    zone: "Europe/Amsterdam",
    ...more,
  };
  return { [`soepel.p0.s.${id}.1`]: seal(sorted(record)) };
}

function review(answer, at, number) {
  const id = `02${"0".repeat(20)}${String(number).padStart(4, "0")}`;
  const body = { answer, at, day: new Date(at).toISOString().slice(0, 10) };
  const record = { body, id, kind: "review", rev: 1, updated: at, v: 1 };
  return { [`soepel.p0.k.review.${id}.1`]: seal(record) };
}

/** The canonical spelling has its keys in order. */
function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
