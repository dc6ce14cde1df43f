// The service worker of the site: the page works without a network after its first visit.
// Each state of the site has a cache of its own. A new state is loaded beside the old one
// and takes its place as soon as it is whole, so that the next visit shows it.
"use strict";
const cacheName = "paperfit-{{version}}";
const own = {{files}}.map((name) => new URL(name, registration.scope).href);

async function keep() {
  const cache = await caches.open(cacheName);
  await cache.addAll(own.map((address) => new Request(address, { cache: "no-cache" })));
  await skipWaiting();
}

async function dropOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith("paperfit-") && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
  await clients.claim();
}

async function kept(request, address) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(dropOthers()));
addEventListener("fetch", (event) => {
  const address = event.request.url.replace(/[?#].*$/, "");
  if (event.request.method === "GET" && own.includes(address)) {
    event.respondWith(kept(event.request, address));
  }
});
