export function nextVersion(current: string, asked: string): string;
export function releaseChangelog(changelog: string, version: string, day: string): { changelog: string; notes: string };
