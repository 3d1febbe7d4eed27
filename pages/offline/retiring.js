// In the place of the worker where copies are not wanted (MADOGUCHI_OFFLINE=no): takes over at once, deletes what an
// earlier one has kept and leaves. Pages that are open stay as they are.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const own = `madoguchi-copies-${new URL(self.registration.scope).pathname} `;
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  })());
});
