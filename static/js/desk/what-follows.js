// Shows in a form, while somebody types, what saving it would lead to. Without scripts a button does.
//
//   <div data-follows="/address/" data-watch="date kind">   what that address answers
//   <div data-follows id="leads-to" data-send="_preview">   the same part of the form's own page, sent with that name
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
  // What the part of the page already shows; an address of its own has yet to be asked.
  let shownFor = shown.dataset.follows ? null : typedNow();

  async function ask() {
    if (typedNow() === shownFor) return; // a field was left or opened, not changed
    shownFor = typedNow();
    const asked = ++latest;
    const typed = new FormData(form);
    if (shown.dataset.send) typed.append(shown.dataset.send, "yes");
    const response = await fetch(shown.dataset.follows || location.href, {
      method: "POST",
      body: typed,
      headers: { "X-Requested-With": "fetch" },
    });
    if (asked !== latest || !response.ok) return;
    const answer = await response.text();
    const page = shown.dataset.follows ? null : new DOMParser().parseFromString(answer, "text/html");
    const part = page ? page.getElementById(shown.id)?.innerHTML : answer;
    if (part !== undefined) shown.innerHTML = part;
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
  if (shown.dataset.follows) soon();
}

function concerns(name, watched) {
  return watched ? watched.includes(name) : Boolean(name) && !SILENT.includes(name.replace(/^.*-\d+-/, ""));
}
