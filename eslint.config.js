import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import jsdoc from "eslint-plugin-jsdoc";
import tsdoc from "eslint-plugin-tsdoc";
import ts from "typescript-eslint";

const ENTRIES = [
  "src/index.ts",
  ...["svg", "time", "features", "fonts", "formats", "element", "react", "vue", "svelte", "embed", "store"].map(
    (name) => `src/${name}/index.ts`,
  ),
  "src/source/index.ts",
  "src/source/sql/index.ts",
  "src/source/duckdb-wasm/index.ts",
];

const readonly = (names) => Object.fromEntries(names.split(" ").map((name) => [name, "readonly"]));

export default defineConfig(
  { ignores: ["dist", "site", "coverage", ".stryker-tmp", "test/fixtures"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-inferrable-types": "off",
      "@typescript-eslint/no-invalid-void-type": ["error", { allowAsThisParameter: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }, "string"] }],
      // A quarter of the time, for what is not there: classes and enums that are given to one another.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "no-restricted-syntax": ["error", "TSEnumDeclaration"],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { tsdoc, jsdoc },
    rules: {
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        { object: "Array", property: "from", message: "Some pages have replaced it: spread, or times() of base." },
      ],
      "tsdoc/syntax": "error",
      "jsdoc/check-param-names": ["error", { checkDestructured: false, disableMissingParamChecks: true }],
      "jsdoc/no-types": "error",
    },
  },
  { files: ENTRIES, plugins: { jsdoc }, rules: { "jsdoc/require-jsdoc": ["error", { publicOnly: true }] } },
  { files: ["src/cli/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unnecessary-type-parameters": "off" } },
  {
    files: ["test/types/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-vars": "off",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: readonly("Buffer URL clearTimeout console performance process setTimeout") },
  },
  {
    files: ["examples/**/*.js"],
    languageOptions: { globals: readonly("Blob document fetch mizwala mizwalaFormats mizwalaSource window") },
  },
);
