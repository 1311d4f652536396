// Keeps what is typed into a form until a save that holds it: in this browser at once, on the server a little later;
// offers what was kept before; and asks before one leaves with words that are not saved.
import { ask, forget, keep, keepInPassing } from "./begun.js";
import { copies, drop, put } from "./copies.js";
import { offer, together } from "./offer.js";
import { said, typedIn, withFirstWords } from "./values.js";

const EVERY = 2000; // milliseconds between looks at the form
const SERVER_EVERY = 10000; // milliseconds between two posts to the server, at least
const OFFERED = 3;
const PASSING = 60000; // characters that a browser sends while a page goes away

export function keepTyped(notice, form) {
  const { begunUrl: address, user, about } = notice.dataset;
  const number = form.elements.namedItem("form_id");
  const windowNumber = form.elements.namedItem("_window").value;
  const token = form.elements.namedItem("csrfmiddlewaretoken").value;
  const place = location.pathname;
  // A form that shows words which are not saved: typed before, or refused.
  const isUnsaved = document.querySelector(".is-brought-back, .what-is-wrong, .conflict") !== null;
  const asOpened = typedIn(form);
  const opened = said(asOpened);
  let last = opened; // as kept in this browser
  // as kept on the server, which may not have the words of a refused form yet
  let there = isUnsaved && !notice.dataset.knownAt ? null : opened;
  let sentAs = null; // as the form was sent
  let knownAt = notice.dataset.knownAt || "";
  let postedAt = 0;
  let posting = false;

  // On the way back the browser would fill the fields again with what was sent, under a new number, as if typed anew.
  form.setAttribute("autocomplete", "off");
  offerWhatWasKept();

  const copyOf = (typed, more = {}) => ({
    form_id: number.value,
    window: windowNumber,
    user,
    place,
    title: place.endsWith("/add/") ? withFirstWords(about, typed, asOpened) : about,
    typed: JSON.stringify(typed),
    at: Date.now(),
    known_at: knownAt,
    ask: address,
    ...more,
  });

  function look() {
    const typed = typedIn(form);
    const words = said(typed);
    if (words === sentAs) return;
    sentAs = null;
    if (words !== last) {
      last = words;
      if (words === opened && !isUnsaved) drop(number.value);
      else put(copyOf(typed));
    }
    if (words !== there && !posting && Date.now() - postedAt >= SERVER_EVERY) post(typed, words);
  }

  async function post(typed, words) {
    posting = true;
    postedAt = Date.now();
    try {
      if (words === opened && !isUnsaved) {
        await forget(address, token, number.value);
        knownAt = "";
      } else {
        const answer = await keep(address, token, copyOf(typed));
        if (answer.saved) drop(number.value);
        else {
          if (answer.form_id !== number.value) drop(number.value); // another window goes on with the same form
          number.value = answer.form_id;
          knownAt = answer.kept_at;
          if (words === last) put(copyOf(typed, { sent: words === sentAs }));
        }
      }
      there = words;
    } catch {
      // kept in this browser; the next look tries again
    } finally {
      posting = false;
    }
  }

  function leave() {
    look();
    const typed = typedIn(form);
    const words = said(typed);
    if (sentAs !== null || words === there || words === opened || posting) return;
    const copy = copyOf(typed);
    if (copy.typed.length < PASSING) keepInPassing(address, token, copy);
  }

  setInterval(look, EVERY);
  addEventListener("pagehide", leave);
  addEventListener("beforeunload", (event) => {
    const words = said(typedIn(form));
    if (words !== opened && words !== sentAs) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return; // a look in another window
    const typed = typedIn(form);
    sentAs = last = said(typed);
    put(copyOf(typed, { sent: true }));
  });
  document.getElementById("forget-begun")?.addEventListener("submit", () => {
    sentAs = last = said(typedIn(form));
    drop(number.value);
  });

  async function offerWhatWasKept() {
    const here = copies().filter((copy) => copy.user === user && copy.place === place);
    let answer;
    try {
      answer = await ask(
        address,
        place,
        here.map((copy) => copy.form_id),
      );
    } catch {
      return; // whether it was saved is not known, so nothing is called unsaved
    }
    answer.saved.forEach(drop);
    if (isUnsaved) return;
    const unsaved = here.filter((copy) => !answer.saved.includes(copy.form_id));
    const found = together(answer.begun, unsaved).filter((one) => one.form_id !== number.value);
    const boxes = found.slice(0, OFFERED).map((one) => offer(one, { bringBack, throwAway }));
    notice.before(...boxes);
  }

  async function bringBack({ form_id, copy }) {
    let asked = form_id;
    if (copy) {
      const answer = await keep(address, token, copy);
      drop(form_id);
      asked = answer.form_id ?? form_id;
      if (!answer.saved) put({ ...copy, form_id: asked, known_at: answer.kept_at, sent: false });
    }
    location.assign(`${place}?begun=${asked}`);
  }

  async function throwAway({ form_id }) {
    await forget(address, token, form_id);
    drop(form_id);
  }
}
