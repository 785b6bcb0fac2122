// Histories of any length, made the same each time: sessions, tests, breaks and a plan, as they
// stand in the storage.
//
// Ten thousand sessions have to fit in the 5 million characters that a browser keeps, so each is
// small: three exercises, short numbers, no note.

import { planned, seal } from "./person.js";

const DAY = 86_400_000;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 26 letters: 48 bits of time, then a number in place of chance. */
function ulid(time, number) {
  let all = (BigInt(time) << 80n) | BigInt(number);
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = LETTERS[Number(all & 31n)] + text;
    all >>= 5n;
  }
  return text;
}

/** A row of numbers that looks like chance and is the same each time. */
function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const iso = (time) => new Date(time).toISOString().slice(0, 10);
const noon = (today) => Date.parse(`${today}T12:00:00Z`);

const SESSIONS = ["P1-A", "P1-B", "P1-mini", "P6-2min", "P3-1"];
const ROWS = [
  ["hip-cars-standing", "controlled-rotation", [["l", 3, 3, 60, "d"], ["r", 3, 3, 60, "d"]]],
  ["quad-stretch-prone", "static", [["l", 3, 3, 60, "d"], ["r", 3, 2, 40, "p"]]],
  ["glute-bridge", "reps", [[null, 10, 10, 45, "d"]]],
  ["superman", "hold", [[null, 5, 0, 0, "s"]]],
  ["side-plank", "hold", [["l", 2, 2, 40, "d"]]],
];

/** So many sessions, at most three a day, the last of them today; every fourth tells nothing. */
export function sessions(count, today) {
  const roll = dice(count);
  const last = noon(today);
  const records = [];
  // The fewer there are, the further apart.
  const gap = count >= 10_000 ? [1 / 3] : count >= 1_000 ? [1] : [1, 2, 3];
  let back = 0;
  for (let number = 0; number < count; number += 1) {
    const time = last - Math.floor(back) * DAY + (number % 3) * 3_600_000;
    back += gap[roll(gap.length)];
    const answers = roll(4) > 0;
    const record = {
      active: 90 + roll(1_500),
      app: "0.1.0",
      day: iso(time),
      done: Array.from({ length: count >= 10_000 ? 1 : 3 }, (_, place) => ROWS[(number + place) % ROWS.length]),
      end: roll(9) === 0 ? "abandoned" : "completed",
      id: ulid(time, number + 1),
      kind: "session",
      offset: 60,
      rev: 1,
      session: SESSIONS[roll(SESSIONS.length)],
      start: time,
      updated: time,
      v: 1,
    };
    if (answers) {
      record.pain_before = Math.min(10, roll(6) + Math.round((5 * number) / count));
      record.pain_after = roll(11);
      if (roll(2)) record.morning = roll(5);
      if (roll(3)) record.stiffness_before = roll(8);
    }
    records.push(record);
  }
  return records;
}

const eye = (of, side, how, word) => ({ how, of, side, way: "eye", word });
const angle = (of, side, how, number) => ({ how, number, of, side, way: "angle" });

/** A hip check, the heel and the side plank, every four weeks. */
export function tests(takings, today) {
  const roll = dice(takings + 7);
  const words = ["limited", "fair", "good"];
  const made = [];
  for (let taking = 0; taking < takings; taking += 1) {
    const time = noon(today) - taking * 28 * DAY;
    const sides = ["l", "r"];
    const marks = sides.flatMap((side) => [
      angle("internal-rotation", side, "active", 10 + roll(35)),
      angle("external-rotation", side, "active", 10 + roll(35)),
      eye("abduction", side, "active", words[roll(3)]),
    ]);
    // Every width in turn, so that each edge between two classes is met.
    const fold = sides.flatMap((side, place) => [
      { number: (3 * taking + place) % 8, of: "fingers", side, way: "count" },
      { of: "pain", side, way: "felt", word: roll(5) ? "no" : "yes" },
    ]);
    const plank = sides.map((side) => ({ number: roll(60), of: "held", side, way: "clock" }));
    for (const [test, all] of [["hip-check", marks], ["heel-to-buttock", fold], ["side-plank", plank]]) {
      const body = { day: iso(time), marks: all, test };
      made.push({ body, id: ulid(time, made.length + 1), kind: "test", rev: 1, updated: time, v: 1 });
    }
  }
  return made;
}

/** Movement breaks on so many days before today, none on some of them. */
export function breaks(days, today) {
  const roll = dice(days + 3);
  const midnight = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: days }, (_, back) => {
    const time = midnight - back * DAY;
    const body = { day: iso(time), done: roll(12) };
    return { body, id: ulid(time, 0), kind: "breaks", rev: 1, updated: time, v: 1 };
  });
}

/** All of it as it stands in the storage; `days` are those of the plan. */
export function stored(records, days = ["monday", "wednesday", "friday"]) {
  const key = ({ kind, id, rev }) => (kind === "session" ? `soepel.p0.s.${id}.${rev}` : `soepel.p0.k.${kind}.${id}.${rev}`);
  const kept = Object.fromEntries(records.map((record) => [key(record), seal(record)]));
  return { ...kept, ...planned({ days }) };
}
