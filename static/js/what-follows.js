/* Shows in a form, while somebody types, what saving it would lead to. Without scripts a button does.

   <div data-follows="/address/" data-watch="date kind">   what that address answers; data-shown: it stands there already */
(() => {
  "use strict"

  const shown = document.querySelector("[data-follows]")
  const form = shown?.closest("form")
  if (!form) return
  const watched = shown.dataset.watch?.split(" ")
  const SILENT = ["reason", "public_note", "note", "rank_reason"] // words that no rule reads
  let waiting
  let latest = 0

  const typedNow = () => new URLSearchParams(new FormData(form)).toString()
  let shownFor = "shown" in shown.dataset ? typedNow() : null

  const concerns = name =>
    watched ? watched.includes(name) : Boolean(name) && !SILENT.includes(name.replace(/^.*-\d+-/, ""))

  async function ask() {
    if (typedNow() === shownFor) return // a field was left or opened, not changed
    shownFor = typedNow()
    const asked = ++latest
    const response = await fetch(shown.dataset.follows, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    })
    const answer = await response.text()
    if (asked === latest && response.ok) shown.innerHTML = answer
  }

  const soon = event => {
    if (event && !concerns(event.target.name)) return
    clearTimeout(waiting)
    waiting = setTimeout(ask, 400)
  }

  form.addEventListener("input", soon)
  form.addEventListener("change", soon)
  // The search boxes and the calendar tell only jQuery that something was chosen.
  window.django?.jQuery?.(form).on("change", ":input", soon)
  form.addEventListener("focusout", soon)
  soon()
})()
