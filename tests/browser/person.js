// Somebody who uses Soepel: what they have set, and what they press, by role and name.

import { crc32 } from "node:zlib";
import { expect, open } from "./fixtures.js";

/** What stands in the storage once the welcome and the red questions are behind somebody. */
export function settled({ language = "nl", theme = "system", birthYear, ...answers } = {}) {
  const age = birthYear ? { birth_year: birthYear } : { age_band: "adult" };
  const settings = {
    ...age,
    first_side: "left",
    hand: "right",
    kind: "settings",
    language,
    ready: 5,
    rev: 1,
    sounds: true,
    switch: 10,
    text_size: "normal",
    theme,
    transition: 15,
    updated: 1_795_345_200_000,
    v: 1,
    vibration: true,
    voice: "key-moments",
    volume: 70,
    welcomed: true,
  };
  const no = (letter, count) => Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, "no"]);
  const all = Object.fromEntries([...no("S", 16), ...no("A", 12)]);
  const screening = { ...all, ...answers };
  return {
    "soepel.p0.set.a": seal(settings),
    "soepel.p0.scr.a": seal({
      answers: screening,
      day: "2026-11-22",
      kind: "screening",
      rev: 1,
      updated: 1_795_345_140_000,
      v: 1,
    }),
  };
}

/** What somebody chose for their plan, as it stands in the storage. */
export function planned(choices = {}) {
  const id = "0".repeat(26);
  const body = {
    days: [],
    goal: "hip-front",
    method: "by-day",
    programmes: [],
    situations: ["running"],
    sport: {},
    ...choices,
  };
  const plan = { body, id, kind: "plan", rev: 1, updated: 1_795_345_200_000, v: 1 };
  return { [`soepel.p0.k.plan.${id}.1`]: seal(plan) };
}

/** The yes to the last stage of the runners' programme, which opens every session with jumps. */
export function reached() {
  const id = `${"0".repeat(25)}1`;
  const body = {
    accepted: true,
    at: 1_795_345_200_000,
    day: "2026-11-22",
    from_session: "P5-L3b",
    rules: ["R4.26"],
    to_session: "P5-M",
    what: "stage",
  };
  const decision = { body, id, kind: "decision", rev: 1, updated: 1_795_345_200_000, v: 1 };
  return { [`soepel.p0.k.decision.${id}.1`]: seal(decision) };
}

/** One value as Soepel keeps it: version, checksum, ASCII JSON. */
export function seal(record) {
  const text = JSON.stringify(record);
  return `1|${crc32(Buffer.from(text)).toString(16).padStart(8, "0")}|${text}`;
}

/** The record in a value as Soepel keeps it. */
export function unsealed(value) {
  return JSON.parse(value.slice(value.indexOf("{")));
}

/** Puts values into the storage of every page of this context that has none yet. */
export async function keep(context, values) {
  await context.addInitScript((values) => {
    // An empty page that is on its way to the site has no storage.
    if (!location.protocol.startsWith("http") || localStorage.length > 0) return;
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);
}

/** Everything that is kept, by key. */
export function kept(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** Both stores are emptied, as if on another device. */
export async function forget(page) {
  await page.evaluate(async () => {
    localStorage.clear();
    const opening = indexedDB.open("soepel");
    await new Promise((done, fail) => Object.assign(opening, { onsuccess: done, onerror: fail }));
    const emptying = opening.result.transaction("kept", "readwrite");
    emptying.objectStore("kept").clear();
    await new Promise((done, fail) => Object.assign(emptying, { oncomplete: done, onabort: fail }));
    opening.result.close();
  });
}

/** Through the daily check into the player. */
export async function begin(page, site, session, answers) {
  await open(page, site, `#/sessie/${session}`);
  await page.getByRole("link", { name: "Start deze sessie" }).click();
  await check(page, answers);
}

/** What this session does not ask is not answered. */
export async function check(page, { pain = 0, sharp = false, news = false, sport = false, sore = 0 } = {}) {
  await choose(page, /hoeveel pijn/i, String(pain));
  await choose(page, /scherpe of stekende/i, sharp ? "Ja" : "Nee");
  await choose(page, /iets nieuws/i, news ? "Ja" : "Nee");
  if (await page.getByRole("group", { name: /binnen 2 uur sporten/i }).isVisible()) {
    await choose(page, /binnen 2 uur sporten/i, sport ? "Ja" : "Nee");
  }
  if (await page.getByRole("group", { name: /spierpijn/i }).isVisible()) {
    await choose(page, /spierpijn/i, String(sore));
  }
  await page.getByRole("button", { name: /^Begin( lichter)?$/ }).click();
}

/** Picks one answer of a group of them. */
export async function choose(page, group, answer) {
  const radio = page.getByRole("group", { name: group }).getByRole("radio", { name: answer, exact: typeof answer === "string" });
  await radio.check({ force: true });
}

/** Lets so many seconds pass, in steps that no phone would call a sleep. */
export async function pass(page, seconds, step = 20) {
  for (let left = seconds; left > 0; left -= step) {
    await page.clock.fastForward(Math.min(left, step) * 1000);
  }
}

/** From here on time stands still unless a test moves it, however slow the machine is. */
export async function still(page) {
  for (const ahead of [500, 2000, 8000]) {
    const moment = await page.evaluate((ahead) => Date.now() + ahead, ahead);
    try {
      return await page.clock.pauseAt(moment);
    } catch (error) {
      // The clock runs on while it is asked to stop; on a busy machine it may have passed the moment.
      if (!String(error).includes("to the past")) throw error;
    }
  }
  throw new Error("time does not stand still");
}

/** Until the session is over; returns the seconds it took. */
export async function playToTheEnd(page, most = 3600) {
  const over = page.getByRole("heading", { name: "Klaar", exact: true });
  let seconds = 0;
  while (!(await over.isVisible())) {
    expect(seconds, "the session does not end").toBeLessThan(most);
    await page.clock.fastForward(20_000);
    seconds += 20;
  }
  return seconds;
}
