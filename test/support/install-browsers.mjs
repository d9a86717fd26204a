// Makes sure that the three engines of the browser tests are there and writes down where they are. Repeatable: does
// nothing when all is in place. Chromium comes from npm, Firefox and WebKit from the system's packages.
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, rm, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";
import { installPackages } from "./system-packages.mjs";

const require = createRequire(import.meta.url);
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/browsers/", import.meta.url));
const FONTS = ["noto-sans", "noto-sans-arabic"];
const WEIGHTS = ["400Regular", "700Bold"];
const FAMILIES = ["Noto Sans", "Noto Sans Arabic"];
const ALIASES = ["system-ui", "ui-sans-serif", "sans-serif", "serif", "monospace", "Arial", "Helvetica", "Segoe UI"];

const first = (...paths) => paths.find((path) => path && existsSync(path));
const find = {
  firefox: () => first(process.env["FIREFOX_PATH"], "/usr/bin/firefox-esr", "/usr/bin/firefox"),
  webkitDriver: () => first(process.env["WEBKIT_DRIVER_PATH"], "/usr/bin/WebKitWebDriver"),
  webkit: () =>
    first(
      process.env["WEBKIT_BROWSER_PATH"],
      ...["x86_64", "aarch64"].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    ),
  xvfb: () => first("/usr/bin/Xvfb"),
};
const PACKAGES = {
  firefox: "firefox-esr",
  webkitDriver: "webkit2gtk-driver",
  webkit: "webkit2gtk-driver",
  xvfb: "xvfb",
};
const missing = () => [...new Set(Object.keys(find).flatMap((name) => (find[name]() ? [] : [PACKAGES[name]])))];

/** The folder of the npm Chromium, unpacked once per version, complete or not there at all. */
async function unpackChromium() {
  let source = dirname(require.resolve("@sparticuz/chromium"));
  while (!existsSync(join(source, "bin", "chromium.br"))) source = dirname(source);
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const home = join(CACHE, `chromium-${version}`);
  if (existsSync(home)) return home;
  const part = `${home}.${process.pid}`;
  await mkdir(part, { recursive: true });
  const unpack = (file, target) =>
    pipeline(
      createReadStream(join(source, "bin", file), { highWaterMark: 1 << 20 }),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      target,
    );
  await Promise.all([
    unpack("chromium.br", createWriteStream(join(part, "chromium"))),
    unpack("al2023.tar.br", extract(join(part, "libraries"))),
    unpack("swiftshader.tar.br", extract(part)),
  ]);
  await chmod(join(part, "chromium"), 0o755);
  await rename(part, home).catch(async (error) => {
    if (!existsSync(home)) throw error;
    await rm(part, { recursive: true, force: true });
  });
  return home;
}

/** Writes a file whole or not at all, and only where it says something new: browsers of another run may be reading it. */
async function replaceFile(path, text) {
  if (existsSync(path) && (await readFile(path, "utf8")) === text) return;
  const part = `${path}.${process.pid}`;
  await writeFile(part, text);
  await rename(part, path);
}

/** A font configuration that knows four files, so that every machine draws the same letters. */
async function writeFontConfiguration() {
  const folders = FONTS.flatMap((font) => {
    const home = dirname(require.resolve(`@expo-google-fonts/${font}/package.json`));
    return WEIGHTS.map((weight) => join(home, weight));
  });
  const prefer = `<prefer>${FAMILIES.map((family) => `<family>${family}</family>`).join("")}</prefer>`;
  const aliases = ALIASES.map((name) => `<alias binding="same"><family>${name}</family>${prefer}</alias>`);
  const fallback = FAMILIES.map((family) => `<edit name="family" mode="append_last"><string>${family}</string></edit>`);
  const rendering = { antialias: "<bool>true</bool>", hinting: "<bool>false</bool>", rgba: "<const>none</const>" };
  const edits = Object.entries(rendering).map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`);
  const path = join(CACHE, "fonts.conf");
  await replaceFile(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...folders.map((folder) => `<dir>${folder}</dir>`), ...aliases].join("\n")}
<match target="pattern">${fallback.join("")}</match>
<match target="font">${edits.join("")}</match>
<cachedir>${join(CACHE, "fonts")}</cachedir>
</fontconfig>
`,
  );
  return { fonts: path, folders };
}

/** Also the global setup of the browser tests. */
export default async function installBrowsers() {
  await mkdir(CACHE, { recursive: true });
  const [home, fonts] = await Promise.all([unpackChromium(), writeFontConfiguration()]);
  const wanted = missing();
  if (wanted.length > 0) installPackages(wanted);
  const still = missing();
  if (still.length > 0) {
    throw new Error(`The browser tests need ${still.join(", ")}. Install them: apt-get install ${still.join(" ")}`);
  }
  const { CHROMIUM_PATH } = process.env;
  const places = {
    ...fonts,
    chromium: { path: CHROMIUM_PATH ?? join(home, "chromium"), libraries: join(home, "libraries", "lib") },
    firefox: { path: find.firefox() },
    webkit: { path: find.webkit(), driver: find.webkitDriver() },
  };
  await replaceFile(join(CACHE, "places.json"), JSON.stringify(places, null, 2));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await installBrowsers();
