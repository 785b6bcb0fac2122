// Which tests reach which mutant, and which of them notice it.
//
// Every test runs once by itself and notes which mutants it comes by. A mutant is then tried against
// the tests that come by it and no others: those that noticed something in the same file first, then
// the quick ones that see little else.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const EVERY_ONE = 4294967295;
const MEMORY_KIB = 4_000_000;
// A mutant that so much of the tests does not notice is called missed: the score is a lower bound.
const BUDGET = 10_000;
// Longer tests repeat what shorter ones do.
const LONGEST = 8_000;
// A mutant may loop for ever; a slow machine may not look like one.
const patience = (millis) => 20_000 + 10 * millis;

/// Runs tests of one program; answers whether they passed, how long it took, and whether that was
/// too long.
async function run(program, tests, folder, more, most) {
  // A file that holds everything back while it is there, for a machine that measures meanwhile.
  while (process.env.SOEPEL_PAUSE && existsSync(process.env.SOEPEL_PAUSE)) await wait(1000);
  const begun = performance.now();
  return new Promise((done) => {
    const child = spawn(
      "sh",
      ["-c", `ulimit -v ${MEMORY_KIB}; exec "$@"`, "sh", program, "--exact", "--test-threads=1", ...tests],
      {
        cwd: folder,
        env: {
          ...process.env,
          RUST_BACKTRACE: "0",
          PROPTEST_FAILURE_PERSISTENCE: "off",
          PROPTEST_MAX_SHRINK_ITERS: "0",
          ...more,
        },
        stdio: "ignore",
      },
    );
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, most);
    child.on("exit", (code) => {
      clearTimeout(timer);
      done({ passed: code === 0, millis: performance.now() - begun, late });
    });
  });
}

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

async function listed(program, folder) {
  return new Promise((done) => {
    const child = spawn(program, ["--list", "--format", "terse"], { cwd: folder });
    let text = "";
    child.stdout.on("data", (part) => (text += part));
    child.on("exit", () => done([...text.matchAll(/^(.*): test$/gm)].map((it) => it[1])));
  });
}

/// Does `work` with each of `things`, as many at a time as there are processors.
export async function each(things, work) {
  const queue = [...things.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: Number(process.env.SOEPEL_JOBS ?? cpus().length) }, worker));
}

/// Every test with its time and the mutants it comes by. Those that fail without a mutant are told
/// and left out.
export async function reach(programs, folder, tell) {
  const notes = mkdtempSync(join(tmpdir(), "reached-"));
  const tests = [];
  for (const { name, program } of programs) {
    for (const test of await listed(program, folder)) tests.push({ suite: name, program, test });
  }
  await each(tests, async (test, index) => {
    const note = join(notes, String(index));
    const more = { CHOSEN_MUTANT: String(EVERY_ONE), MUTANTS_REACHED: note };
    const { passed, millis } = await run(test.program, [test.test], folder, more, 600_000);
    test.passed = passed;
    test.millis = millis;
    test.reached = existsSync(note) ? readFileSync(note, "utf8").trim().split("\n").map(Number) : [];
    if (!passed) tell(`fails without a mutant: ${test.suite} ${test.test}`);
  });
  rmSync(notes, { recursive: true });
  return tests.filter((it) => it.passed && it.reached.length > 0 && it.millis <= LONGEST);
}

export class Trial {
  constructor(tests, folder) {
    this.folder = folder;
    this.by = new Map();
    this.noticed = new Map();
    for (const test of tests) {
      test.weight = test.millis * Math.sqrt(test.reached.length);
      for (const id of test.reached) {
        if (!this.by.has(id)) this.by.set(id, []);
        this.by.get(id).push(test);
      }
    }
    for (const list of this.by.values()) list.sort((a, b) => a.weight - b.weight);
  }

  /// `caught` with who noticed, or `missed` with how many tests came by.
  async of(id, file) {
    const all = this.by.get(id) ?? [];
    const before = this.noticed.get(file) ?? [];
    const first = before.filter((test) => all.includes(test)).slice(0, 12);
    const rest = all.filter((test) => !first.includes(test));
    for (const test of [...first, ...rest.splice(0, 12)]) {
      const seen = await this.notices(test.program, [test], id);
      if (seen) return this.caught(id, file, test, seen);
    }
    // The rest by the program, in the order of the first of each.
    let spent = 0;
    for (const many of parcels(rest)) {
      if (spent > BUDGET) break;
      for (const test of many) spent += test.millis;
      const seen = await this.notices(many[0].program, many, id);
      if (seen) return this.caught(id, file, many[0], seen);
    }
    return { id, caught: false, tests: all.length };
  }

  async notices(program, tests, id) {
    const millis = tests.reduce((sum, it) => sum + it.millis, 0);
    const names = tests.map((it) => it.test);
    const ran = await run(program, names, this.folder, { CHOSEN_MUTANT: String(id) }, patience(millis));
    return !ran.passed && { late: ran.late };
  }

  caught(id, file, test, { late }) {
    const before = (this.noticed.get(file) ?? []).filter((it) => it !== test);
    this.noticed.set(file, [test, ...before]);
    return { id, caught: true, late, by: `${test.suite} ${test.test}` };
  }
}

function parcels(tests) {
  const all = [];
  const open = new Map();
  for (const test of tests) {
    let parcel = open.get(test.program);
    if (!parcel || parcel.millis > 2000) {
      parcel = { millis: 0, tests: [] };
      open.set(test.program, parcel);
      all.push(parcel);
    }
    parcel.millis += test.millis;
    parcel.tests.push(test);
  }
  return all.map((it) => it.tests);
}
