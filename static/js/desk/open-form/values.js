// What stands in a form's fields, as names with values.
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "form_id", "_window"]);
// No part of what one says about the record: why, and which version was seen.
const BESIDE = new Set(["seen_version", "reason"]);

/** All that the form would post but its token and numbers; files cannot be kept. */
export function typedIn(form) {
  const values = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NEVER_KEPT.has(name)) values.push([name, value.replace(/\r\n?/g, "\n")]);
  }
  return values;
}

/** What is compared to see whether anything was typed. */
export const said = (typed) => JSON.stringify(typed.filter(([name]) => !BESIDE.has(name)));

/** Tells forms of new records apart: what the form is about, with the first words that were typed. */
export function withFirstWords(about, typed, opened) {
  const before = new Set(opened.map((pair) => JSON.stringify(pair)));
  const first = typed.find((pair) => /\p{L}{3}/u.test(pair[1]) && !before.has(JSON.stringify(pair)));
  return first ? `${about}: ${first[1].slice(0, 60)}` : about;
}
