// On a page that compares two versions: n goes to the next change, p to the one before.
const changes = [...document.querySelectorAll(".comparison-change")];
let here = -1;

function go(step) {
  if (!changes.length) return;
  here = (here + step + changes.length) % changes.length;
  changes[here].scrollIntoView({ block: "center" });
  changes[here].focus({ preventScroll: true });
}

addEventListener("hashchange", () => {
  here = changes.findIndex((change) => `#${change.id}` === location.hash);
  changes[here]?.focus({ preventScroll: true });
});

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const focused = changes.indexOf(document.activeElement);
  if (focused >= 0) here = focused;
  if (event.key === "n") go(1);
  if (event.key === "p") go(here < 0 ? 0 : -1);
});

for (const hint of document.querySelectorAll("[data-comparison-keys]")) hint.hidden = !changes.length;
