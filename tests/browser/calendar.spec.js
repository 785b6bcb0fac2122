// The calendar files, read back by a program that is not ours.

import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import { expect, open, test } from "./fixtures.js";
import { keep, planned, settled } from "./person.js";

const ZONE = "Europe/Amsterdam";
/** Before all four changes of the clock in 2026 and 2027. */
const JANUARY = new Date("2026-01-05T08:30:00+01:00");
const END = new Date("2028-01-01T00:00:00Z");
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
/** The usual week of each programme, and the sessions that its days open. */
const WEEKS = {
  P1: [["Mon", "P1-A"], ["Wed", "P1-A"], ["Fri", "P1-A"]],
  P2: [["Mon", "P2-A-start"], ["Wed", "P2-A-start"], ["Fri", "P2-A-start"]],
  P3: [["Mon", "P3-1"], ["Wed", "P3-1"], ["Fri", "P3-1"]],
  P4: [["Mon", "P4-A"], ["Tue", "P4-B"], ["Wed", "P4-C"], ["Thu", "P4-A"], ["Fri", "P4-B"]],
  P5: [["Mon", "P5-L1"], ["Thu", "P5-L1"]],
  P6: [["Mon", "P6-2min"], ["Tue", "P6-2min"], ["Wed", "P6-2min"], ["Thu", "P6-2min"], ["Fri", "P6-2min"]],
  P7: [["Mon", "P7-A"], ["Wed", "P7-A"], ["Fri", "P7-A"]],
};

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: JANUARY });
});

for (const [programme, week] of Object.entries(WEEKS)) {
  test(`${programme} stands on its days at half past seven, summer and winter, for two years`, async ({ page, site }) => {
    await open(page, site, `#/programma/${programme}`);
    await page.getByLabel("Hoe laat?").fill("07:30");
    const events = eventsOf(await download(page, "Zet in je agenda"));
    expect(events.length).toBe(week.length);
    for (const [index, event] of events.entries()) {
      const [day, session] = week[index];
      expect(event.component.getFirstPropertyValue("url")).toBe(`${site.url}#/sessie/${session}`);
      const times = occurrences(event);
      expect(times.length, "every week of two years").toBeGreaterThan(102);
      for (const time of times) expect(local(time)).toBe(`${day} 07:30`);
      const summer = times.map((time) => time.getUTCHours());
      expect(new Set(summer), "the clock changes, the time does not").toEqual(new Set([5, 6]));
    }
  });
}

test("a second download replaces: the same names, higher numbers", async ({ page, site }) => {
  await open(page, site, "#/programma/P4");
  const first = eventsOf(await download(page, "Zet in je agenda"));
  await page.clock.fastForward(60_000);
  await page.getByLabel("Hoe laat?").fill("12:15");
  const second = eventsOf(await download(page, "Zet in je agenda"));
  expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
  for (const [index, event] of second.entries()) {
    expect(event.sequence).toBeGreaterThan(first[index].sequence);
    expect(local(occurrences(event)[0])).toContain("12:15");
  }
});

