// ClickHouse in this process, asked over HTTP as a server of it is: node chdb-server.mjs <its package> <folder of data> <port>
import { createServer } from "node:http";
import { createRequire } from "node:module";

const [, , home, folder, port] = process.argv;
const { Session } = createRequire(home)("chdb");
const session = new Session(folder);

createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const { searchParams } = new URL(request.url, "http://localhost");
  const statement = [searchParams.get("query"), Buffer.concat(pieces).toString()].filter(Boolean).join("\n");
  try {
    response.end(statement === "" ? "Ok.\n" : session.query(statement, searchParams.get("default_format") ?? "TSV"));
  } catch (error) {
    response.writeHead(500).end(String(error.message));
  }
}).listen(Number(port), "127.0.0.1");
