// Shows in a form, while somebody types, what saving it would lead to. Without scripts a button does.
//
//   <div data-follows="/address/" data-watch="date kind">   what that address answers; data-shown: it stands there already
const SILENT = ["reason", "public_note", "note", "rank_reason"]; // words that no rule reads
const IDLE = 400; // milliseconds

const shown = document.querySelector("[data-follows]");
const form = shown?.closest("form");
if (form) watch(form, shown);

function watch(form, shown) {
  const watched = shown.dataset.watch?.split(" ");
  let waiting;
  let latest = 0;

  const typedNow = () => new URLSearchParams(new FormData(form)).toString();
  let shownFor = "shown" in shown.dataset ? typedNow() : null;

  async function ask() {
    if (typedNow() === shownFor) return; // a field was left or opened, not changed
    shownFor = typedNow();
    const asked = ++latest;
    const response = await fetch(shown.dataset.follows, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
    const answer = await response.text();
    if (asked === latest && response.ok) shown.innerHTML = answer;
  }

  function soon(event) {
    if (event && !concerns(event.target.name, watched)) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, IDLE);
  }

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // The search boxes and the calendar tell only jQuery that something was chosen.
  window.django?.jQuery?.(form).on("change", ":input", soon);
  form.addEventListener("focusout", soon);
  soon();
}

function concerns(name, watched) {
  return watched ? watched.includes(name) : Boolean(name) && !SILENT.includes(name.replace(/^.*-\d+-/, ""));
}
