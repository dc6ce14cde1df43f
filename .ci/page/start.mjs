// Starts the engine as its worker does and writes what it is then: a line
// {globals, held}, and behind it the memory.
//   node start.mjs WASM_EXEC < module
// The module exports its globals as global0, global1 …; held are the names of what Go
// then holds of JavaScript, in the order of Go's numbers. Clock and chance stand still, so
// that the same module is always the same then.
import { readFileSync, writeSync } from "node:fs";
import vm from "node:vm";

/** The numbers below are given to these values by wasm_exec.js itself. */
const firstHeld = 7;

const year2000 = 946684800000;

let chance = 1;
const anyByte = () => (chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0) >>> 24;

const never = () => {
  throw new Error("the engine waits for a timer as soon as it has started");
};

const context = vm.createContext({
  TextEncoder,
  TextDecoder,
  WebAssembly,
  performance: { now: () => 0 },
  crypto: { getRandomValues: (bytes) => bytes.forEach((_, i) => (bytes[i] = anyByte())) },
  setTimeout: never,
  console,
});
const world = vm.runInContext("globalThis", context);
vm.runInContext(`Date = class extends Date { constructor() { super(${year2000}) } static now() { return ${year2000} } }`, context);
vm.runInContext(readFileSync(process.argv[2], "utf8"), context);
const go = vm.runInContext("new Go()", context);

const wrapped = [];
const wrap = go._makeFuncWrapper;
go._makeFuncWrapper = (id) => {
  wrapped.push(id);
  return wrap.call(go, id);
};

const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(0)), go.importObject);
go.run(instance);

/** Returns the name by which the worker finds a value again. */
function nameOf(value) {
  for (const [prefix, object] of [["", world], ["fs.", world.fs]]) {
    const name = Object.getOwnPropertyNames(object).find((n) => object[n] === value);
    if (name) {
      return prefix + name;
    }
  }
  throw new Error("the engine holds a value without a name: " + String(value));
}

if (go.exited || go._pendingEvent || go._idPool.length > 0 || wrapped.join() !== "1" || typeof world.paperfit !== "function") {
  throw new Error("the engine does not wait for its first operation");
}
const globals = Object.entries(instance.exports)
  .filter(([name]) => /^global\d+$/.test(name))
  .map(([, { value }]) => String(value));
const held = go._values.slice(firstHeld).map(nameOf);
const out = Buffer.concat([Buffer.from(`{"globals":[${globals}],"held":${JSON.stringify(held)}}\n`), new Uint8Array(instance.exports.mem.buffer)]);
for (let at = 0; at < out.length; ) {
  at += writeSync(1, out, at);
}
