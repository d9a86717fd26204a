import { installPackages } from "../support/system-packages.mjs";
import { findChdb, installChdb } from "./chdb.js";
import { findClickHouse } from "./clickhouse-cluster.js";
import { findPostgres } from "./postgres-server.js";

const ENGINES = { postgresql: findPostgres, "clickhouse-server": findClickHouse };

function missing(): readonly string[] {
  return Object.entries(ENGINES).flatMap(([name, find]) => (find() === undefined ? [name] : []));
}

/** Brings the databases that are not there from the system's packages. What can't be had is said, and its tests are skipped. */
export default function installEngines(): void {
  // One by one: a system may have the one and not the other.
  for (const name of missing()) installPackages([name]);
  if (findChdb() === undefined) installChdb();
  if (findChdb() === undefined) console.warn("chdb could not be had, its tests are skipped");
  for (const name of missing()) console.warn(`${name} is not here, its tests are skipped: apt-get install ${name}`);
}
