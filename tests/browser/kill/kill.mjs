// R2: the whole browser is killed at random moments: Chromium, Firefox and WebKitGTK, each with a
// folder that stays. Nothing is lost that the second store had acknowledged, and no session that the
// page had called kept. How much localStorage alone would have lost is told beside it.
//
//   node tests/browser/kill/kill.mjs Chromium Firefox     WebKitGTK needs a screen: xvfb-run -a node …
//
// SOEPEL_KILLS says how many in each; SOEPEL_SEED repeats a run.

import { Chance, figures, lost, named, readMirror, times } from "../lab.js";
import { settled } from "../person.js";
import { Range } from "./range.js";

const KILLS = times("SOEPEL_KILLS", 3);
const SESSIONS = ["P6-2min", "P6-5min", "P1-B", "P2-daily", "P4-B", "P3-1"];

const BOTH = `(async () => ({ at: Date.now(), first: { ...localStorage }, second: await (${readMirror})() }))()`;
const STARTED = `"appReady" in (app.contentDocument?.documentElement.dataset ?? {})`;
const RUNS = `app.contentDocument.querySelector(".player__pause") !== null`;
const ask = (action, ...words) => `app.contentWindow.ask(${[action, ...words].map((word) => JSON.stringify(word)).join(", ")})`;
const press = (name) => ask("press", name);
const answer = (group, word) => ask("answer", group, word);
const says = (words) => `app.contentDocument.body.textContent.includes(${JSON.stringify(words)})`;

class Kills {
  acknowledged = 0;
  finished = 0;
  offered = 0;
  due = 0;
  /** Seconds of what was done that were gone: with the second store, and in localStorage alone. */
  withMirror = [];
  alone = [];
  problems = [];

  constructor(engine) {
    this.engine = engine;
    this.chance = new Chance(`R2 ${engine}`);
  }

  async all() {
    this.range = await Range.open(this.engine);
    try {
      await this.range.start();
      await this.range.run(`(Object.assign(localStorage, ${JSON.stringify(settled())}), true)`);
      await this.#openApp("");
      await this.#mirrored();
      for (let kill = 1; kill <= KILLS; kill += 1) await this.#once(kill);
    } catch (problem) {
      const seen = await this.range.run("app.contentWindow.location.hash + ' ' + app.contentDocument.body.textContent.slice(0, 400)").catch(String);
      throw new Error(`${problem.message}; the page says: ${seen}`);
    } finally {
      await this.range.close();
    }
  }

  async #once(kill) {
    const { chance, range } = this;
    await this.#train();
    const finish = chance.percent(35);
    if (finish) await this.#finish();
    // What counts is what had been acknowledged at this moment.
    const before = await range.run(BOTH);
    await wait(chance.of([0, 0, 100, 400, 1200]));
    await range.kill();
    await range.start();
    const raw = await range.run(BOTH);
    await this.#openApp("");
    await this.#mirrored();
    const after = (await range.run(BOTH)).first;

