// The picker of venues: a dialog with a search field and the venues by community.
import { element } from "./dom.js";

/** The built-in venues, which the page holds. */
const { communities, venues } = JSON.parse(document.getElementById("built-in").textContent);

/** Returns the built-in venue of a name, or the newest of a series; undefined for another. */
export const builtIn = (name) => venues.find((v) => v.name === name) ?? venues.find((v) => v.newest?.includes(name));

/** Returns the text in which the search looks. */
const searched = (venue) => [venue.name, venue.title, venue.community ?? "", ...(venue.newest ?? [])].join(" ").toLowerCase();

/** The dialog. It calls chosen(name) with the name of a profile. */
export class VenuePicker {
  #dialog = document.getElementById("venues");
  #search = document.getElementById("venue-search");
  #list = document.getElementById("venue-list");
  #none = document.getElementById("venue-none");
  #count = document.getElementById("venue-count"); // which screen readers say
  #buttons = []; // {button, text, names}

  constructor(chosen) {
    for (const community of communities) {
      const there = venues.filter((v) => v.community === community).sort((a, b) => a.title.localeCompare(b.title, "en", { numeric: true }));
      if (there.length > 0) {
        this.#list.append(this.#group(community, there, chosen));
      }
    }
    this.#search.addEventListener("input", () => this.#filter());
    this.#dialog.addEventListener("keydown", (event) => this.#move(event));
    document.getElementById("venues-close").addEventListener("click", () => this.#dialog.close());
  }

  open() {
    this.#search.value = "";
    this.#filter();
    this.#dialog.showModal();
    this.#search.focus();
  }

  close() {
    this.#dialog.close();
  }

  #group(community, venues, chosen) {
    const heading = community[0].toUpperCase() + community.slice(1).replaceAll("-", " ");
    const list = element("ul", { role: "list" });
    for (const venue of venues) {
      const button = element("button", { type: "button" }, element("span", {}, venue.title), " ", element("code", {}, venue.name));
      button.addEventListener("click", () => chosen(venue.name));
      list.append(element("li", {}, button));
      this.#buttons.push({ button, text: searched(venue), names: [venue.name, ...(venue.newest ?? [])] });
    }
    return element("section", {}, element("h3", {}, heading), list);
  }

  #filter() {
    const words = this.#search.value.toLowerCase().split(/\s+/);
    for (const { button, text } of this.#buttons) {
      button.parentElement.hidden = !words.every((word) => text.includes(word));
    }
    for (const section of this.#list.children) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    const { length } = this.#shown();
    this.#none.hidden = length > 0;
    this.#count.textContent = length === 0 ? this.#none.textContent : length === 1 ? "1 venue" : length + " venues";
  }

  #shown() {
    return this.#buttons.map(({ button }) => button).filter((button) => !button.parentElement.hidden);
  }

  /** Arrow keys go from the field to the venues and through them; Enter takes the one of
   * that name, or the first that is found. */
  #move(event) {
    const shown = this.#shown();
    const at = shown.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === this.#search) {
      event.preventDefault();
      const name = this.#search.value.trim().toLowerCase();
      const named = this.#buttons.find(({ names }) => names.includes(name));
      (named?.button ?? (name ? shown[0] : null))?.click(); // without a name nothing is meant
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (shown[Math.min(next, shown.length - 1)] ?? this.#search).focus();
    }
  }
}
