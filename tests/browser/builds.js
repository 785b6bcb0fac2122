// Other builds of the same site, made from dist/ without building: copied, changed, stamped anew.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
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

/**
 * A build whose every part says which it is: the page, its scripts, and the names of the program.
 * Without compiling: the program is the same under another name.
 */
export async function markedBuild(testInfo, mark) {
  const folder = testInfo.outputPath(`build-${mark}`);
  await cp("dist", folder, { recursive: true });
  const hash = createHash("sha256").update(mark).digest("hex").slice(0, 16);
  const renamed = new Map();
  for (const name of await readdir(folder)) {
    const fresh = name.replace(/^(soepel|style)-[0-9a-f]{16}/, `$1-${hash}`);
    if (fresh === name) continue;
    renamed.set(name, fresh);
    await rename(join(folder, name), join(folder, fresh));
  }
  await change(join(folder, "index.html"), (html) => {
    for (const [name, fresh] of renamed) html = html.replaceAll(name, fresh);
    return html.replace("<title>", `<meta name="build" content="${mark}"><title>`);
  });
  for (const [file, name] of [["boot.js", "soepelBoot"], ["rescue.js", "soepelRescue"], ["kept.js", "soepelKeptBuild"]]) {
    await change(join(folder, file), (script) => `${script}\nwindow.${name} = ${JSON.stringify(mark)};\n`);
  }
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
