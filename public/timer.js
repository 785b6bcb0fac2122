// A worker that keeps time for a page that nobody sees. A number asks for a message after so many
// milliseconds, in place of what was asked for before; null asks for none.
let alarm;

self.addEventListener("message", ({ data }) => {
  clearTimeout(alarm);
  if (data !== null) alarm = setTimeout(() => self.postMessage(null), data);
});
