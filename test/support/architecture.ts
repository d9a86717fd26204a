import ts from "typescript";

/** The folders and entries of `src`, and what each may import: values and types, or types alone. Rows must only look up. */
const LAYERS: Readonly<Record<string, { readonly may: readonly string[]; readonly types?: readonly string[] }>> = {
  base: { may: [] },
  text: { may: ["base"] },
  time: { may: ["text", "base"] },
  "time/index": { may: ["time", "locale"] },
  locale: { may: ["time", "text", "base"] },
  model: { may: ["time", "text", "base"], types: ["locale"] },
  store: { may: ["model", "time", "base"] },
  "store/index": { may: ["component", "store", "time"] },
  view: { may: ["store", "model", "time", "base"] },
  layout: { may: ["view", "store", "model", "locale", "time", "text", "base"] },
  // For tests and the command line alone: no page pays for them.
  "layout/quality": { may: ["layout", "time", "text"] },
  "layout/changes": { may: ["layout", "time", "text"] },
  "layout/explain": { may: ["layout"], types: ["view"] },
  scene: { may: ["layout", "locale", "time", "text", "base"], types: ["view", "model"] },
  render: { may: ["scene", "text", "base"] },
  component: { may: ["render", "scene", "layout", "view", "store", "model", "locale", "text", "time", "base"] },
  features: {
    may: [
      "svg/sheet",
      "svg/write-picture",
      "component",
      "render",
      "scene",
      "layout",
      "view",
      "store",
      "model",
      "locale",
      "text",
      "time",
      "base",
    ],
  },
  element: { may: ["component", "view", "model", "base"] },
  react: { may: ["component"], types: ["model"] },
  vue: { may: ["component", "model"] },
  embed: { may: ["component", "model", "base"] },
  svelte: { may: ["component"], types: ["model"] },
  fonts: { may: ["text", "base"] },
  formats: { may: ["model", "locale", "time", "text", "base"] },
  source: { may: ["store", "model", "time", "text", "base"] },
  "source/index": { may: ["source", "feed"] },
  feed: {
    may: ["source", "features", "component", "store", "model", "text", "base"],
    types: ["locale"],
  },
  cli: {
    may: [
      ...["formats", "source", "fonts", "svg/sheet", "layout/quality", "layout/explain"],
      ...["svg", "render", "scene", "layout", "view", "store", "model", "locale", "text", "time", "base"],
    ],
  },
  svg: {
    may: [
      ...["svg/render-to-html", "svg/sheet", "svg/write-picture"],
      "render",
      "scene",
      "layout",
      "view",
      "store",
      "model",
      "locale",
      "text",
      "time",
      "base",
    ],
  },
  "svg/sheet": { may: ["layout", "scene", "text", "model"] },
  "svg/write-picture": { may: ["svg", "svg/sheet", "render", "scene", "layout", "model", "time"] },
  // The elements of the page, written on paper.
  "svg/render-to-html": {
    may: ["svg", "component", "render", "scene", "layout", "model", "text", "base"],
  },
  index: {
    may: ["component", "render", "scene", "layout", "view", "store", "model", "locale", "text", "time", "base"],
  },
  script: { may: ["index", "svg", "time/index", "features", "element", "embed"] },
  "embed-script": { may: ["embed"] },
  "store-worker-script": { may: ["store"] },
};

