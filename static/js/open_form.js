/*
 * A record's form at the desk. It keeps what is typed in this browser until it is saved, and offers it back after an
 * expired session, a crash or a closed window; and it says who else has the form open. Without this script the form
 * works: a refused save shows again what was typed, and names of others stand there as of the time it was opened.
 */
(() => {
  "use strict"

  const notice = document.querySelector("[data-open-form]")
  const form = document.querySelector("#content-main form[id$='_form']")
  if (!notice || !form) return

  const KEY = `unsaved:${notice.dataset.user}:${location.pathname}`
  const SAVED = "unsaved:submitted"
  const KEPT_DAYS = 14
  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "seen_version", "_save", "_continue", "_next", "_submit", "_addanother"])
  const store = {
    get: key => { try { return localStorage.getItem(key) } catch { return null } },
    set: (key, value) => { try { localStorage.setItem(key, value) } catch { /* full or forbidden: nothing is kept */ } },
    drop: key => { try { localStorage.removeItem(key) } catch { /* the same */ } },
  }

  let watching = true
  let held = false // an offer stands: what it is about is not overwritten before it is taken or refused

  function typed() {
    const values = []
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !LEFT_OUT.has(name)) values.push([name, value.replace(/\r\n?/g, "\n")])
    }
    return JSON.stringify(values)
  }

  // What was submitted and saved is no longer unsaved.
  const submitted = store.get(SAVED)
  if (submitted && document.querySelector(".messagelist .success")) {
    store.drop(submitted)
    store.drop(SAVED)
  }

  // A choice to bring back was made: fill the fields before the text editor is put in front of them.
  const asked = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const opened = typed()
  const kept = JSON.parse(store.get(KEY) || "null")
  if (asked && kept) {
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false
    for (const [name, value] of JSON.parse(kept.values)) {
      const field = form.elements.namedItem(name)
      if (!field) continue
      if (field instanceof RadioNodeList) {
        for (const one of field) if (one.value === value) one.checked = true
        if (![...field].some(one => one.type === "radio" || one.type === "checkbox")) continue
      } else if (field.type === "checkbox") field.checked = true
      else if (field.type !== "file" && field.type !== "submit") field.value = value
    }
  } else if (kept && kept.values !== opened && !document.querySelector(".what-is-wrong, .conflict") && Date.now() - kept.at < KEPT_DAYS * 864e5) {
    offer(new Date(kept.at))
  }

  function offer(when) {
    const box = document.createElement("div")
    box.className = "unsaved"
    box.setAttribute("role", "status")
    const words = document.createElement("p")
    words.textContent = `What you typed here on ${when.toLocaleString()} was not saved. It is kept in this browser.`
    const back = document.createElement("button")
    back.type = "button"
    back.className = "button"
    back.textContent = "Bring it back"
    back.addEventListener("click", () => {
      sessionStorage.setItem(KEY, "1")
      watching = false
      location.reload()
    })
    const drop = document.createElement("button")
    drop.type = "button"
    drop.className = "button is-quiet"
    drop.textContent = "Throw it away"
    drop.addEventListener("click", () => { store.drop(KEY); held = false; box.remove() })
    box.append(words, back, drop)
    notice.before(box)
    held = true
  }

  let last = opened
  function keep() {
    if (!watching || held) return
    const now = typed()
    if (now === last) return
    last = now
    if (now === opened && !asked) store.drop(KEY)
    else store.set(KEY, JSON.stringify({ at: Date.now(), values: now }))
  }
  setInterval(keep, 2000)
  addEventListener("pagehide", keep)
  form.addEventListener("submit", () => { held = false; keep(); store.set(SAVED, KEY) })

  // ------------------------------------------------------------------------------------------ who else is here

  const address = notice.dataset.presenceUrl
  if (!address) return
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value

  function posted(extra) {
    const body = new FormData()
    body.append("csrfmiddlewaretoken", token)
    for (const [name, value] of Object.entries(extra)) body.append(name, value)
    return body
  }

  async function beat() {
    if (document.hidden) return
    try {
      const answer = await fetch(address, { method: "POST", body: posted({}), headers: { Accept: "application/json" } })
      if (answer.redirected || !answer.ok) {
        notice.textContent = "You are no longer signed in. What you type is kept in this browser; sign in again in another window, then save."
        notice.hidden = false
        return
      }
      const { others, changed } = await answer.json()
      const words = others.map(one => `${one.name} has this form open too.`)
      if (changed !== notice.dataset.mark) words.push("It was saved by somebody else since you opened it; saving will show you both versions.")
      notice.textContent = words.join(" ")
      notice.hidden = words.length === 0
    } catch { /* the network is away: the next beat tries again */ }
  }
  setInterval(beat, 30000)
  beat()
  addEventListener("pagehide", () => navigator.sendBeacon(address, posted({ leave: "1" })))
})()
