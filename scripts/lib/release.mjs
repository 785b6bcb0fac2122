// Puts a built site together as a release: node scripts/lib/release.mjs SITE SBOM TARGET
//
// TARGET/soepel-VERSION/           site/, hosting/, sbom.cdx.json, NOTES.md, LICENSE, SHA256SUMS
// TARGET/soepel-VERSION.zip        the same
// TARGET/soepel-VERSION.zip.sha256

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { zip } from "./zip.mjs";

const [site, sbom, target] = process.argv.slice(2);
const version = (await readFile("Cargo.toml", "utf8")).match(/^version = "(.*)"$/m)[1];
const name = `soepel-${version}`;
const files = new Map();

async function add(place, folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (entry.isFile() && !entry.name.startsWith(".")) files.set(`${place}/${inside}`, await readFile(path));
  }
}

await add("site", site);
await add("hosting", "hosting");
// Netlify and Cloudflare Pages look for it among the files that they publish; others pass it by.
files.set("site/_headers", await readFile("hosting/_headers"));
files.set("sbom.cdx.json", await readFile(sbom));
files.set("LICENSE", await readFile("LICENSE"));
files.set("NOTES.md", Buffer.from(notes(await readFile("CHANGELOG.md", "utf8"))));

/** What the changelog says of this version. */
function notes(changelog) {
  const [, after] = changelog.split(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b.*$`, "m"));
  if (after === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return `${after.split(/^## /m)[0].trim()}\n`;
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const sorted = () => [...files].sort(([one], [other]) => (one < other ? -1 : 1));
files.set("SHA256SUMS", Buffer.from(sorted().map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join("")));

for (const [path, bytes] of files) {
  for (const place of [process.cwd(), homedir()]) {
    if (place.length > 1 && bytes.includes(`${place}/`)) throw new Error(`${path} names ${place}`);
  }
}

await rm(target, { recursive: true, force: true });
for (const [path, bytes] of files) {
  const file = join(target, name, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
const packed = zip(sorted().map(([path, bytes]) => [`${name}/${path}`, bytes]));
await writeFile(join(target, `${name}.zip`), packed);
await writeFile(join(target, `${name}.zip.sha256`), `${sha256(packed)}  ${name}.zip\n`);
console.log(`${target}/${name}.zip: ${files.size} files, ${(packed.length / 1024).toFixed(0)} KB`);
