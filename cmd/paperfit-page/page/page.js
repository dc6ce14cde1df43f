// The page: papers and rules in, verdicts and reports out.
import { fromAddress, toAddress } from "./address.js";
import { assetText, isOneFile } from "./assets.js";
import { element, save } from "./dom.js";
import { Engine } from "./engine.js";
import { Outcomes, progress, verdictOf } from "./outcomes.js";
import { Papers } from "./papers.js";
import { saveReport, showReport } from "./report.js";
import { builtIn, VenuePicker } from "./venues.js";

const at = (id) => document.getElementById(id);

const engine = new Engine();
const papers = new Papers(engine, draw);
const outcomes = new Outcomes(choose, remove);
let chosen = null; // the paper whose report is shown
let newest = 0; // the last request for rules: earlier ones are out of date
let isReading = false; // whether the rules of that request are not known yet
let isLoading = true; // whether the engine cannot work yet
const picker = new VenuePicker((name) => {
  picker.close();
  judgeBy(name);
});

function draw() {
  const { list } = papers;
  if (!list.includes(chosen)) {
    chosen = null;
  }
  chosen ??= list.find((p) => p.outcome?.html && verdictOf(p) !== "pass") ?? (papers.isDone ? list.find((p) => p.outcome?.html) : null) ?? null;
  at("results").hidden = list.length === 0;
  document.body.classList.toggle("has-papers", list.length > 0);
  at("state").textContent = list.length > 0 ? stateOf(list) : "";
  at("save-json").disabled = !papers.rules || list.length === 0 || !papers.isDone || list.some((p) => !p.outcome.entry);
  outcomes.draw(list, chosen);
  showReport(chosen);
}

/** Returns what the page is about to do with papers, in a sentence. */
function stateOf(list) {
  if (isReading) {
    return "The rules are being read …";
  }
  if (!papers.rules) {
    return "Choose the venue to check against.";
  }
  return isLoading ? "The checker is still loading; the check then starts by itself." : progress(list);
}

/** Shows the report on a paper, and has the keyboard and screen readers go on there. */
function choose(paper) {
  chosen = paper;
  draw();
  at("report").scrollIntoView({ block: "start" });
  at("report-heading").focus({ preventScroll: true });
}

/** Removes a paper; the keyboard goes on at its neighbour. */
function remove(paper) {
  const place = papers.list.indexOf(paper);
  papers.remove(paper);
  const neighbour = papers.list[Math.min(place, papers.list.length - 1)];
  (neighbour ? outcomes.removerOf(neighbour) : at("files")).focus();
}

function complain(text) {
  at("complaint").textContent = text;
  at("complaint").hidden = !text;
}

/** Has the engine read rules, and judges all papers by them. */
async function judgeBy(profile, text = "", category = "") {
  const request = ++newest;
  const known = text ? null : builtIn(profile);
  isReading = !known;
  try {
    const venue = known ?? (await engine.call("venue", { rules: { profile, text } })).reply;
    if (request !== newest) {
      return;
    }
    isReading = false;
    const rules = { profile: text ? profile : venue.name, text, category: (venue.categories ?? []).includes(category) ? category : "" };
    complain(category && !rules.category ? `${venue.title} has no category "${category}"; these are the usual rules.` : "");
    showRules(venue, rules);
    toAddress(rules);
    if (known) {
      engine.call("venue", { rules }).catch(() => {}); // so that the first paper finds them read
    }
    papers.judgeBy(rules);
  } catch (error) {
    if (request === newest) {
      isReading = false;
      draw();
      complain(error.reason ? "The rules could not be read in this browser." : error.message);
    }
  }
}

function showRules(venue, rules) {
  at("venue").textContent = venue.title;
  at("venue").classList.add("is-chosen");
  const about = [`${venue.rules} rules`];
  if (venue.source) {
    about.push(" from ", element("a", { href: venue.source, rel: "noreferrer", target: "_blank" }, "the call for papers"));
  }
  if (venue.caution) {
    about.push(" (" + venue.caution + ")");
  }
  at("venue-about").replaceChildren(...about);
  const categories = venue.categories ?? [];
  at("category-choice").hidden = categories.length === 0;
  at("category").replaceChildren(...["", ...categories].map((name) => element("option", { value: name }, name || "usual papers")));
  at("category").value = rules.category;
}

/** Takes files: profiles are read, everything else is a paper. */
async function take(files) {
  const all = [...files];
  const isProfile = (file) => /\.ya?ml$/i.test(file.name);
  papers.add(all.filter((file) => !isProfile(file)));
  const own = all.filter(isProfile).at(-1);
  if (own) {
    await judgeBy(own.name, await own.slice(0, 2 ** 21).text());
  }
  if (!papers.rules && !isReading && !own && all.length > 0) {
    picker.open();
  }
}

async function saveAll() {
  const entries = papers.list.map((p) => p.outcome.entry);
  try {
    const { body } = await engine.call("report", { rules: papers.rules, entries });
    save("paperfit.json", body, "application/json");
  } catch {
    complain("The results could not be saved.");
  }
}

function listen() {
  at("files").addEventListener("change", (event) => {
    take(event.target.files);
    event.target.value = "";
  });
  at("venue").addEventListener("click", () => picker.open());
  at("category").addEventListener("change", ({ target }) => judgeBy(papers.rules.profile, papers.rules.text, target.value));
  at("save-html").addEventListener("click", () => saveReport(chosen));
  at("save-json").addEventListener("click", saveAll);
  at("licences")?.addEventListener("click", async () => save("THIRD_PARTY_NOTICES.txt", await assetText("THIRD_PARTY_NOTICES.txt"), "text/plain"));
  addEventListener("hashchange", followAddress);
  addEventListener("dragover", (event) => {
    event.preventDefault();
    at("drop").classList.add("is-over");
  });
  addEventListener("dragleave", (event) => event.relatedTarget ?? at("drop").classList.remove("is-over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    at("drop").classList.remove("is-over");
    take(event.dataTransfer.files);
  });
}

function followAddress() {
  const { profile, category } = fromAddress();
  if (profile && (profile !== papers.rules?.profile || category !== papers.rules.category)) {
    judgeBy(profile, "", category);
  }
}

async function start() {
  listen();
  followAddress();
  try {
    await engine.ready();
  } catch {
    complain("This browser cannot run the check, which requires WebAssembly.");
    return;
  } finally {
    isLoading = false;
    draw();
  }
  document.documentElement.dataset.state = "ready";
  await engine.warm(papers.rules ?? { profile: "opml20" }).catch(() => {}); // the first paper is slower then
  document.documentElement.dataset.state = "warm";
  if (!isOneFile && "serviceWorker" in navigator) {
    // It loads all of the page again: not before the page can check.
    navigator.serviceWorker.register("sw.js").catch(() => {}); // the page works without it
  }
}

start();
