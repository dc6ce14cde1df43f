// Checks papers under Node as the page does, with the page's own worker:
//   node check.mjs FOLDER-OF-THE-PAGE < requests
// A request is a line {path, name, profile}; each answer is a line {html, json}: what
// sha256sum prints of the two reports.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const folder = process.argv[2];
let settle;
globalThis.onmessage = null;
globalThis.postMessage = (message) => settle(message);
vm.runInThisContext(readFileSync(join(folder, "worker.js"), "utf8"), "worker.js");

/** Has the worker answer a message. */
const ask = (message) =>
  new Promise((resolve) => {
    settle = resolve;
    globalThis.onmessage({ data: message });
  });

const sum = (data) => createHash("sha256").update(data).digest("hex");

const module = new WebAssembly.Module(readFileSync(join(folder, "paperfit.wasm")));
await ask({ module, limit: 2 ** 30 });
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { path, name, profile } = JSON.parse(line);
  const rules = { profile };
  const page = await ask({ operation: "check", request: { rules, name }, data: new Uint8Array(readFileSync(path)) });
  if (page.error || page.stopped) {
    console.log(JSON.stringify({ error: page.error ?? page.stopped }));
    continue;
  }
  const report = await ask({ operation: "report", request: { rules, entries: [page.reply] } });
  console.log(JSON.stringify({ html: sum(page.body), json: sum(report.body) }));
}
process.exit(0);
