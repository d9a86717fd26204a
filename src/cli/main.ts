#!/usr/bin/env node
import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), {
  read: (path) => (path === "-" ? buffer(process.stdin) : readFile(path)),
  write: (path, content) => writeFile(path, content),
  print: (content) => void process.stdout.write(content),
  warn: (content) => void process.stderr.write(content),
});
