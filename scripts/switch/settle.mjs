// One program with every mutant in it that the compiler takes.
//
// What it refuses is put aside by the place of each error, until the rest compiles: those are the
// mutants that cargo-mutants calls unviable.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const MARKS = /\/\*@(\d+)\*\/|\/\*#([\d,]+)\*\/|\/\*\/[@#]\*\//g;
const TURNS = 40;
// Fast tests are worth a slow build; overflow has to stop the program as it does in every test.
const BUILD = {
  RUSTFLAGS: "--cap-lints warn",
  CARGO_PROFILE_DEV_OPT_LEVEL: "1",
  CARGO_PROFILE_DEV_DEBUG: "0",
  CARGO_PROFILE_DEV_OVERFLOW_CHECKS: "true",
  CARGO_PROFILE_DEV_DEBUG_ASSERTIONS: "true",
};

/// A copy of this folder in which the mutants can be chosen.
export function copied(out) {
  const tree = join(out, "tree");
  rmSync(tree, { recursive: true, force: true });
  const files = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" }).stdout.split("\0").filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    if (existsSync(file)) cpSync(file, join(tree, file));
  }
  cpSync("scripts/switch/chosen_mutant.rs", join(tree, "src/chosen_mutant.rs"));
  const lib = join(tree, "src/lib.rs");
  writeFileSync(lib, readFileSync(lib, "utf8").replace(/^pub mod/m, "mod chosen_mutant;\npub mod"));
  return tree;
}

/// The mutants that the compiler refuses and those that cannot be chosen while a program runs.
export function settled(out, tree) {
  const refused = new Set();
  const whole = new Set();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const aside = join(out, "refused.txt");
    writeFileSync(aside, [...refused, ...whole].join("\n"));
    const program = join(out, "switch/debug/switch");
    const written = spawnSync(program, [join(out, "list.json"), ".", tree, aside], { encoding: "utf8" });
    if (written.status !== 0) throw new Error(written.stderr);
    const fixed = new Set([...written.stdout.split("\n").filter(Boolean).map(Number), ...whole]);
    const { status, messages, told } = cargo(out, tree, ["check", "--lib"]);
    if (status === 0) return { refused, fixed };
    const before = refused.size + whole.size;
    for (const message of messages) {
      const incomplete = message.message?.code?.code === "E0004";
      for (const id of blamed(message, tree)) (incomplete ? whole : refused).add(id);
    }
    console.error(`${refused.size} refused by the compiler`);
    if (refused.size + whole.size === before) throw new Error(told);
  }
  throw new Error("the compiler goes on refusing");
}

/// The programs of the tests.
export function built(out, tree, suites) {
  const tests = suites.flatMap((it) => ["--test", it]);
  const { status, messages, told } = cargo(out, tree, ["test", "--no-run", ...tests]);
  if (status !== 0) throw new Error(told);
  const programs = messages.filter((it) => it.executable && suites.includes(it.target?.name));
  return programs.map((it) => ({ name: it.target.name, program: it.executable }));
}

function cargo(out, tree, [command, ...options]) {
  const target = join(out, "target");
  const args = [command, "--locked", "--message-format=json", "--target-dir", target, ...options];
  const env = { ...process.env, ...BUILD };
  const ran = spawnSync("cargo", args, { cwd: tree, env, encoding: "utf8", maxBuffer: 2 ** 30 });
  const messages = ran.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return { status: ran.status, messages, told: ran.stderr };
}

/// Whoever stands around the place of an error; around the first place that has anybody.
function blamed({ message }, tree) {
  if (message?.level !== "error") return [];
  const spans = [...message.spans].sort((a, b) => b.is_primary - a.is_primary);
  for (let span of spans) {
    while (!existsSync(join(tree, span.file_name)) && span.expansion) span = span.expansion.span;
    const path = join(tree, span.file_name);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    if (message.code?.code === "E0004") return arms(bytes, span);
    if (message.code?.code === "E0271") return leaked(bytes, span);
    const around = standing(bytes.subarray(0, span.byte_start + 1).toString());
    if (around) return around;
  }
  return [];
}

function standing(text) {
  const open = [];
  for (const [, one, many] of text.matchAll(MARKS)) {
    if (one ?? many) open.push((one ?? many).split(",").map(Number));
    else open.pop();
  }
  return open.at(-1);
}

/// The arms of a match that is complete with all of them only: what follows its value, up to the
/// end of the match.
function arms(bytes, span) {
  const text = bytes.subarray(span.byte_end).toString();
  let depth = 0;
  let end = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    depth += brace === "{" ? 1 : -1;
    end = index;
    if (depth === 0) break;
  }
  const found = text.slice(0, end).matchAll(/\/\*#([\d,]+)\*\/ if !crate::chosen_mutant/g);
  return [...found].flatMap(([, ids]) => ids.split(",").map(Number));
}

/// A function that answers with some iterator of references cannot answer with one of what was made
/// for it: the compiler points at what it promises, the answers follow.
function leaked(bytes, span) {
  const text = bytes.subarray(span.byte_end).toString();
  const ids = text.match(/\/\*#([\d,]+)\*\//)?.[1].split(",") ?? [];
  const answers = text.matchAll(/\/\*@(\d+)\*\/(.*?)\/\*\/@\*\//gs);
  return [...answers].filter(([, id, what]) => ids.includes(id) && what.includes("leak")).map((it) => Number(it[1]));
}
