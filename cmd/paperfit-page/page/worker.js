// The worker: it runs the engine, one operation at a time. The builder puts Go's
// wasm_exec.js in front of it, and has started the engine already: its memory is what it
// was when it waited for the first operation.
//
// While the engine works no timer fires here, so the page watches the clock; memory is
// watched where the engine asks for more.
"use strict";
{
  // What the engine writes before it dies goes nowhere but here.
  let written = "";
  globalThis.fs.writeSync = (_, bytes) => {
    written = (written + new TextDecoder().decode(bytes)).slice(-4096);
    return bytes.length;
  };

  const go = new Go();
  let memory = null;

  const watchMemory = (limit) => {
    const imports = go.importObject.gojs;
    const grown = imports["runtime.resetMemoryDataView"];
    imports["runtime.resetMemoryDataView"] = (...args) => {
      grown(...args);
      if (memory && memory.buffer.byteLength > limit) {
        postMessage({ stopped: "memory" });
        throw new Error("memory");
      }
    };
  };

  // What Go held of JavaScript when it was started, in the order of its numbers.
  const held = [/* held */];

  const hold = (name) => {
    const value = name.split(".").reduce((object, key) => object[key], globalThis);
    go._ids.set(value, go._values.length);
    go._goRefCounts.push(Infinity);
    go._values.push(value);
  };

  const start = async ({ module, limit }) => {
    watchMemory(limit);
    const instance = await WebAssembly.instantiate(module, go.importObject);
    memory = instance.exports.mem;
    go.run(instance).then(() => {
      postMessage({ stopped: /out of memory|cannot allocate/.test(written) ? "memory" : "crash" });
    });
    globalThis.paperfit = go._makeFuncWrapper(1); // the only function that Go gives away
    held.forEach(hold);
    postMessage({ ready: true });
  };

  const answer = ({ operation, request, data }) => {
    const { reply, body, error } = globalThis.paperfit(operation, JSON.stringify(request), data) ?? {};
    if (go.exited) {
      return; // the page hears of it
    }
    postMessage({ reply: reply && JSON.parse(reply), body, error, memory: memory.buffer.byteLength }, body ? [body.buffer] : []);
  };

  onmessage = ({ data }) => (data.module ? start(data) : answer(data));
}
