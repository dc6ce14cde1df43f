// The report on one paper: a page of its own in a frame without scripts, and to be saved.
import { element, save } from "./dom.js";

const section = document.getElementById("report");
const frame = document.getElementById("frame");
const heading = document.getElementById("report-name");

let shown = null;

/** Shows the report on a paper; null hides it. Each report has a frame of its own, so that
 * “back” leaves the page and a report is never seen under the name of another. */
export function showReport(paper) {
  const html = paper?.outcome?.html ?? "";
  if (shown === html) {
    return;
  }
  shown = html;
  section.hidden = !html;
  frame.replaceChildren();
  if (html) {
    heading.textContent = paper.name;
    frame.append(framed(html, "Report on " + paper.name));
  }
}

/** Returns a frame with a report. Links that leave the report open beside the page. */
const framed = (html, title) =>
  element("iframe", {
    title,
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    srcdoc: html.replaceAll(' rel="noreferrer"', ' rel="noreferrer" target="_blank"'),
  });

/** Saves the report on a paper, byte for byte as the program writes it. */
export function saveReport(paper) {
  save(paper.name.replace(/\.pdf$/i, "") + ".report.html", paper.outcome.html, "text/html");
}