/** The files through which a package comes in. */
const DOORS: readonly (readonly [name: RegExp, files: RegExp])[] = [
  [/^d3$/, /^render\/\w+\/dom\.ts$/],
  [/^node:/, /^cli\//],
  [/^react$/, /^react\/timeline\.ts$/],
  [/^vue$/, /^vue\/timeline\.ts$/],
  [/^htmlparser2$/, /^formats\/markup\.ts$/],
  [/^harfbuzzjs$/, /^fonts\/(load-fonts|font-file)\.ts$/],
  [/^subset-font$/, /^fonts\/embed\.ts$/],
  [/^(sharp|playwright-core)$/, /^cli\/picture\.ts$/],
  [/^@duckdb\/node-api$/, /^source\/engines\/duckdb\.ts$/],
  [/^@duckdb\/duckdb-wasm$/, /^source\/engines\/duckdb-wasm\.ts$/],
  [/^pg$/, /^source\/engines\/postgres\.ts$/],
  [/^ical\.js$/, /^formats\/icalendar\/(read|properties)\.ts$/],
];

const PAGE_FILES =
  /^(component\/|features\/|element\/|embed\/|source\/engines\/|source\/answers\.ts$|base\/pause\.ts$|feed\/|render\/css\.ts$|render\/\w+\/(dom|draw|measure)\.ts$)/;
const CLOCK_FILES =
  /^((component|features|cli|source\/engines)\/|formats\/turns\.ts$|base\/pause\.ts$|source\/(answers|describer|handler|http-source|node-listener)\.ts$)/;
const CLI_FILES = /^cli\//;
const NOWHERE = /^$/;
/** Where a script works for its page before there is any host. */
const DEFINING = /^(element\/define|embed\/(follow-frames|tell-height))\.ts$/;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Bare names of the world outside, and the files that may use them. */
const GLOBALS: readonly (readonly [names: ReadonlySet<string>, files: RegExp, why: string])[] = [
  [words("globalThis"), DEFINING, "a page is reached through the host element, never by a global"],
  [
    words(`document window self navigator location history screen localStorage sessionStorage customElements
      getComputedStyle matchMedia requestAnimationFrame cancelAnimationFrame ResizeObserver IntersectionObserver
      MutationObserver CSSStyleSheet CSS Node Element HTMLElement SVGElement ShadowRoot Event CustomEvent
      DOMParser XMLSerializer Image FileReader Worker alert`),
    NOWHERE,
    "a page is reached through the host element, never by a global",
  ],
  [
    words("fetch"),
    /^source\/(engines\/(clickhouse|duckdb-wasm)|http-source)\.ts$/,
    "nothing is fetched but from a source",
  ],
  [words("eval Function XMLHttpRequest WebSocket importScripts"), NOWHERE, "nothing is fetched or evaluated"],
  [
    words("performance crypto setTimeout clearTimeout setInterval clearInterval setImmediate queueMicrotask"),
    CLOCK_FILES,
    "no clock, no timer and no chance below the component, but where long work gives the page its turn",
  ],
  [words("process require __dirname __filename"), CLI_FILES, "only the command line knows Node"],
  [words("Buffer"), /^(cli\/|fonts\/embed\.ts$)/, "only what runs in Node knows its buffers"],
  [words("console"), CLI_FILES, "only the command line prints"],
];

/** Names of members, and the files that may use them. */
const MEMBERS: readonly (readonly [names: ReadonlySet<string>, files: RegExp, why: string])[] = [
  [
    words(
      "innerHTML outerHTML insertAdjacentHTML createContextualFragment setHTMLUnsafe parseFromString srcdoc cssText",
    ),
    NOWHERE,
    "text never becomes markup or style by itself",
  ],
  [
    words(`getFullYear getMonth getDate getDay getHours getMinutes getSeconds getMilliseconds getTimezoneOffset
      setFullYear setMonth setDate setHours setMinutes setSeconds setMilliseconds
      toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase localeCompare`),
    NOWHERE,
    "dates and words do not depend on the machine",
  ],
  [
    words(`ownerDocument defaultView createElement createElementNS createTextNode querySelector querySelectorAll
      appendChild replaceChildren addEventListener removeEventListener getBoundingClientRect getRootNode
      adoptedStyleSheets getComputedStyle getContext requestAnimationFrame`),
    PAGE_FILES,
    "only these files touch the page",
  ],
];

const VAGUE = /(^|-)(utils?|helpers?|types?|managers?|core|commons?|misc)(-|$)/;

/** Source texts by their paths below `src`. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly target: string;
  readonly isTypeOnly: boolean;
}

/** Everything that breaks a rule, as one sentence each with the file at its start. */
export function findViolations(sources: Sources): string[] {
  const files = [...sources].map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const graph = new Map(files.map((file) => [file.fileName, readImports(file)]));
  return [
    ...files.flatMap((file) => [...nameFaults(file), ...nodeFaults(file)]),
    ...[...graph].flatMap(([path, imports]) => imports.flatMap((found) => importFaults(path, found))),
    ...ringFaults(graph),
  ];
}

function readImports(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push({ target: resolve(file.fileName, textOf(node.moduleSpecifier)), isTypeOnly: isTypeOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({ target: resolve(file.fileName, textOf(node.arguments[0])), isTypeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ target: resolve(file.fileName, textOf(node.argument.literal)), isTypeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const { namedBindings } = clause;
  const areAllTypes =
    !clause.name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly);
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || areAllTypes;
}

const textOf = (node: ts.Node | undefined): string => (node && ts.isStringLiteralLike(node) ? node.text : "?");

/** The path below `src` that a relative specifier means; a package's name stays. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, ".ts");
}

/** The folder of a file, or the file itself where it has a row of its own. */
const layerOf = (path: string): string => {
  const name = path.replace(/\.ts$/, "");
  return name in LAYERS ? name : name.split("/")[0]!;
};

function importFaults(path: string, { target, isTypeOnly: isType }: Import): string[] {
  if (!/\.(ts|json)$/.test(target)) {
    const door = DOORS.find(([name]) => name.test(target));
    return door?.[1].test(path) ? [] : [`${path} imports ${target}, and is not a door of this package`];
  }
  const [from, to] = [layerOf(path), layerOf(target)];
  const layer = LAYERS[from];
  if (!layer) return [`${path} lies in no layer`];
  if (from === to || layer.may.includes(to) || (isType && layer.types?.includes(to))) return [];
  return [`${path} imports ${target}: ${from} may import ${layer.may.join(", ") || "nothing"}`];
}

function nameFaults({ fileName, statements }: ts.SourceFile): string[] {
  const name = fileName.split("/").at(-1)!.replace(/\.ts$/, "");
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) faults.push(`${fileName} is not named in kebab-case`);
  if (VAGUE.test(name)) faults.push(`${fileName} has a name that says nothing`);
  if (name === "index" && !statements.every(ts.isExportDeclaration))
    faults.push(`${fileName} does more than re-export`);
  return faults;
}

function nodeFaults(file: ts.SourceFile): string[] {
  const path = file.fileName;
  const own = declaredNames(file);
  const faults: string[] = [];
  const report = (node: ts.Node, why: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${path}:${line + 1} has ${node.getText().split("\n")[0]!}: ${why}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node) && isValue(node) && !own.has(node.text)) {
      for (const [names, files, why] of GLOBALS) if (names.has(node.text) && !files.test(path)) report(node, why);
    }
    const member = memberOf(node);
    for (const [names, files, why] of MEMBERS) if (member && names.has(member) && !files.test(path)) report(node, why);
    const fault = clockFault(node);
    if (fault && !CLOCK_FILES.test(path)) report(node, fault);
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && isText(node.arguments?.[0])) {
      report(node, "a date is never read by Date");
    }
    if (ts.isCallExpression(node) && /\b(setAttribute|attr)$/.test(node.expression.getText()) && isStyle(node)) {
      report(node, "a style attribute is refused by a strict security policy");
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

function clockFault(node: ts.Node): string | undefined {
  const isNow = ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
  const isCalled = ts.isPropertyAccessExpression(node) && /^(Date\.(now|parse)|Math\.random)$/.test(node.getText());
  return isNow || isCalled ? "no clock and no chance below the component" : undefined;
}

const isText = (node: ts.Node | undefined): boolean =>
  node !== undefined && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));

const isStyle = ({ arguments: [name] }: ts.CallExpression): boolean => textOf(name) === "style";

function memberOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression);
  return ts.isBindingElement(node) ? (node.propertyName ?? node.name).getText() : undefined;
}

/** Whether a name stands for a value, not for a member, a key or a declaration. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  const isNamed = ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isTypeElement(parent);
  return !(isNamed && parent.name === node);
}

function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function ringFaults(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) rings.push(`${[...trail.slice(start), path].join(" -> ")} is a ring of imports`);
    if (start >= 0 || done.has(path)) return;
    for (const { target } of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return rings;
}
