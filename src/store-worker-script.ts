import { doStoreJob, READY, type StoreJob } from "./store/worker-job.js";

addEventListener("message", ({ data }: MessageEvent<StoreJob>) => {
  const { store, transfer } = doStoreJob(data);
  postMessage(store, { transfer });
});
postMessage(READY);
