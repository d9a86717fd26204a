#!/usr/bin/env node
import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { download, DOWNLOAD_LIMITS, isAddress } from "./download.js";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), {
  read: (path, isPrivateAllowed) => {
    if (path === "-") return process.stdin;
    return isAddress(path) ? download(path, { ...DOWNLOAD_LIMITS, isPrivateAllowed }) : createReadStream(path);
  },
  write: (path, content) => writeFile(path, content),
  print: (content) => void process.stdout.write(content),
  warn: (content) => void process.stderr.write(content),
  untilStopped: () =>
    new Promise((stopped) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => {
          stopped();
        });
    }),
});
