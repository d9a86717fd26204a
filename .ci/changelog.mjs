// What a release changes in words: its version and its part of the changelog.

const PART = /^(\d+)\.(\d+)\.(\d+)$/;
const UNRELEASED = "## [Unreleased]";
const STEPS = { major: [1, 0, 0], minor: [0, 1, 0], patch: [0, 0, 1] };

/**
 * The version of a release.
 *
 * @param {string} current - That of the package.
 * @param {string} asked - A version, the same or a later one, or the step to it: `major`, `minor` or `patch`.
 * @returns {string}
 */
export function nextVersion(current, asked) {
  const now = partsOf(current);
  if (Object.hasOwn(STEPS, asked)) {
    const place = STEPS[asked].indexOf(1);
    return now.map((part, i) => (i < place ? part : i === place ? part + 1 : 0)).join(".");
  }
  const next = partsOf(asked);
  const at = next.findIndex((part, i) => part !== now[i]);
  if (at >= 0 && next[at] < now[at]) throw new Error(`${asked} is before ${current}`);
  return asked;
}

function partsOf(version) {
  const [, ...parts] = PART.exec(version) ?? [];
  if (parts.length === 0) throw new Error(`${version} is no version; expected such as 1.2.3, or major, minor or patch`);
  return parts.map(Number);
}

/**
 * A changelog in which what was unreleased is a version.
 *
 * @param {string} changelog - In the form of Keep a Changelog.
 * @param {string} version
 * @param {string} day - As in 2026-11-27.
 * @returns {{ changelog: string, notes: string }} The whole, and what the release says of itself.
 */
export function releaseChangelog(changelog, version, day) {
  const start = changelog.indexOf(`${UNRELEASED}\n`);
  if (start < 0) throw new Error(`The changelog has no part "${UNRELEASED}"`);
  const from = start + UNRELEASED.length + 1;
  const end = changelog.indexOf("\n## ", from);
  const notes = changelog.slice(from, end < 0 ? undefined : end).trim();
  if (!/^- /m.test(notes)) throw new Error("The changelog says nothing of what is new");
  const rest = end < 0 ? "\n" : changelog.slice(end);
  return { changelog: `${changelog.slice(0, from)}\n## [${version}] - ${day}\n\n${notes}\n${rest}`, notes };
}
