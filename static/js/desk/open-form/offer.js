// Offers what was begun in a form and not saved: the newest first, each with the way back and the way out.
import { button, make } from "../elements.js";

const IN_WORDS = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** `one` is { at }: when it was typed, in milliseconds. Both acts may answer later. */
export function offer(one, { bringBack, throwAway }) {
  const told = make("p", {}, `What you typed here on ${IN_WORDS.format(one.at)} was not saved.`);
  const tryIt = (act, after) => async () => {
    try {
      await act(one);
      after();
    } catch {
      told.textContent = "The server cannot be reached. What you typed is still kept in this browser.";
    }
  };
  const box = make(
    "div",
    { class: "unsaved", role: "status" },
    told,
    button(
      "Bring it back",
      tryIt(bringBack, () => {}),
      { class: "button" },
    ),
    button(
      "Throw it away",
      tryIt(throwAway, () => box.remove()),
      { class: "button is-quiet" },
    ),
  );
  return box;
}

/** What the server and this browser keep, each form once, as last typed; the newest first. */
export function together(begun, copies) {
  const found = new Map();
  for (const { form_id, kept_at } of begun) found.set(form_id, { form_id, at: Date.parse(kept_at) });
  for (const copy of copies) {
    const there = found.get(copy.form_id);
    const isOnServer = there !== undefined && copy.known_at !== "" && copy.at <= there.at;
    if (!isOnServer) found.set(copy.form_id, { form_id: copy.form_id, at: copy.at, copy });
  }
  return [...found.values()].sort((a, b) => b.at - a.at);
}