    const acked = named(before.second ?? {}, "s", "j", "set", "scr");
    const gone = lost(acked, after).filter((name) => !settledSince(name, after));
    if (gone.length > 0) this.problems.push(`kill ${kill}: the second store had acknowledged ${gone.join(", ")}`);
    this.acknowledged += Object.keys(acked).length;
    if (finish) {
      this.finished += 1;
      const missing = lost(named(before.first, "s"), after);
      if (missing.length > 0) this.problems.push(`kill ${kill}: a session that was called kept is gone: ${missing.join(", ")}`);
    }
    if (Object.keys(named(before.first, "j")).length > 0) {
      this.due += 1;
      if (await range.until(`${says("Verdergaan")} || ${says("Vandaag")}`) && (await range.run(says("Verdergaan")))) this.offered += 1;
      else this.problems.push(`kill ${kill}: going on was not offered`);
    }
    this.withMirror.push(secondsLost(before, after));
    this.alone.push(secondsLost(before, raw.first));
  }

  /** Some seconds of a session, taken up or begun. */
  async #train() {
    const { chance, range } = this;
    if (await range.run(says("Verdergaan"))) {
      await range.until(press("Verdergaan"));
      await range.until(press("Verder"));
    } else {
      await this.#openApp(`#/sessie/${chance.of(SESSIONS)}/check`);
      await range.until(answer("pain", "0"));
      for (const group of ["sharp", "news"]) await range.until(answer(group, "Nee"));
      if (await range.run(`app.contentDocument.querySelector('input[name="sport"]') !== null`)) await range.until(answer("sport", "Nee"));
      if (await range.run(`app.contentDocument.querySelector('input[name="soreness"]') !== null`)) await range.until(answer("soreness", "0"));
      await range.until(`Promise.all([${press("Begin")}, ${press("Begin lichter")}]).then((pressed) => pressed.includes(true))`);
    }
    await range.until(RUNS);
    for (let acts = chance.between(2, 9); acts > 0; acts -= 1) {
      await range.run(press(chance.of(["Volgende", "Volgende", "Volgende", "Vorige", "Oefening overslaan"])));
      await wait(chance.between(50, 1500));
      if (!(await range.run(RUNS))) break;
    }
  }

  async #finish() {
    await this.range.until(`Promise.all([${press("Volgende")}, ${press("Klaar")}]).then(() => app.contentWindow.location.hash === "#/klaar")`);
    await this.range.until(says("Bewaard op dit apparaat."));
  }

  async #openApp(address) {
    const { range } = this;
    await range.run(`(app.src = "about:blank", true)`);
    await range.until(`app.contentWindow.location.href === "about:blank"`);
    await range.run(`(app.src = ${JSON.stringify(`${range.site.base}${address}`)}, true)`);
    await range.until(STARTED);
    await range.run(`(app.contentDocument.head.append(Object.assign(app.contentDocument.createElement("script"), { src: "/range/agent.js" })), true)`);
    await range.until(`Boolean(app.contentWindow.ask)`);
  }

  /** Until the two stores hold the same, but for the filler. */
  #mirrored() {
    return this.range.until(`(async () => {
      const { first, second } = await ${BOTH};
      delete first["soepel.p0.rsv"];
      const sorted = (values) => JSON.stringify(Object.entries(values ?? {}).sort());
      return sorted(first) === sorted(second);
    })()`);
  }

  tell() {
    const { engine } = this;
    console.log(`R2 ${engine}: ${KILLS} kills, ${this.problems.length} losses of ${this.acknowledged} acknowledged texts, ` +
      `${this.finished} finished sessions all there, going on offered ${this.offered} of ${this.due} times`);
    console.log(`R2 ${engine}: lost of what was done, with the second store: ${figures(this.withMirror, "s")}`);
    console.log(`R2 ${engine}: lost of what was done, localStorage alone: ${figures(this.alone, "s")}`);
    for (const problem of this.problems) console.log(`        ${problem}`);
  }
}

/** A journal that is gone because its session is in the history has done its work. */
function settledSince(name, after) {
  const [, , kind, id] = name.split(".");
  return kind === "j" && Object.keys(named(after, "s")).some((other) => other.includes(id));
}

/** From the oldest thing done that is gone to the kill. */
function secondsLost(before, after) {
  const moments = lost(named(before.first, "j", "s"), after)
    .filter((name) => !settledSince(name, after))
    .map((name) => JSON.parse(before.first[name].slice(before.first[name].indexOf("{"))))
    .map(({ wall, updated, start }) => wall ?? updated ?? start);
  return moments.length === 0 ? 0 : Math.max(0, (before.at - Math.min(...moments)) / 1000);
}

/** A person does things at moments of their own: this is the chance that is tried. */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let [passed, failed] = [0, 0];
for (const engine of process.argv.slice(2)) {
  const kills = new Kills(engine);
  try {
    await kills.all();
  } catch (problem) {
    kills.problems.push(problem.message);
  }
  kills.tell();
  if (kills.problems.length === 0) passed += 1;
  else failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