test.describe("the plan", () => {
  const button = "Zet je plan in je agenda";

  test("stands on its days at its time, summer and winter, and opens what is due then", async ({ page, site }) => {
    await openPlan(page, site, { days: ["monday", "wednesday", "saturday"] });
    await page.getByLabel("Hoe laat?").fill("07:30");
    const events = eventsOf(await download(page, button));
    const days = new Set();
    for (const event of events) {
      expect(event.component.getFirstPropertyValue("url")).toMatch(/#\/aan-de-beurt\/P[15]$/);
      const times = occurrences(event);
      expect(times.length, "every week of two years").toBeGreaterThan(102);
      for (const time of times) expect(local(time)).toMatch(/^(Mon|Wed|Sat) 07:30$/);
      expect(new Set(times.map((time) => time.getUTCHours()))).toEqual(new Set([5, 6]));
      days.add(local(times[0]).slice(0, 3));
    }
    expect(days).toEqual(new Set(["Mon", "Wed", "Sat"]));
    await page.goto(events[0].component.getFirstPropertyValue("url"));
    await expect(page).toHaveURL(/#\/sessie\/P[15]-/);
    await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
  });

  test("with a daily moment it says when in words, and a smaller plan takes its days back", async ({ page, site }) => {
    await openPlan(page, site, { anchor: "coffee", situations: [] });
    const first = eventsOf(await download(page, button));
    expect(first.length).toBe(3);
    for (const event of first) {
      expect(event.startDate.isDate).toBe(true);
      expect(event.description).toContain("Mijn moment: Na de koffie.");
      expect(occurrences(event).length).toBeGreaterThan(102);
    }
    await page.clock.fastForward(2_000);
    await page.reload();
    await page.getByRole("group", { name: "Dagen voor een volle sessie" }).getByRole("button", { name: "vr" }).click();
    const second = eventsOf(await download(page, button));
    expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    expect(second.map(({ component }) => component.getFirstPropertyValue("status"))).toEqual(["CONFIRMED", "CANCELLED", "CANCELLED"]);
    for (const [index, event] of second.entries()) expect(event.sequence).toBeGreaterThan(first[index].sequence);
  });
});

test("the breaks of a working day, and fewer of them the next time", async ({ page, site }) => {
  // Fifteen appointments a day over two years are counted one by one.
  test.setTimeout(120_000);
  await open(page, site, "#/werkdag");
  const first = eventsOf(await download(page, "Zet de pauzes in je agenda"));
  expect(first.length).toBe(15);
  const times = first.map((event) => occurrences(event));
  expect(times.map(([time]) => local(time).slice(4))).toEqual([
    "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00",
    "13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30",
  ]);
  const days = new Set(times.flat().map((time) => local(time).slice(0, 3)));
  expect(days).toEqual(new Set(["Mon", "Tue", "Wed", "Thu", "Fri"]));
  for (let press = 0; press < 6; press += 1) {
    await page.getByRole("button", { name: "Meer: Een pauze na" }).click();
  }
  await page.clock.fastForward(2_000);
  const second = eventsOf(await download(page, "Zet de pauzes in je agenda"));
  expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
  const status = second.map(({ component }) => component.getFirstPropertyValue("status"));
  expect(status.filter((one) => one === "CONFIRMED").length).toBe(7);
  expect(status.filter((one) => one === "CANCELLED").length).toBe(8);
});

test.describe("far away", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a zone whose rule we do not know gets floating times", async ({ page, site }) => {
    await open(page, site, "#/programma/P1");
    const text = await download(page, "Zet in je agenda");
    expect(text).not.toContain("TZID");
    const [event] = eventsOf(text);
    expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
    expect([event.startDate.hour, event.startDate.minute]).toEqual([8, 0]);
  });
});

/** The page of a plan with these choices. */
async function openPlan(page, site, choices) {
  await open(page, site);
  await page.evaluate((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, planned(choices));
  await page.reload();
  await open(page, site, "#/plan");
}

/** The file that a button hands over, in the type that phones open with their calendar. */
async function download(page, name) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^soepel-[\w-]+\.ics$/);
  return readFile(await file.path(), "utf8");
}

function eventsOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

/** Every time it comes back, as moments. */
function occurrences(event) {
  const times = [];
  const walk = event.iterator();
  for (let next = walk.next(); next && next.toJSDate() < END; next = walk.next()) times.push(next.toJSDate());
  return times;
}

/** "Mon 07:30" on a clock in Amsterdam, by the browser engine's own rules. */
function local(moment) {
  const part = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options }).format(moment);
  const day = part({ weekday: "short" });
  expect(DAYS).toContain(day);
  return `${day} ${part({ hour: "2-digit", minute: "2-digit" })}`;
}
