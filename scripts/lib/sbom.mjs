// cargo metadata on stdin and Cargo.lock by name -> CycloneDX 1.5 on stdout: what the program is made
// of and made with, macros and all, but neither build scripts nor tests.

import { readFileSync } from "node:fs";

const metadata = JSON.parse(readFileSync(0, "utf8"));
const lock = readFileSync(process.argv[2], "utf8");

const checksums = new Map();
for (const block of lock.split("[[package]]").slice(1)) {
  const field = (name) => block.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
  checksums.set(`${field("name")}@${field("version")}`, field("checksum"));
}

const packages = new Map(metadata.packages.map((it) => [it.id, it]));
const nodes = new Map(metadata.resolve.nodes.map((it) => [it.id, it]));
const root = metadata.resolve.root;
const normal = (id) =>
  nodes.get(id).deps.filter((dep) => dep.dep_kinds.some((it) => it.kind === null)).map((dep) => dep.pkg);

const reached = new Set([root]);
for (const id of reached) for (const next of normal(id)) reached.add(next);

const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const described = (id) => {
  const { name, version, license, source, description } = packages.get(id);
  const checksum = checksums.get(`${name}@${version}`);
  return {
    type: id === root ? "application" : "library",
    "bom-ref": purl({ name, version }),
    name,
    version,
    ...(description && { description: description.trim() }),
    ...(license && { licenses: [{ expression: license.replaceAll("/", " OR ") }] }),
    ...(checksum && { hashes: [{ alg: "SHA-256", content: checksum }] }),
    ...(source && { purl: purl({ name, version }) }),
  };
};

const others = [...reached].filter((id) => id !== root).map(described);
const dependencies = [...reached].map((id) => ({
  ref: purl(packages.get(id)),
  dependsOn: normal(id).map((next) => purl(packages.get(next))).sort(),
}));
const by = (name) => (one, other) => (one[name] < other[name] ? -1 : 1);

const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: described(root) },
  components: others.sort(by("bom-ref")),
  dependencies: dependencies.sort(by("ref")),
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
