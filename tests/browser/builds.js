// Other builds of the same site, made from dist/ without building: copied, changed, stamped anew.

import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The version that the build in `folder` has. */
export async function versionOf(folder) {
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  return worker.match(/^const VERSION = "(.*)";$/m)[1];
}

/** A build that differs from dist/ in one line, in a folder of the running test. */
export async function anotherBuild(testInfo, name) {
  const folder = testInfo.outputPath(name);
  await cp("dist", folder, { recursive: true });
  await change(join(folder, "index.html"), (html) =>
    html.replace("<title>", `<meta name="build" content="${name}"><title>`),
  );
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "precache", "--", folder]);
  return folder;
}

/** Changes a file behind the back of the list: what a half-finished deployment looks like. */
export async function spoil(folder, file) {
  await change(join(folder, file), (text) => `${text} `);
}

async function change(file, edit) {
  await writeFile(file, edit(await readFile(file, "utf8")));
}
