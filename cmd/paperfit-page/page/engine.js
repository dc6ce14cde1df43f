// The engine in its worker, and the page's clock: an operation that takes too long or too
// much memory ends with its worker, and the next one gets a new worker.
import { assetBytes, assetModule, assetText } from "./assets.js";

/** What one paper may take. WebAssembly is several times slower than the program. */
export const limits = { seconds: 60, bytes: 512 * 2 ** 20 };

/** A worker that holds more than this after a paper is replaced: it gives nothing back. */
const fullWorker = 256 * 2 ** 20;

/** How often the warm-up checks its paper. What runs often, the browser compiles again, for
 * speed: after a dozen times a paper hardly takes less than the one before. */
const warmUps = 12;

/** Why an operation was ended: what it exceeded, or nothing where the engine crashed. */
export class Stopped extends Error {
  constructor(reason) {
    super("stopped");
    this.reason = reason;
  }
}

/** The engine. Its operations run one after another. */
export class Engine {
  #module;
  #source; // of the worker
  #paper; // to warm up with
  #worker = null; // a promise
  #turn = Promise.resolve();
  #isUsed = false; // whether there was a paper to check
  #limits;

  constructor(own = limits) {
    this.#limits = own;
    this.#module = assetModule("paperfit.wasm");
    this.#source = assetText("worker.js");
    this.#paper = assetBytes("warm.pdf");
    for (const part of [this.#module, this.#source, this.#paper, this.#ready()]) {
      part.catch(() => {}); // who calls hears of it
    }
  }

  /** Resolves when the engine can work, before it is warm. */
  async ready() {
    await this.#ready();
  }

  /** Compiles what most papers need, so that the first one is as fast as the others. Ends
   * as soon as there is one. */
  async warm(rules) {
    const paper = await this.#paper;
    for (let i = 0; i < warmUps && !this.#isUsed; i++) {
      await this.#queue("check", { rules, name: "warm.pdf" }, paper.slice());
    }
  }

  /** Does an operation; data is transferred. Throws Stopped, or an Error to be read. */
  call(operation, request, data) {
    this.#isUsed ||= operation === "check";
    return this.#queue(operation, request, data);
  }

  #queue(operation, request, data) {
    const result = this.#turn.then(() => this.#do({ operation, request, data }));
    this.#turn = result.catch(() => {});
    return result;
  }

  async #do(message) {
    const worker = await this.#ready();
    let answer;
    try {
      answer = await this.#ask(worker, message, message.data ? [message.data.buffer] : []);
    } catch (error) {
      this.#end(worker);
      throw error;
    }
    if (answer.memory > fullWorker) {
      this.#end(worker);
    }
    if (answer.error) {
      throw new Error(answer.error);
    }
    return answer;
  }

  #end(worker) {
    worker.terminate();
    this.#worker = null;
    this.#ready().catch(() => {}); // the next operation hears of it
  }

  /** Returns the worker, a new one where there is none. */
  #ready() {
    this.#worker ??= this.#start().catch((error) => {
      this.#worker = null;
      throw error;
    });
    return this.#worker;
  }

  /** Starts a worker, the first one while the module is still loaded. */
  async #start() {
    const address = URL.createObjectURL(new Blob([await this.#source], { type: "text/javascript" }));
    const worker = new Worker(address);
    const broken = new Promise((_, reject) => {
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Stopped({}));
      };
    });
    try {
      const module = await Promise.race([this.#module, broken]);
      await this.#ask(worker, { module, limit: this.#limits.bytes });
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      URL.revokeObjectURL(address);
    }
    return worker;
  }

  /** Returns the worker's answer to a message. */
  #ask(worker, message, transfer = []) {
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => reject(new Stopped({ seconds: this.#limits.seconds })), this.#limits.seconds * 1000);
      const done = (settle, value) => {
        clearTimeout(clock);
        settle(value);
      };
      worker.onmessage = ({ data }) => {
        if (data.stopped) {
          done(reject, new Stopped(data.stopped === "memory" ? { bytes: this.#limits.bytes } : {}));
        } else {
          done(resolve, data);
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        done(reject, new Stopped({}));
      };
      worker.postMessage(message, transfer);
    });
  }
}
