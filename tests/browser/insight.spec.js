// Insight: every page opens with 10 to 10 000 sessions, and its figures are those that an
// independent script reckons from the exported file.

import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { Figures, exerciseFiles } from "./insight-figures.mjs";
import { breaks, sessions, stored, tests } from "./insight-people.mjs";
import { tabTo } from "./keyboard.js";
import { keep, settled } from "./person.js";

const TODAY = "2026-11-26";
const NOON = new Date(`${TODAY}T11:00:00Z`);
const PAGES = ["/inzicht", "/inzicht/jaar", "/inzicht/klachten", "/inzicht/tests", "/inzicht/oefeningen", "/inzicht/pauzes"];
const PERIODS = { "6-weeks": "6 weken", "3-months": "3 maanden", year: "1 jaar", all: "Alles" };

test.use({ viewport: { width: 360, height: 740 } });

const history = (count) => [...sessions(count, TODAY), ...tests(Math.min(14, count), TODAY), ...breaks(Math.min(60, count), TODAY)];

/** Straight into the storage: this much is too much to hand to every page anew. */
async function fill(page, site, values) {
  const body = '<!doctype html><link rel="icon" href="data:,">';
  await page.route("**/empty", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${site.url}empty`);
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

async function exported(page) {
  await go(page, "/instellingen/gegevens");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Exporteer alles" }).click()]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/**
 * Opens a page by its address, or without one shows all there is; returns how long it took, and the
 * longest time in which nothing could be pressed.
 */
async function go(page, route) {
  return page.evaluate(async (route) => {
    const tasks = [];
    const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    watch.observe({ type: "longtask" });
    const began = performance.now();
    if (route) location.hash = route;
    else [...document.querySelectorAll("input[name=period]")].at(-1)?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const took = performance.now() - began;
    await new Promise((done) => setTimeout(done, 30));
    watch.disconnect();
    return { took: Math.round(took), longest: Math.round(Math.max(0, ...tasks)) };
  }, route);
}

async function period(page, key) {
  await page.getByRole("radio", { name: PERIODS[key], exact: true }).check({ force: true });
}

/** The rows of the table under this heading. */
async function table(page, heading) {
  const figure = page.locator("figure.chart").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });
  await expect(figure).toHaveCount(1);
  return figure.locator(".chart__table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

async function sentence(page, heading) {
  const figure = page.locator("figure.chart").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });
  const said = await figure.locator(".chart__sentence").textContent();
  const drawn = figure.locator("svg[role=img]");
  if (await drawn.count()) await expect(drawn).toHaveAttribute("aria-label", said);
  return said;
}

const written = (options) => (day) => new Intl.DateTimeFormat("nl-NL", { ...options, timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
const short = written({ day: "numeric", month: "short", year: "numeric" });
const shortMonth = (month) => written({ month: "short", year: "numeric" })(`${month}-01`);
const half = (number) => String(number).replace(".", ",");
const span = (seconds) => {
  const minutes = Math.ceil(seconds / 60);
  const rest = minutes % 60 === 1 ? "1 minuut" : `${minutes % 60} minuten`;
  if (minutes < 60) return rest;
  return minutes % 60 ? `${Math.floor(minutes / 60)} uur en ${rest}` : `${Math.floor(minutes / 60)} uur`;
};
const total = (numbers) => numbers.reduce((all, number) => all + number, 0);

for (const count of [10, 100, 1_000, 10_000]) {
  test(`with ${count} sessions every page opens, and its figures are those of the exported file`, async ({ page, site }) => {
    test.setTimeout(300_000);
    const values = { ...settled(), ...stored(history(count)) };
    const size = total(Object.entries(values).map(([key, value]) => key.length + value.length));
    await fill(page, site, values);
    await page.clock.setFixedTime(NOON);
    const began = Date.now();
    await open(page, site);
    const opened = Date.now() - began;
    const times = [];
    for (const route of PAGES) {
      const { took, longest } = await go(page, route);
      const all = await go(page);
      times.push(`${route} ${took} ms (longest task ${longest}), all of it ${all.took} ms (${all.longest})`);
      await expect(page.locator(".page.insight h1")).toBeVisible();
      expect(Math.max(took, all.took), `${route} opens`).toBeLessThan(6_000);
    }
    console.log(`${count} sessions, ${size} characters, app ${opened} ms\n  ${times.join("\n  ")}`);

    const file = await exported(page);
    const figures = new Figures(file, TODAY);
    expect(figures.sessions).toHaveLength(count);
    for (const key of Object.keys(PERIODS)) {
      await weeksAre(page, figures, key);
      await complaintsAre(page, figures, key);
      await trainedAre(page, figures, key);
      await breaksAre(page, figures, key);
    }
    await testsAre(page, figures);
    await monthsAre(page, figures);
    // However much there is, a page stays small.
    await go(page, "/inzicht/klachten");
    await period(page, "all");
    const nodes = await page.evaluate(() => document.querySelectorAll(".page.insight *").length);
    expect(nodes, "elements on the page").toBeLessThan(4_000);
  });
}

async function weeksAre(page, figures, key) {
  await go(page, "/inzicht");
  await period(page, key);
  const weeks = figures.weeks(key);
  const all = figures.total(figures.in(key));
  const byWeek = weeks.length <= 56;
  const heading = byWeek ? "Dagen per week" : "Sessies";
  const said = await sentence(page, heading);
  const when = weeks.length === 1 ? "Deze week" : `In de laatste ${weeks.length} weken`;
  const done = all.sessions === 1 ? "1 sessie" : `${all.sessions} sessies`;
  const seconds = total(figures.in(key).map(({ active }) => active));
  expect(said).toContain(`${when} deed je ${done}, samen ${span(seconds)}.`);
  const reached = weeks.filter((week) => week.reached).length;
  const open = weeks.filter((week) => week.from <= TODAY && !week.reached).at(-1)?.from === weeks.at(-1).from ? 1 : 0;
  if (reached > 0 && weeks.length - open > 1) {
    expect(said).toContain(`In ${reached} van de ${weeks.length - open} weken haalde je je weekdoel van 3 dagen.`);
  }
  if (byWeek) {
    const rows = await table(page, heading);
    expect(rows).toEqual(weeks.map(({ from, sessions, counted, reached }) => [short(from), String(sessions), String(counted), reached ? "gehaald" : ""]));
    const minutes = await table(page, "Minuten");
    expect(minutes).toEqual(weeks.map(({ from, minutes }) => [short(from), String(minutes)]));
  } else {
    const months = figures.longer(key, 7);
    const rows = (await table(page, heading)).filter(([, sessions]) => sessions !== "0");
    const expected = [...months].sort().map(([month, { sessions, days }]) => [shortMonth(month), String(sessions), String(days)]);
    // The window begins and ends with a week: the first and last month hold what lies in it.
    expect(rows).toEqual(expected);
    const minutes = (await table(page, "Minuten")).filter(([, minutes]) => minutes !== "0");
    expect(minutes).toEqual([...months].sort().map(([month, { minutes }]) => [shortMonth(month), String(minutes)]));
  }
}

const COURSES = { "Pijn vooraf": "pain_before", "Pijn erna": "pain_after", "De ochtend erna": "morning", "Stijfheid vooraf": "stiffness_before" };
const CHANGES = {
  "too-few": /Voor een vergelijking zijn in elke helft 5 cijfers nodig/,
  no: /geen merkbaar verschil/,
  lower: /merkbaar lager/,
  higher: /merkbaar hoger/,
};

async function complaintsAre(page, figures, key) {
  await go(page, "/inzicht/klachten");
  await period(page, key);
  const { first, last } = figures.window(key);
  const weeks = (Date.parse(last) - Date.parse(first)) / 86_400_000 / 7;
  for (const [heading, field] of Object.entries(COURSES)) {
    const course = figures.course(field, key);
    const said = await sentence(page, heading);
    if (course.length === 0) {
      expect(said).toBe("In deze periode gaf je hier geen cijfer voor.");
      continue;
    }
    const scores = course.flatMap((day) => day.scores);
    if (scores.length > 1) {
      expect(said).toContain(`Je gaf ${scores.length} cijfers, van ${Math.min(...scores)} tot en met ${Math.max(...scores)}.`);
      expect(said).toMatch(CHANGES[figures.change(field, key)]);
    }
    const rows = await table(page, heading);
    if (weeks <= 13) {
      expect(rows).toEqual(course.map(({ day, scores, median }) => [short(day), scores.join(", "), half(median)]));
    } else {
      expect(total(rows.map(([, entries]) => Number(entries)))).toBe(scores.length);
      expect(Math.min(...rows.map(([, , lowest]) => Number(lowest)))).toBe(Math.min(...scores));
      expect(Math.max(...rows.map((row) => Number(row[4])))).toBe(Math.max(...scores));
    }
  }
}

const FILES = exerciseFiles();

async function trainedAre(page, figures, key) {
  await go(page, "/inzicht/oefeningen");
  await period(page, key);
  const rows = await table(page, "Oefeningen");
  const expected = [...figures.exercises(key)].map(([slug, { sessions, seconds }]) => [FILES.get(slug).nl, String(sessions), span(seconds)]);
  expect(rows.sort()).toEqual(expected.sort());
  for (const [heading, found] of [
    ["Bewegingen van je heup", figures.movements(key, FILES)],
    ["Spieren", figures.muscles(key, FILES)],
  ]) {
    const rows = (await table(page, heading)).map(([, sessions, held]) => [sessions, held]);
    expect(rows.sort()).toEqual([...found.values()].map(({ sessions, seconds }) => [String(sessions), span(seconds)]).sort());
  }
}

async function breaksAre(page, figures, key) {
  await go(page, "/inzicht/pauzes");
  await period(page, key);
  const { days, breaks, median } = figures.breaksIn(key);
  const heading = await page.locator("figure.chart h2").textContent();
  const said = await sentence(page, heading);
  const count = breaks === 1 ? "1 beweegpauze" : `${breaks} beweegpauzes`;
  expect(said).toContain(`nam je ${count} op ${days === 1 ? "1 dag" : `${days} dagen`}. Meestal ${half(median)} op een dag.`);
  const rows = await table(page, heading);
  expect(total(rows.map((row) => Number(row.at(-1))))).toBe(breaks);
}

const WORDS = {
  "hip-check": { limited: "Weinig", fair: "Redelijk", good: "Goed" },
  "heel-to-buttock": { easy: "Makkelijk", fair: "Redelijk", tight: "Strak" },
};

async function testsAre(page, figures) {
  await go(page, "/inzicht/tests");
  for (const key of ["6-weeks", "all"]) {
    await period(page, key);
    const names = await page.locator("figure.chart h3").allTextContents();
    expect(names.length).toBeGreaterThanOrEqual(5);
    const rotation = await table(page, names[0]);
    const told = (test) => (found) => {
      if (found === undefined) return "–";
      if (found.painful) return "Deed pijn";
      const word = WORDS[test][found.word];
      return found.degrees === undefined ? word : `${word} (${found.degrees}°)`;
    };
    const rows = (test, of) => figures.takings(test, of, key).map(({ day, l, r }) => [short(day), told(test)(l), told(test)(r)]);
    expect(rotation).toEqual(rows("hip-check", "internal-rotation"));
    expect(await table(page, names[1])).toEqual(rows("hip-check", "external-rotation"));
    const fold = await page.getByRole("heading", { level: 2 }).allTextContents();
    const name = fold.find((name) => /hiel/i.test(name));
    expect(await table(page, name)).toEqual(rows("heel-to-buttock", "fingers"));
  }
}

async function monthsAre(page, figures) {
  await go(page, "/inzicht/jaar");
  const year = TODAY.slice(0, 4);
  const expected = figures.total(figures.sessions.filter(({ day }) => day.startsWith(year)));
  await expect(page.locator(".page.insight > p").first()).toContainText(`${expected.sessions} sessies op ${expected.days} dagen`);
  const rows = await page.locator(".chart__table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)));
  const months = Array.from({ length: 12 }, (_, month) => {
    const name = `${year}-${String(month + 1).padStart(2, "0")}`;
    const { sessions, days, minutes } = figures.total(figures.sessions.filter(({ day }) => day.startsWith(name)));
    return [sessions, days, minutes].map(String);
  });
  expect(rows).toEqual(months);
  await go(page, "/inzicht");
  const here = new Set(figures.sessions.map(({ day }) => day).filter((day) => day.startsWith(TODAY.slice(0, 7))));
  await expect(page.locator("button.calendar__day")).toHaveCount(here.size);
}

for (const language of ["nl", "en"]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing on insight, empty and full, ${language}, ${theme}`, async ({ browser, site }) => {
      test.setTimeout(180_000);
      for (const records of [[], sessions(12, TODAY).map(({ pain_before, pain_after, morning, stiffness_before, ...rest }) => rest), history(100)]) {
        const context = await browser.newContext({ viewport: { width: 360, height: 4000 } });
        await keep(context, { ...settled({ language, theme }), ...stored(records) });
        const page = await context.newPage();
        await page.clock.setFixedTime(NOON);
        await open(page, site);
        for (const route of PAGES) {
          await go(page, route);
          for (const summary of await page.locator("summary").all()) await summary.click();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${route} ${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
          for (const size of ["100%", "200%"]) {
            const over = await page.evaluate((size) => {
              document.documentElement.style.fontSize = size;
              return document.documentElement.scrollWidth - innerWidth;
            }, size);
            expect(over, `${route} at ${size} is wider than the screen`).toBeLessThanOrEqual(0);
          }
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "";
          });
        }
        await context.close();
      }
    });
  }
}

