// What is installed for the package and beside it, and what is known of it.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const readJSON = (path) => JSON.parse(readFileSync(ROOT + path, "utf8"));

/** The licence that a package names, also in the old ways. */
export function licenceIn({ license, licenses = [] }) {
  return license?.type ?? license ?? (licenses.map(({ type }) => type).join(" OR ") || undefined);
}

/** Every package of the lock file with its licence, those for development too, sorted. */
export function dependencies() {
  return Object.entries(readJSON("package-lock.json").packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => {
      const installed = `${path}/package.json`;
      const licence = licenceIn(entry) ?? (existsSync(ROOT + installed) ? licenceIn(readJSON(installed)) : undefined);
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const isShipped = !entry.dev && !entry.peer && !entry.devOptional;
      return {
        path,
        name,
        version: entry.version,
        licence,
        integrity: entry.integrity,
        from: entry.resolved,
        isShipped,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** The licences of all dependencies, as the release has them beside it. */
export function licenceList() {
  const line = ({ name, version, licence }) => `${name} ${version}: ${licence}\n`;
  const [shipped, others] = [true, false].map((isShipped) => [
    ...new Set(dependencies().flatMap((each) => (each.isShipped === isShipped ? line(each) : []))),
  ]);
  return `Installed with the package:\n${shipped.join("")}\nFor its development, or where it is asked for:\n${others.join("")}`;
}

/** What the package is made of, as a document of CycloneDX. */
export function sbom() {
  const words = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=library"];
  const options = { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 };
  const document = JSON.parse(execFileSync("npm", words, options));
  const { name, dependencies: own } = readJSON("package.json");
  const { component } = document.metadata;
  // npm takes the name of the folder.
  component.name = name;
  // With --omit=dev, npm leaves out what both the package and a tool need.
  const needed = new Map(document.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const isOwn = (ref) => Object.hasOwn(own, ref.slice(0, ref.lastIndexOf("@")));
  needed.set(component["bom-ref"], needed.get(component["bom-ref"]).filter(isOwn));
  const parts = new Set([component["bom-ref"]]);
  for (const ref of parts) for (const next of needed.get(ref)) parts.add(next);
  document.components = document.components.filter((part) => parts.has(part["bom-ref"]));
  document.dependencies = [...parts].sort().map((ref) => ({ ref, dependsOn: needed.get(ref) }));
  return document;
}

/** Asks the registry for faults that are known of what is installed with the package. */
export function audit(registry) {
  // Without a network nobody is to wait for minutes.
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000"];
  const words = ["audit", "--omit=dev", "--package-lock-only", "--json", ...patience];
  if (registry !== undefined) words.push(`--registry=${registry}`);
  return new Promise((done) => {
    execFile("npm", words, { cwd: ROOT, encoding: "utf8" }, (error, stdout) => {
      done(answerIn(stdout) ?? { found: [], reason: error?.code === undefined ? "no answer" : reasonIn(stdout) });
    });
  });
}

function answerIn(output) {
  const { vulnerabilities } = parsed(output);
  return (
    vulnerabilities && { found: Object.values(vulnerabilities).map(({ name, severity }) => `${name}: ${severity}`) }
  );
}

/** Without the address that was asked: it may hold a name and a password. */
function reasonIn(output) {
  const { message = "no answer" } = parsed(output);
  return message.replace(/ - \w+ \S+|https?:\S+/g, "");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
