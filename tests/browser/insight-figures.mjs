// The figures of insight, reckoned from an exported file and nothing of the program: written from
// the fact sheet (section 4.2 and 4.3 for classes, 7 for pain, C1 for the week's goal).
//
//   node tests/browser/insight-figures.mjs soepel-2026-11-22.json 2026-11-22

import { readFileSync, readdirSync } from "node:fs";

const DAY = 86_400_000;
const at = (day) => Date.parse(`${day}T12:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const plus = (day, days) => iso(at(day) + days * DAY);
const between = (first, last) => Math.round((at(last) - at(first)) / DAY);
const monday = (day) => plus(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Minutes that come on top (C1, R1.19, R3.13), and so never count for a week's goal. P6 is the plan of nobody here. */
const EXTRA = /^(P1-mini|P2-daily|P4-break|P6-.*)$/;
const WEEKS = { "6-weeks": 6, "3-months": 13, year: 52 };

/** Whole weeks up to the one of today, not before the week of the first day there is. */
export function windowOf(period, days, today) {
  const sorted = [...days].sort();
  const since = monday(sorted[0]);
  const until = period === "all" && sorted.at(-1) > today ? sorted.at(-1) : today;
  const last = plus(monday(until), 6);
  const asked = period in WEEKS ? plus(monday(today), -7 * (WEEKS[period] - 1)) : since;
  return { first: asked > since ? asked : since, last };
}

const within = ({ first, last }) => (day) => day >= first && day <= last;

function grouped(records, key) {
  const groups = new Map();
  for (const record of records) {
    const name = key(record);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(record);
  }
  return groups;
}

export class Figures {
  constructor(file, today) {
    this.today = today;
    this.sessions = file.records.filter(({ kind }) => kind === "session");
    const bodies = (wanted) => file.records.filter(({ kind, body }) => kind === wanted && body).map(({ body }) => body);
    this.tests = file.records
      .filter(({ kind, body }) => kind === "test" && body)
      .sort((one, other) => (one.body.day + one.id < other.body.day + other.id ? -1 : 1))
      .map(({ body }) => body);
    this.breaks = bodies("breaks").filter(({ done }) => done > 0);
    const [plan] = bodies("plan");
    this.goal = plan ? plan.days.length || 3 : undefined;
  }

  window(period) {
    return windowOf(period, this.sessions.map(({ day }) => day), this.today);
  }

  in(period) {
    const inside = within(this.window(period));
    return this.sessions.filter(({ day }) => inside(day));
  }

  /** Each week of the window: its Monday, sessions, minutes rounded up, days that count, reached. */
  weeks(period) {
    const { first, last } = this.window(period);
    const byWeek = grouped(this.in(period), ({ day }) => monday(day));
    const weeks = [];
    for (let from = first; from <= last; from = plus(from, 7)) weeks.push({ from, ...this.total(byWeek.get(from) ?? []) });
    return weeks;
  }

  total(records) {
    const counting = records.filter(({ end, session }) => !["stopped", "abandoned"].includes(end) && !EXTRA.test(session));
    const counted = new Set(counting.map(({ day }) => day)).size;
    return {
      sessions: records.length,
      minutes: Math.ceil(sum(records.map(({ active }) => active)) / 60),
      days: new Set(records.map(({ day }) => day)).size,
      counted,
      reached: this.goal !== undefined && counted >= this.goal,
    };
  }

  /** By month (7 letters of the day) or year (4). */
  longer(period, letters) {
    return new Map([...grouped(this.in(period), ({ day }) => day.slice(0, letters))].map(([name, all]) => [name, this.total(all)]));
  }

  /** Days with an answer: the answers from low to high, and the median of the seven days up to it. */
  course(field, period) {
    const inside = within(this.window(period));
    const byDay = grouped(this.sessions.filter((record) => record[field] !== undefined), ({ day }) => day);
    const scores = new Map([...byDay].map(([day, all]) => [day, all.map((record) => record[field]).sort((a, b) => a - b)]));
    return [...scores.keys()]
      .filter(inside)
      .sort()
      .map((day) => {
        const week = Array.from({ length: 7 }, (_, back) => scores.get(plus(day, -back)) ?? []).flat();
        return { day, scores: scores.get(day), median: median(week) };
      });
  }

  /** Section 7: 2 points or 30 %, and five answers on both sides. In hundredths of a point. */
  change(field, period) {
    const { first, last } = this.window(period);
    const middle = plus(first, Math.floor((between(first, last) + 1) / 2));
    const course = this.course(field, period);
    const before = course.filter(({ day }) => day < middle).flatMap(({ scores }) => scores);
    const after = course.filter(({ day }) => day >= middle).flatMap(({ scores }) => scores);
    if (before.length < 5 || after.length < 5) return "too-few";
    // As fractions of whole numbers: 0.3 is no number that a computer has.
    const was = sum(before) * after.length;
    const is = sum(after) * before.length;
    const points = Math.abs(is - was) >= 2 * before.length * after.length;
    const share = was > 0 && 10 * Math.abs(is - was) >= 3 * was;
    if (!points && !share) return "no";
    return is < was ? "lower" : "higher";
  }

  /** Sessions and seconds for each exercise that was done at least partly. */
  exercises(period) {
    return this.trained(period, (slug) => [slug]);
  }

  movements(period, catalogue) {
    return this.trained(period, (slug) => catalogue.get(slug)?.movements ?? []);
  }

  muscles(period, catalogue) {
    return this.trained(period, (slug) => catalogue.get(slug)?.muscles ?? []);
  }

  trained(period, names) {
    const found = new Map();
    for (const { done } of this.in(period)) {
      const here = new Map();
      for (const [slug, , sides] of done) {
        const real = sides.filter(([, , , , outcome]) => outcome !== "s");
        if (real.length === 0) continue;
        const held = sum(real.map(([, , , seconds]) => seconds));
        for (const name of names(slug)) here.set(name, (here.get(name) ?? 0) + held);
      }
      for (const [name, held] of here) {
        const { sessions, seconds } = found.get(name) ?? { sessions: 0, seconds: 0 };
        found.set(name, { sessions: sessions + 1, seconds: seconds + held });
      }
    }
    return found;
  }

  /** Each taking of a test in the window: its day and the class of each side. */
  takings(test, of, period) {
    const days = this.tests.map(({ day }) => day);
    const inside = within(windowOf(period, days, this.today));
    return this.tests
      .filter((taken) => taken.test === test && inside(taken.day))
      .map(({ day, marks }) => ({ day, l: classOf(marks, of, "l"), r: classOf(marks, of, "r") }));
  }

  breaksIn(period) {
    const inside = within(windowOf(period, this.breaks.map(({ day }) => day), this.today));
    const here = this.breaks.filter(({ day }) => inside(day));
    const done = here.map(({ done }) => done).sort((a, b) => a - b);
    return { days: here.length, breaks: sum(done), median: done.length ? median(done) : undefined };
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The tables of 4.2 and 4.3, for what can be read from one mark. */
function classOf(marks, of, side) {
  const here = marks.filter((mark) => mark.of === of && mark.side === side);
  if (marks.some((mark) => mark.of === "pain" && mark.side === side && mark.word === "yes")) return { painful: true };
  const [mark] = here;
  if (!mark) return undefined;
  if (mark.way === "eye") return { word: mark.word };
  const { number } = mark;
  if (of === "fingers") return { word: number <= 1 ? "easy" : number <= 4 ? "fair" : "tight" };
  if (of === "held") return { word: number < 20 ? "short" : number < 30 ? "hip-lift" : "level-two" };
  return { word: number >= 30 ? "good" : number >= 20 ? "fair" : "limited", degrees: number };
}

/** Names, movements and muscles, read from the files that a physiotherapist edits. */
export function exerciseFiles(folder = "src/content/exercises") {
  const list = (text, name) => [...(text.match(new RegExp(`^${name} = \\[(.*)\\]$`, "m"))?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, one]) => one);
  return new Map(
    readdirSync(folder).map((file) => {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      const [, nl, en] = text.match(/^plain = \{ nl = "(.*?)", en = "(.*?)" \}$/m);
      return [file.replace(".toml", ""), { nl, en, movements: list(text, "movements"), muscles: list(text, "muscles") }];
    }),
  );
}

if (process.argv[1]?.endsWith("insight-figures.mjs")) {
  const [, , path, today] = process.argv;
  const figures = new Figures(JSON.parse(readFileSync(path, "utf8")), today);
  console.log(JSON.stringify({ goal: figures.goal, weeks: figures.weeks("6-weeks"), pain: figures.course("pain_before", "6-weeks") }, null, 2));
}
