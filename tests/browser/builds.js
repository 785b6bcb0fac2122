// Other builds of the same site, made from dist/ without building: copied, changed, stamped anew.

import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The version that the build in `folder` has. */
export async function versionOf(folder) {
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  return worker.match(/^const VERSION = "(.*)";$/m)[1];
}

/** A build that differs from dist/ in one comment, in a folder of the running test. */
export async function anotherBuild(testInfo, name) {
  const folder = testInfo.outputPath(name);
  await cp("dist", folder, { recursive: true });
  await append(join(folder, "index.html"), `<!-- ${name} -->`);
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "precache", "--", folder]);
  return folder;
}

/** Changes a file behind the back of the list: what a half-finished deployment looks like. */
export async function spoil(folder, file) {
  await append(join(folder, file), " ");
}

async function append(file, text) {
  await writeFile(file, (await readFile(file, "utf8")) + text);
}
