// What the page is made of besides itself: files beside it on a site, or elements within
// it where all of it is one file: gzip, in characters of seven bits each.

/** Returns the element that holds an asset; null on a site. */
const embedded = (name) => document.getElementById("asset-" + name);

/** Whether all of the page is one file. */
export const isOneFile = embedded("worker.js") !== null;

/** Returns the bytes that were written as characters of seven bits. */
function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let held = 0;
  let bits = 0;
  for (let i = 0, n = 0; i < text.length; i++) {
    held = ((held << 7) | (text.charCodeAt(i) & 127)) & 0x7fff;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[n++] = held >> bits;
    }
  }
  return bytes;
}

/** Returns the response that holds an asset. */
async function open(name) {
  const element = embedded(name);
  if (element) {
    return new Response(new Blob([bytesOf(element.textContent)]).stream().pipeThrough(new DecompressionStream("gzip")));
  }
  const response = await fetch(name);
  if (!response.ok) {
    throw new Error(`${name} is not there (${response.status})`);
  }
  return response;
}

/** Returns an asset as text. */
export const assetText = async (name) => (await open(name)).text();

/** Returns an asset as bytes. */
export const assetBytes = async (name) => new Uint8Array(await (await open(name)).arrayBuffer());

/** Returns the compiled module of an asset. */
export async function assetModule(name) {
  const response = await open(name);
  if (response.headers.get("Content-Type") === "application/wasm") {
    return WebAssembly.compileStreaming(response); // which browsers remember
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
