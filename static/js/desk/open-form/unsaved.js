// Keeps what is typed in this browser until it is saved, and offers it back.
import { button, make } from "../elements.js";
import { fillIn, typedIn } from "./values.js";

const SAVED = "unsaved:submitted";
const KEPT_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;
const EVERY = 2000; // milliseconds

/** The browser's store; where it is full or forbidden nothing is kept. */
const store = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // nothing is kept
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  },
};

export function keepUnsaved(notice, form) {
  const key = `unsaved:${notice.dataset.user}:${location.pathname}`;
  forgetWhatWasSaved();

  // A choice to bring back was made: fill the fields before the text editor is put in front of them.
  const asked = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const now = () => JSON.stringify(typedIn(form));
  const opened = now();
  const kept = JSON.parse(store.get(key) || "null");
  let watching = true;
  let held = false; // an offer stands: what it is about is not overwritten before it is taken or refused
  if (asked && kept) {
    fillIn(form, JSON.parse(kept.values));
  } else if (kept && kept.values !== opened && !showsWhatIsWrong() && Date.now() - kept.at < KEPT_DAYS * DAY) {
    held = true;
    notice.before(offer(new Date(kept.at), { bringBack, throwAway }));
  }

  function bringBack() {
    sessionStorage.setItem(key, "1");
    watching = false;
    location.reload();
  }

  function throwAway() {
    store.drop(key);
    held = false;
  }

  let last = opened;
  function keep() {
    if (!watching || held) return;
    const values = now();
    if (values === last) return;
    last = values;
    if (values === opened && !asked) store.drop(key);
    else store.set(key, JSON.stringify({ at: Date.now(), values }));
  }
  setInterval(keep, EVERY);
  addEventListener("pagehide", keep);
  form.addEventListener("submit", () => {
    held = false;
    keep();
    store.set(SAVED, key);
  });
}

/** What was submitted and saved is no longer unsaved. */
function forgetWhatWasSaved() {
  const submitted = store.get(SAVED);
  if (!submitted || !document.querySelector(".messagelist .success")) return;
  store.drop(submitted);
  store.drop(SAVED);
}

const showsWhatIsWrong = () => document.querySelector(".what-is-wrong, .conflict") !== null;

function offer(when, { bringBack, throwAway }) {
  const box = make(
    "div",
    { class: "unsaved", role: "status" },
    make("p", {}, `What you typed here on ${when.toLocaleString()} was not saved. It is kept in this browser.`),
    button("Bring it back", bringBack, { class: "button" }),
    button(
      "Throw it away",
      () => {
        throwAway();
        box.remove();
      },
      { class: "button is-quiet" },
    ),
  );
  return box;
}
