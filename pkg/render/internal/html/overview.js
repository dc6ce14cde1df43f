// The table of the overview: what it tells of the papers is in the JSON block of the page,
// and the rows of a hundred at a time are in the document.
(() => {
"use strict";
const perPage = 100;
const byId = id => document.getElementById(id);

// An element; what is put into it is text, never markup.
const element = (name, attributes, ...children) => {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
};

// A button in place of what an element holds.
const button = (parent, name, press) => {
  const b = element("button", {type: "button", class: name}, ...parent.childNodes);
  b.addEventListener("click", press);
  parent.append(b);
  return b;
};

// What a column is sorted by. Numbers in names count as numbers.
const natural = path => path.toLowerCase().replace(/\d+/g, digits => digits.padStart(12, "0"));
const product = measure => measure === null ? undefined : [measure].flat().reduce((a, b) => a * b);

const start = () => {
  const data = JSON.parse(byId("data").textContent);
  const {folder, name, page, category, verdict, notes, broken, remark} = data.papers;
  const all = name.map((n, i) => ({
    i, folder: data.folders[folder[i]], name: n, category: data.categories[category[i]], verdict: data.verdicts[verdict[i]],
    notes: notes[i], ...data.broken[broken[i]], remark: data.remarks[remark[i]],
  }));
  const pageOf = ({i, name}) => `${page[i] === 1 ? name.slice(0, -".pdf".length) : page[i]}-${i + 1}.html`;
  const path = row => row.folder + row.name;
  const form = byId("filter"), body = byId("table").tBodies[0], heads = [...byId("table").tHead.rows[0].cells];
  const fileOrder = {column: 0, way: 0, page: 0};
  let at = history.state ?? fileOrder; // kept for those who come back from a paper
  let order = [], chosen = [];

  // Rows.
  const fileCell = row => {
    const words = [element("span", {class: "folder"}, row.folder), row.name];
    const cell = element("th", {scope: "row"}, page[row.i] ? element("a", {href: pageOf(row)}, ...words) : element("span", {}, ...words));
    if (row.category) cell.append(element("small", {}, " " + row.category));
    return cell;
  };
  const badge = ({verdict: {name, sign, words}}) =>
    element("span", {class: "badge " + name}, element("span", {class: "sign", "aria-hidden": "true"}, sign), " " + words);
  const measureCell = (row, {label, rule, values}) => {
    const status = row.fails.includes(rule) ? " fail" : row.warns.includes(rule) ? " warn" : "";
    return element("td", {class: "measure" + status, "data-label": label}, [values[row.i] ?? "?"].flat().join(" × "));
  };
  const rulesCell = row => {
    if (row.remark || row.fails.length + row.warns.length === 0) return element("td", {class: "remark"}, row.remark || "none");
    const rule = (n, status, ...more) => element("li", {class: status}, data.rules[n], ...more);
    return element("td", {}, element("ul", {class: "broken"}, ...row.fails.map(n => rule(n, "fail")),
      ...row.warns.map(n => rule(n, "warn", element("small", {}, " warning")))));
  };
  const tableRow = row => element("tr", {}, fileCell(row), element("td", {}, badge(row)),
    ...data.columns.map(column => measureCell(row, column)),
    element("td", {class: "measure", "data-label": "notes"}, row.notes), rulesCell(row));

  // Showing a page of the rows that are chosen.
  const count = n => n.toLocaleString("en");
  const show = () => {
    const last = Math.max(0, Math.ceil(chosen.length / perPage) - 1), from = Math.min(at.page, last) * perPage;
    const rows = chosen.slice(from, from + perPage);
    body.replaceChildren(...rows.map(tableRow));
    byId("shown").textContent = chosen.length === all.length ? "All " + count(chosen.length) + " papers." :
      count(chosen.length) + " of " + count(all.length) + " papers.";
    byId("pager").hidden = last === 0;
    byId("range").textContent = count(from + 1) + "–" + count(from + rows.length) + " of " + count(chosen.length);
    for (const b of byId("pager").querySelectorAll("button")) b.disabled = b.value < 0 ? from === 0 : at.page >= last;
  };
  const move = where => {
    at = {...at, ...where};
    history.replaceState(at, "");
    show();
  };

  // Filtering: every word in the path, the verdict, the category, and the rule that is violated.
  const picks = [];
  const filter = () => {
    const {text, verdict, category, rule} = form.elements;
    const words = text.value.toLowerCase().split(/\s+/), n = data.rules.indexOf(rule.value);
    const wanted = category?.value ?? "";
    chosen = order.filter(row => (verdict.value === "" || row.verdict.name === verdict.value) && (wanted === "" || row.category === wanted) &&
      (n < 0 || row.fails.includes(n) || row.warns.includes(n)) && words.every(word => path(row).toLowerCase().includes(word)));
    for (const b of picks) b.setAttribute("aria-pressed", b.parentElement.dataset.rule === rule.value);
    show();
  };
  const filterAnew = () => {
    at = {...at, page: 0};
    filter();
  };

  // Sorting: up, down, and back to the order of the files. What is not known comes last.
  const keys = [row => natural(path(row)), row => verdict[row.i],
    ...data.columns.map(({values}) => row => product(values[row.i])),
    row => row.notes, row => 1000 * row.fails.length + row.warns.length];
  const compare = ([a], [b]) => a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -at.way : at.way;
  const sort = () => {
    order = at.way === 0 ? all : all.map(row => [keys[at.column](row), row]).sort(compare).map(pair => pair[1]);
    heads.forEach((head, i) => {
      if (i === at.column && at.way !== 0) head.setAttribute("aria-sort", at.way > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    filter();
  };
  const next = {ascending: -1, descending: 0};
  heads.forEach((head, column) => button(head, "sorts", () => {
    at = {...at, column, way: next[head.getAttribute("aria-sort")] ?? 1, page: 0};
    history.replaceState(at, "");
    sort();
  }));

  // Controls.
  for (const cell of document.querySelectorAll("[data-rule]")) {
    picks.push(button(cell, "picks", () => {
      form.elements.rule.value = form.elements.rule.value === cell.dataset.rule ? "" : cell.dataset.rule;
      filterAnew();
    }));
  }
  form.addEventListener("input", filterAnew);
  form.addEventListener("submit", event => event.preventDefault());
  form.elements.all.addEventListener("click", event => {
    event.preventDefault();
    form.reset();
    at = fileOrder;
    sort();
  });
  byId("pager").addEventListener("click", event => {
    if (event.target.value === undefined) return;
    move({page: at.page + Number(event.target.value)});
    if (byId("files").getBoundingClientRect().top < 0) byId("files").scrollIntoView();
  });
  byId("copy").addEventListener("click", () => {
    getSelection().selectAllChildren(byId("mail"));
    byId("copied").textContent = document.execCommand("copy") ? "Copied." : "It is selected; copy it with Ctrl+C.";
  });
  window.addEventListener("pageshow", filter); // the browser may have kept what was chosen
  for (const e of document.querySelectorAll("[data-script]")) e.hidden = false;
  sort();
};
document.addEventListener("DOMContentLoaded", start);
})();
