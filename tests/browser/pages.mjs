// The pages to read, as they were built: valid HTML, one for each exercise and chapter in both
// languages, and none of them among the files that the worker keeps.
//
//   node tests/browser/pages.mjs [FOLDER]

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";

const folder = process.argv[2] ?? "dist";
const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
});
let passed = 0;
let failed = 0;

function check(name, wrong) {
  if (wrong.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED ${name}\n  ${wrong.join("\n  ")}`);
}

function told({ results }) {
  const messages = results.flatMap(({ messages }) => messages);
  return messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`);
}

async function names(path, ending) {
  const all = await readdir(path, { recursive: true });
  return all.filter((name) => name.endsWith(ending)).map((name) => name.replaceAll("\\", "/"));
}

const worker = await readFile(join(folder, "sw.js"), "utf8");
const exercises = await names("src/content/exercises", ".toml");
const chapters = await names("src/content/reading/chapters", ".toml");
for (const [place, parts] of [
  ["lezen", ["oefeningen", "uitleg"]],
  ["read", ["exercises", "chapters"]],
]) {
  const pages = await names(join(folder, place), ".html");
  for (const page of pages) {
    check(`${place}/${page}`, told(await validator.validateFile(join(folder, place, page))));
  }
  const wanted = [exercises, chapters].flatMap((files, which) =>
    files.map((file) => `${parts[which]}/${file.replace(/\.toml$/, ".html")}`),
  );
  check(`${place}: every exercise and chapter`, wanted.filter((page) => !pages.includes(page)));
  check(`${place}: not kept by the worker`, worker.includes(`"./${place}/`) ? ["it is in sw.js"] : []);
}
// As it is written, without the lines for Trunk: in a release it has no optional tags, which the
// validator cannot do without.
const page = (await readFile("index.html", "utf8")).replaceAll(/^.*data-trunk.*$/gm, "");
check("index.html", told(await validator.validateString(page)));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
