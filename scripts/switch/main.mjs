// `main.mjs FOLDER PATTERN [TEST...]`: builds the program with the mutants of FOLDER/list.json, tries those in
// files that match, and tells how many were noticed. What is missed
// stands in FOLDER/missed.txt, what cannot be chosen in FOLDER/left.txt.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { built, copied, settled } from "./settle.mjs";
import { Trial, each, reach } from "./trial.mjs";

// The tests that play or call the pure core. Those that read the code itself would notice the copy,
// and what repeats another test a hundred thousand times notices no more than that.
const SUITES = `archive breaks calendar clearance comparing content day_check durations exchange faults
  figures insight journeys keeping kinematics moving planning poses progress reading receipts routines
  selftest session settings table track voice`.split(/\s+/);

const GROUPS = [
  { name: "codec", files: /^src\/archive\/(envelope|json|keys|payload)\.rs/, least: 100 },
  { name: "merge", files: /^src\/archive\/(merge|mirror)\.rs/, least: 100 },
  { name: "migration", files: /^src\/archive\/convert\//, least: 100 },
  { name: "clock", files: /^src\/domain\/(time\.rs|session\/)/, least: 100 },
  { name: "the rest of archive", files: /^src\/archive\//, least: 90 },
  { name: "figures and sound tracks", files: /^src\/domain\/(figure|track)\//, least: 0 },
  { name: "the rest of domain", files: /^src\/domain\//, least: 90 },
];

const [out, pattern, ...named] = process.argv.slice(2);
const suites = named.length > 0 ? named : SUITES;
const list = JSON.parse(readFileSync(join(out, "list.json"), "utf8"));
const mutants = list.map((it, index) => ({ id: index + 1, file: it.file, name: it.name }));
const tree = copied(out);
const { refused, fixed } = settled(out, tree);
const programs = built(out, tree, suites);
const tests = await reach(programs, tree, (line) => console.error(line));
console.error(`${tests.length} tests`);

const trial = new Trial(tests, tree);
const asked = mutants.filter((it) => new RegExp(pattern).test(it.file));
const chosen = asked.filter((it) => !refused.has(it.id) && !fixed.has(it.id));
const found = new Map();
await each(chosen, async (mutant) => {
  const result = await trial.of(mutant.id, mutant.file);
  found.set(mutant.id, result);
  if (!result.caught) console.log(`missed: ${mutant.name} (${result.tests} tests come by)`);
});

let good = true;
const missed = chosen.filter((it) => !found.get(it.id).caught);
const leftOver = asked.filter((it) => fixed.has(it.id));
writeFileSync(join(out, "left.txt"), leftOver.map((it) => `${it.name}\n`).join(""));
writeFileSync(join(out, "missed.txt"), missed.map((it) => `${it.name}\n`).join(""));
const told = new Set();
for (const { name, files, least } of GROUPS) {
  const own = chosen.filter((it) => files.test(it.file) && !told.has(it.id));
  for (const it of own) told.add(it.id);
  if (own.length === 0) continue;
  const caught = own.filter((it) => found.get(it.id).caught).length;
  const late = own.filter((it) => found.get(it.id).late).length;
  const score = (100 * caught) / own.length;
  good &&= score >= least;
  console.log(`R17: ${name}: ${caught} of ${own.length} noticed, ${late} of them by taking too long (${score.toFixed(1)} %)`);
}
const refusedHere = asked.length - chosen.length - leftOver.length;
console.log(`R17: ${refusedHere} do not compile, ${leftOver.length} are left to cargo mutants (left.txt)`);
process.exit(good ? 0 : 1);
