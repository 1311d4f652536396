// Copies of what was typed into forms, in this browser: for when the server cannot be reached or the session is over.
//
//   { form_id, window, user, place, title, typed, at, known_at, ask, sent }
//     typed     what the form would post, as JSON: [[name, value], …]
//     at        when it was typed, in milliseconds;  known_at  when the server kept it last, in its own words, or ""
//     ask       the address that says what was saved;  sent  whether the form was sent since
const PREFIX = "typed:";
const KEPT_DAYS = 60; // as long as on the server
const DAY = 24 * 60 * 60 * 1000;

/** Every copy that lies here; those that are too old, or are none, are thrown away. */
export function copies() {
  const found = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const copy = read(key);
      if (copy && Date.now() - copy.at < KEPT_DAYS * DAY) found.push(copy);
      else localStorage.removeItem(key);
    }
  } catch {
    // the browser's store is forbidden: nothing is kept
  }
  return found;
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function put(copy) {
  try {
    localStorage.setItem(PREFIX + copy.form_id, JSON.stringify(copy));
  } catch {
    // the store is full or forbidden: the server's copy is the only one
  }
}

export function drop(formId) {
  try {
    localStorage.removeItem(PREFIX + formId);
  } catch {
    // nothing was kept
  }
}
