import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, ownFolder, removeFolder, runnerNamed, startServer, type ServerProcess } from "./server-process.js";

const CLUSTER = "c3";
const SHARDS = 3;

/** Servers on this machine, each a shard. */
export interface Cluster {
  readonly name: string;
  readonly addresses: readonly string[];
  /** Runs a statement that changes something, on one server. */
  readonly command: (shard: number, sql: string, query?: Record<string, string>) => Promise<string>;
  /** Ends a server at once, as a fault would. */
  readonly kill: (shard: number) => Promise<void>;
  readonly start: (shard: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where the server is; `undefined` where it is not installed. */
export function findClickHouse(): string | undefined {
  return [process.env["CLICKHOUSE_SERVER"], "/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find(
    (path) => path && existsSync(path),
  );
}

/** Starts three servers that know of each other. */
export async function startCluster(path: string): Promise<Cluster> {
  const runner = runnerNamed("clickhouse");
  const ports = await Promise.all(
    Array.from({ length: SHARDS }, async () => ({
      http: await freePort(),
      tcp: await freePort(),
      own: await freePort(),
    })),
  );
  const folders = ports.map(() => ownFolder("clickhouse", runner));
  const shards = ports.map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`);
  ports.forEach(({ http, tcp, own }, shard) => {
    const folder = folders[shard]!;
    writeFileSync(
      join(folder, "config.xml"),
      `<yandex>
        <logger><level>warning</level><console>1</console></logger>
        <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${own}</interserver_http_port>
        <listen_host>127.0.0.1</listen_host>
        <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
        <mark_cache_size>268435456</mark_cache_size>
        <users_config>users.xml</users_config>
        <default_profile>default</default_profile><default_database>default</default_database>
        <timezone>UTC</timezone>
        <remote_servers><${CLUSTER}>${shards.join("")}</${CLUSTER}></remote_servers>
      </yandex>`,
    );
    writeFileSync(
      join(folder, "users.xml"),
      `<yandex>
        <profiles><default><max_threads>2</max_threads></default><reader><readonly>1</readonly></reader></profiles>
        <users>
          <default><password></password><networks><ip>127.0.0.1</ip></networks>
            <profile>default</profile><quota>default</quota></default>
          <reader><password>of a test</password><networks><ip>127.0.0.1</ip></networks>
            <profile>reader</profile><quota>default</quota></reader>
        </users>
        <quotas><default></default></quotas>
      </yandex>`,
    );
  });
  const addresses = ports.map(({ http }) => `http://127.0.0.1:${http}`);
  const servers: (ServerProcess | undefined)[] = [];
  const start = async (shard: number): Promise<void> => {
    const folder = folders[shard]!;
    servers[shard] = await startServer(
      [path, `--config-file=${join(folder, "config.xml")}`],
      folder,
      runner,
      async () => (await fetch(`${addresses[shard]!}/ping`)).ok,
    );
  };
  const stop = async (): Promise<void> => {
    for (const server of servers) await server?.stop("SIGKILL");
    folders.forEach(removeFolder);
  };
  try {
    for (const shard of ports.keys()) await start(shard);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ name: CLUSTER, addresses, start, stop },
    command: async (shard, sql, query = {}) => {
      const search = new URLSearchParams(query).toString();
      const response = await fetch(`${addresses[shard]!}/?${search}`, { method: "POST", body: sql });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text;
    },
    kill: (shard) => servers[shard]!.stop("SIGKILL"),
  };
}
