import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });

/**
 * What declaration files export, for each of them: every name with its type, sorted, without comments. Types that these
 * name and no file exports come last.
 */
export function reportAPI(paths: readonly string[]): ReadonlyMap<string, string> {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noLib: true,
  };
  const program = ts.createProgram([...paths], options);
  const checker = program.getTypeChecker();
  const meantBy = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exportsOf = new Map(
    paths.map((path) => {
      const names = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!);
      return [path, new Map(names.map((symbol) => [symbol.name, meantBy(symbol)]))];
    }),
  );
  const exported = new Set([...exportsOf.values()].flatMap((names) => [...names.values()]));

  const declarationsOf = (symbol: ts.Symbol): readonly ts.Node[] =>
    (symbol.declarations ?? []).map((node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node));

  /** Whether it stands at the top of a file of ours. */
  const isInner = (symbol: ts.Symbol): boolean =>
    declarationsOf(symbol).some(({ parent }) => ts.isSourceFile(parent) && !parent.fileName.includes("/node_modules/"));

  /** Adds what a declaration names, that is ours, and that none can import. */
  const addInner = (node: ts.Node, inner: Set<ts.Symbol>): void => {
    if (ts.isIdentifier(node)) {
      const named = checker.getSymbolAtLocation(node);
      const symbol = named && meantBy(named);
      if (symbol && !exported.has(symbol) && !inner.has(symbol) && isInner(symbol)) {
        inner.add(symbol);
        for (const declaration of declarationsOf(symbol)) addInner(declaration, inner);
      }
    }
    ts.forEachChild(node, (child) => {
      addInner(child, inner);
    });
  };

  const report = (names: ReadonlyMap<string, ts.Symbol>): string => {
    const inner = new Set<ts.Symbol>();
    const print = (name: string, symbol: ts.Symbol): readonly string[] =>
      declarationsOf(symbol).map((node) => {
        const text = printer.printNode(ts.EmitHint.Unspecified, sorted(node), node.getSourceFile());
        const own = text.replace(/^export (default )?|^declare /g, "");
        return symbol.name === name ? own : `${own}\nexport { ${symbol.name} as ${name} }`;
      });
    const own = [...names].flatMap(([name, symbol]) => {
      for (const node of declarationsOf(symbol)) addInner(node, inner);
      return print(name, symbol).map((text) => [name, `export ${text}`] as const);
    });
    const others = [...inner].flatMap((symbol) =>
      print(symbol.name, symbol).map((text) => [symbol.name, text] as const),
    );
    return [...inOrder(own), ...inOrder(others)].map(([, text]) => `${text}\n`).join("\n");
  };
  return new Map([...exportsOf].map(([path, names]) => [path, report(names)]));
}

/** By name; what has the same name stays in its order. */
function inOrder<T>(named: readonly (readonly [name: string, T])[]): readonly (readonly [name: string, T])[] {
  return named.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

/** The order of members means nothing, but that of the calls of one name. */
function sorted(node: ts.Node): ts.Node {
  if (!ts.isInterfaceDeclaration(node)) return node;
  const named = node.members.map((member) => [member.name?.getText() ?? "", member] as const);
  const members = inOrder(named).map(([, member]) => member);
  return ts.factory.updateInterfaceDeclaration(
    node,
    node.modifiers,
    node.name,
    node.typeParameters,
    node.heritageClauses,
    members,
  );
}
