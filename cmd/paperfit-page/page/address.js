// The address: #profile=osdi22&category=short opens the page with these rules, so that a
// call for papers can link to its own.

/** Returns what the address says of rules. */
export function fromAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  return { profile: words.get("profile") ?? "", category: words.get("category") ?? "" };
}

/** Has the address say the rules, unless they are of a file. */
export function toAddress({ profile, text, category }) {
  const words = new URLSearchParams(text ? {} : { profile });
  if (category && !text) {
    words.set("category", category);
  }
  const hash = words.size > 0 ? "#" + words : location.pathname + location.search;
  history.replaceState(null, "", hash);
}
