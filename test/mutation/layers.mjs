/** The layers whose tests mutants are to prove: of what they are made, and the unit tests that are about it. */
export const LAYERS = {
  url: { source: ["src/base/url.ts"], tests: ["test/unit/model/url.test.ts"] },
  text: { source: ["src/text/**/*.ts"], tests: ["test/unit/text/**/*.test.ts"] },
  time: { source: ["src/time/**/*.ts"], tests: ["test/unit/time/**/*.test.ts"] },
  store: { source: ["src/store/**/*.ts"], tests: ["test/unit/store/**/*.test.ts"] },
  formats: {
    source: ["src/formats/**/*.ts"],
    tests: ["test/unit/formats/**/*.test.ts"],
  },
  layout: { source: ["src/layout/**/*.ts"], tests: ["test/unit/{layout,scene}/**/*.test.ts"] },
};
