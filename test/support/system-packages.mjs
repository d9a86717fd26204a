import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Asks the system's package manager for what is missing, where that is allowed without a question. */
export function installPackages(names) {
  const isRoot = process.getuid?.() === 0;
  if (!existsSync("/usr/bin/apt-get") || !(isRoot || existsSync("/usr/bin/sudo"))) return;
  const prefix = [...(isRoot ? [] : ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
  const apt = (...words) => {
    const [command, ...args] = [
      ...prefix,
      "-qq",
      "-o",
      "Acquire::Retries=3",
      "-o",
      "DPkg::Lock::Timeout=300",
      ...words,
    ];
    console.log(`$ ${[command, ...args].join(" ")}`);
    return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
  };
  for (let tries = 3; tries > 0; tries--) {
    if (apt("update") && apt("install", "-y", "--no-install-recommends", ...names)) return;
  }
}
