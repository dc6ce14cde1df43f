// Elements, made without HTML: no name of a file is ever read as markup.

/** Returns an element with attributes and children, which are elements or texts. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Has the browser save bytes or text as a file. */
export function save(name, data, type) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
