/* Shows in the form of a treaty action, while somebody types, what it would change. Without scripts a button does. */
(() => {
  "use strict"

  const shown = document.getElementById("effects")
  const form = shown?.closest("form")
  if (!form) return
  const WATCHED = ["treaty", "country", "kind", "date", "effective_on", "published_effect", "in_armed_conflict"]
  let waiting
  let latest = 0

  async function ask() {
    const asked = ++latest
    const response = await fetch(shown.dataset.address, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    })
    if (asked === latest && response.ok) shown.innerHTML = await response.text()
  }

  const soon = event => {
    if (event && !WATCHED.includes(event.target.name)) return
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
