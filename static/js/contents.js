// Marks the section being read in the contents list. Without it the list is a list of links.
const links = new Map(
  [...document.querySelectorAll(".contents a[href^='#']")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
);
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

function mark() {
  const line = innerHeight * 0.3;
  let current = null;
  for (const heading of headings) if (heading.getBoundingClientRect().top <= line) current = heading;
  for (const [id, link] of links) {
    if (current && current.id === id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

if (headings.length) {
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
