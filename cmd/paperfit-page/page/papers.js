// The papers of the page and their outcomes. A verdict is shown only with the rules and
// the bytes that it was made of: other rules take all verdicts away.
import { Stopped } from "./engine.js";

/** The largest file that is read, as in the program. */
const largest = 256 * 2 ** 20;

const tooLarge = "it is larger than 256 MB";
const changed = "it was moved or changed after it was chosen, or it is a folder; choose it again";

/** The papers, which call changed() whenever one of them has another state. */
export class Papers {
  list = []; // {name, file, state: "waiting" | "checking" | "done", outcome: {entry, html} | {failure}}
  rules = null;
  #engine;
  #changed;
  #running = false;

  constructor(engine, changed) {
    this.#engine = engine;
    this.#changed = changed;
  }

  /** Adds files. One of the same name takes the place of the earlier. */
  add(files) {
    for (const file of files) {
      const paper = { name: file.name, file, state: "waiting", outcome: null };
      const at = this.list.findIndex((p) => p.name === file.name);
      if (at < 0) {
        this.list.push(paper);
      } else {
        this.list[at] = paper;
      }
    }
    this.#run();
  }

  remove(paper) {
    this.list = this.list.filter((p) => p !== paper);
    this.#changed();
  }

  /** Judges all papers by other rules. */
  judgeBy(rules) {
    this.rules = rules;
    for (const paper of this.list) {
      Object.assign(paper, { state: "waiting", outcome: null });
    }
    this.#run();
  }

  get isDone() {
    return this.list.every((p) => p.state === "done");
  }

  async #run() {
    this.#changed();
    if (this.#running) {
      return;
    }
    this.#running = true;
    for (let paper; this.rules && (paper = this.list.find((p) => p.state === "waiting")); ) {
      const { rules } = this;
      paper.state = "checking";
      this.#changed(paper);
      const outcome = await this.#check(paper, rules);
      if (rules === this.rules) {
        Object.assign(paper, { state: "done", outcome });
      } else {
        paper.state = "waiting";
      }
      this.#changed(paper);
    }
    this.#running = false;
  }

  async #check(paper, rules) {
    try {
      return await this.#ask("check", { rules, name: paper.name }, paper.file);
    } catch (error) {
      if (!error.reason) {
        return { failure: error.message };
      }
      return this.#unchecked(paper, rules, error.reason);
    }
  }

  /** Returns the outcome of a paper whose check was ended. */
  async #unchecked(paper, rules, reason) {
    const file = reason.fault ? null : paper.file;
    try {
      return await this.#ask("unchecked", { rules, name: paper.name, reason }, file);
    } catch {
      return { failure: "This browser could not check the paper; try paperfit on the command line." };
    }
  }

  async #ask(operation, request, file) {
    const { reply, body } = await this.#engine.call(operation, request, file ? await read(file) : undefined);
    return { entry: reply, html: new TextDecoder().decode(body) };
  }
}

/** Returns the bytes of a file. */
async function read(file) {
  if (file.size > largest) {
    throw new Stopped({ fault: tooLarge });
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Stopped({ fault: changed });
  }
}
