// A session as it stands in the storage, in the second form: read and written here by what
// docs/export-format.md says of it, apart from the program.

import { readFileSync } from "node:fs";
import { kept, seal, unsealed } from "./person.js";

const WORDS = JSON.parse(readFileSync(new URL("../fixtures/archive/v2/words.json", import.meta.url)));
const EVEN = [[null], ["l", "r"], ["r", "l"], ["l"], ["r"]];

/** Each column with its name, and what stands in it: nothing, a list of words, or how a row is read. */
const COLUMNS = [
  ["session"], ["since"], ["offset"], ["active"], ["zone", "zones"], ["end", "ends"], ["app"], ["done"], ["day"],
  ["pain_before", Number], ["change", Number], ["effort", Number], ["pain_after", Number], ["soreness_before", Number],
  ["form", "forms"], ["felt", "felt"], ["morning", Number], ["stiffness_before", Number], ["stiffness_after", Number],
  ["place_before", "places"], ["sport_before", "sports"], ["stop", "stops"], ["note"],
  ["stops", ["exercises", "sides", "stops"]], ["swaps", ["exercises", "sides", "degrees", null]],
  ["stop_details", [Number, "spots", "sides"]], ["felt_in", ["exercises", "spots"]],
];

/** The sessions that are kept, in the first form. */
export async function finished(page) {
  const all = Object.entries(await kept(page)).filter(([key]) => key.startsWith("soepel.p0.s."));
  return all.map(([, value]) => unpacked(unsealed(value)));
}

export function unpacked(record) {
  if (record.v !== 2) return record;
  const { b, id, kind, rev, updated, ...extra } = record;
  const start = updated - b[1];
  const day = new Date(start + b[2] * 60_000).toISOString().slice(0, 10);
  const read = { ...extra, id, kind, rev, updated, v: 1, start, day, done: [] };
  COLUMNS.forEach(([name, of], place) => {
    const value = b[place];
    if (!value || name === "since") {
      if (name === "offset" || name === "active") read[name] = 0;
    } else if (name === "done") {
      read.done = value.map(row);
    } else if (Array.isArray(of)) {
      read[name] = value.map((cells) => cells.map((cell, at) => known(cell, of[at])));
      if (name === "stop_details") for (const detail of read[name]) detail[0] = detail[0] === null ? null : start + detail[0];
    } else {
      read[name] = of ? known(value, of) : value;
    }
  });
  return read;
}

/** For what the tests put into a storage: text where the program has a number means the same. */
export function packed({ done, start, updated, day, id, kind, rev, session, offset, active, zone, end, app, pain_before, change }) {
  if (new Date(start + offset * 60_000).toISOString().slice(0, 10) !== day) throw new Error("another day than its start");
  const rows = done.map(([exercise, mode, sides]) => {
    const even = EVEN.findIndex((names) => names.join() === sides.map(([side]) => side).join());
    if (even < 0) throw new Error("only what was done as planned on every side");
    return [number(exercise, "exercises"), number(mode, "modes"), even, sides[0][1], sides[0][3]];
  });
  const score = (value) => (value === undefined ? 0 : value < 0 ? value : value + 1);
  const b = [session, updated - start, offset, active, number(zone, "zones"), number(end, "ends"), app, rows, 0, score(pain_before), score(change)];
  return { b, id, kind, rev, updated, v: 2 };
}

export function stored(record) {
  return { [`soepel.p0.s.${record.id}.${record.rev}`]: seal(packed(record)) };
}

function row([exercise, mode, ...sides]) {
  const each = Array.isArray(sides[0]) || sides.length === 0;
  const read = each
    ? sides.map(([side, planned, done, held, outcome]) => [known(side, "sides"), planned, done, held, known(outcome, "outcomes")])
    : EVEN[sides[0]].map((side) => [side, sides[1], sides[1], sides[2], "d"]);
  return [known(exercise, "exercises"), known(mode, "modes"), read];
}

function known(value, of) {
  if (value === 0) return null;
  if (typeof value === "string") return value;
  return of === Number ? value - (value > 0) : WORDS[of][value - 1];
}

function number(word, of) {
  return WORDS[of].indexOf(word) + 1 || word || 0;
}
