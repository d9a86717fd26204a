// Fails where a fault is known of what is installed with the package, or nobody can be asked: npm run audit.
import { audit } from "./supply.mjs";

const { found, reason } = await audit();
console.log(
  reason
    ? `The registry can't be asked: ${reason}`
    : ["Known faults:", ...(found.length > 0 ? found : ["none"])].join(" "),
);
process.exitCode = reason || found.length > 0 ? 1 : 0;
