// Writes a bill of materials of the program (CycloneDX 1.6, JSON) to standard output: node tools/sbom.mjs > sbom.json
// It reads what the restore chose for Web and the terminal, transitive packages included, and package-lock.json; nothing is asked of any server.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programs = ["Splot.Web", "Splot.Cli"];

const read = (...path) => readFileSync(join(root, ...path), "utf8");
const one = (text, pattern) => pattern.exec(text)?.[1]?.trim();
const hex = base64 => Buffer.from(base64, "base64").toString("hex");
const escapeXml = text => text?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", "\"").replaceAll("&apos;", "'").replaceAll("&amp;", "&");

// An expression of SPDX, or a name for what is none.
const licence = text => !text ? undefined : /^\(?[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*\)?$/.test(text) ? [{ expression: text }] : [{ license: { name: text } }];

function assetsOf(program) {
  const path = join(root, "src", program, "obj", "project.assets.json");
  if (!existsSync(path)) {
    console.error(`${program} was not restored yet. Run dotnet restore, then this again.`);
    process.exit(1);
  }

  return JSON.parse(readFileSync(path, "utf8"));
}

function nuspecOf(assets, path) {
  for (const folder of Object.keys(assets.packageFolders ?? {})) {
    const at = join(folder, path);
    const name = existsSync(at) ? readdirSync(at).find(f => f.endsWith(".nuspec")) : undefined;
    if (name) {
      return readFileSync(join(at, name), "utf8");
    }
  }

  return "";
}

function nugetOf(program) {
  const assets = assetsOf(program);
  const target = Object.entries(assets.targets).find(([name]) => !name.includes("/"))[1];
  const purls = Object.fromEntries(Object.entries(target).filter(([, l]) => l.type === "package").map(([key]) => {
    const [name, version] = key.split("/");
    return [name.toLowerCase(), `pkg:nuget/${name}@${version}`];
  }));
  const needs = library => Object.keys(library.dependencies ?? {}).flatMap(name => {
    const purl = purls[name.toLowerCase()];
    if (purl) {
      return [purl];
    }

    // Projects of our own are part of the program: what they need, it needs.
    const own = Object.entries(target).find(([key, l]) => l.type === "project" && key.split("/")[0].toLowerCase() === name.toLowerCase());
    return own ? needs(own[1]) : [];
  });
  const frameworks = Object.values(assets.project.frameworks)[0];
  // Analyzers and the like: they take part in the build and are not passed on.
  const buildsOnly = new Set(Object.entries(frameworks.dependencies ?? {}).filter(([, d]) => d.suppressParent === "All").map(([name]) => name));
  const components = [], dependencies = new Map();
  for (const [key, library] of Object.entries(target).filter(([, l]) => l.type === "package")) {
    const [name, version] = key.split("/");
    const { sha512, path } = assets.libraries[key];
    const nuspec = nuspecOf(assets, path);
    components.push({
      type: "library",
      "bom-ref": `pkg:nuget/${name}@${version}`,
      authors: authors(one(nuspec, /<authors>([^<]*)<\/authors>/)),
      name,
      version,
      hashes: sha512 ? [{ alg: "SHA-512", content: hex(sha512) }] : undefined,
      scope: buildsOnly.has(name) ? "excluded" : undefined,
      licenses: licence(one(nuspec, /<license type="expression">([^<]*)<\/license>/) ?? fileOf(one(nuspec, /<license type="file">([^<]*)<\/license>/))),
      purl: `pkg:nuget/${name}@${version}`,
    });
    dependencies.set(`pkg:nuget/${name}@${version}`, needs(library));
  }

  for (const name of Object.keys(frameworks.frameworkReferences ?? {})) {
    const version = one(assets.project.frameworks ? Object.keys(assets.project.frameworks)[0] : "", /^net([0-9.]+)$/);
    components.push({ type: "framework", "bom-ref": `framework:${name}@${version}`, name, version, licenses: licence("MIT") });
    dependencies.set(`framework:${name}@${version}`, []);
  }

  return { components, dependencies };
}

const fileOf = name => name ? `see ${name} in the package` : undefined;
const authors = text => text ? [{ name: escapeXml(text) }] : undefined;

function npm() {
  const lock = JSON.parse(read("package-lock.json"));
  const components = [], dependencies = new Map();
  const purlOf = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  for (const [path, entry] of Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev)) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const purl = purlOf(name, entry.version);
    const [algorithm, digest] = (entry.integrity ?? "").split(" ")[0].split("-", 2);
    components.push({
      type: "library",
      "bom-ref": purl,
      name,
      version: entry.version,
      hashes: digest ? [{ alg: algorithm.replace("sha", "SHA-"), content: hex(digest) }] : undefined,
      licenses: licence(entry.license),
      purl,
    });
    dependencies.set(purl, Object.keys(entry.dependencies ?? {}).flatMap(d => {
      const found = lock.packages[`${path}/node_modules/${d}`] ?? lock.packages[`node_modules/${d}`];
      return found ? [purlOf(d, found.version)] : [];
    }));
  }

  return { components, dependencies };
}

const parts = [...programs.map(nugetOf), npm()];
const components = [...new Map(parts.flatMap(p => p.components).map(c => [c["bom-ref"], c])).values()].sort((a, b) => a["bom-ref"] < b["bom-ref"] ? -1 : 1);
const needed = new Map();
for (const [ref, on] of parts.flatMap(p => [...p.dependencies])) {
  needed.set(ref, new Set([...(needed.get(ref) ?? []), ...on]));
}

const version = one(read("Directory.Build.props"), /<Version>([^<]+)<\/Version>/);
const self = `splot@${version}`;
const dependencies = [
  { ref: self, dependsOn: components.map(c => c["bom-ref"]) },
  ...components.map(c => ({ ref: c["bom-ref"], dependsOn: [...needed.get(c["bom-ref"])].sort() })),
];
// The same materials give the same document, save for its time.
const id = createHash("sha256").update(JSON.stringify([self, components, dependencies])).digest("hex");
const epoch = process.env.SOURCE_DATE_EPOCH;
console.log(JSON.stringify({
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: `urn:uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-5${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`,
  version: 1,
  metadata: {
    timestamp: (epoch ? new Date(Number(epoch) * 1000) : new Date()).toISOString(),
    tools: { components: [{ type: "application", name: "tools/sbom.mjs", version }] },
    component: { type: "application", "bom-ref": self, name: "Splot", version, licenses: [{ expression: "EUPL-1.2" }] },
  },
  components,
  dependencies,
}, null, 2));