test("with a keyboard alone: the way in, a day, another period, the numbers", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...stored(history(100)) });
  await page.clock.setFixedTime(NOON);
  await open(page, site, "#/geschiedenis");
  const way = page.getByRole("link", { name: /^Inzicht/ });
  await way.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Inzicht" })).toBeFocused();
  const day = page.locator("button.calendar__day").last();
  const name = await day.getAttribute("aria-label");
  await tabTo(page, "button", name);
  await page.keyboard.press("Enter");
  await expect(day).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(name.split(":")[0]);
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.name === "period")) break;
  }
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "3 maanden" })).toBeChecked();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.tagName === "SUMMARY")) break;
  }
  await expect(page.getByRole("table", { name: "" }).filter({ hasText: "Week vanaf" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Week vanaf" }).first()).toBeVisible();
});

test("a screen reader hears each chart as a sentence and a table", async ({ context, page, site }) => {
  await keep(context, { ...settled(), ...stored(history(100)) });
  await page.clock.setFixedTime(NOON);
  await open(page, site, "#/inzicht/klachten");
  await page.getByText("Getallen: Pijn vooraf").click();
  const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "Pijn vooraf" }) });
  const tree = await figure.ariaSnapshot();
  expect(tree).toMatch(/heading "Pijn vooraf" \[level=2\]/);
  expect(tree).toMatch(/img "Je gaf \d+ cijfers, van \d+ tot en met \d+\. .*"/);
  expect(tree).toMatch(/columnheader "Dag"/);
  expect(tree).toMatch(/rowheader "\d+ \w+\.? 2026"/);
});

test("on paper stand the sentence and the picture, black on white, and no table", async ({ context, page, site }) => {
  await keep(context, { ...settled({ theme: "dark" }), ...stored(history(100)) });
  await page.clock.setFixedTime(NOON);
  await open(page, site, "#/inzicht/klachten");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("figure.chart svg[role=img]").first()).toBeVisible();
  await expect(page.locator(".chart__numbers").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Afdrukken" })).toBeHidden();
  const ink = await page.locator(".chart__dot").first().evaluate((dot) => getComputedStyle(dot).fill);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(lightness(ink)).toBeLessThan(0.35);
  expect(lightness(paper)).toBeGreaterThan(0.9);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length).toBeLessThanOrEqual(4);
});

/** Of "oklch(0.27 …)", "rgb(…)" or nothing at all, which lets the paper through. */
function lightness(colour) {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  if (colour.startsWith("oklch")) return numbers[0];
  if (numbers.length === 4 && numbers[3] === 0) return 1;
  return Math.max(...numbers.slice(0, 3)) / 255;
}
