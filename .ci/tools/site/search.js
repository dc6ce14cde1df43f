// Search over a long document: the sections and rows of tables without the words are
// hidden. Without this script the document is complete.
const field = document.getElementById("search");
const article = document.querySelector("article");

/** The parts that are shown or hidden: a section with its heading, or a row. */
function partsOf() {
  const parts = [...article.querySelectorAll("tbody tr")].map((row) => ({ elements: [row], text: row.textContent.toLowerCase() }));
  for (const element of article.children) {
    if (element.tagName === "H2") {
      parts.push({ elements: [], text: "", isSection: true });
    }
    const part = parts.at(-1);
    if (part?.isSection) {
      part.elements.push(element);
      part.text += element.textContent.toLowerCase() + "\n";
    }
  }
  return parts;
}

const parts = partsOf();

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { elements, text, isSection } of parts) {
    const matches = words.every((word) => text.includes(word));
    elements.forEach((element) => (element.hidden = !matches));
    found += matches && isSection ? 1 : 0;
  }
  document.getElementById("found").textContent = words.length === 0 ? "" : found === 1 ? "1 section" : `${found} sections`;
}

field.addEventListener("input", search);
field.closest("p").hidden = false;
