// What the server keeps of begun forms: see editorial/admin/begun_page.py.
const SIGNED_OUT = "not signed in";

async function answered(asked) {
  const answer = await asked;
  if (answer.redirected || !answer.ok) throw new Error(answer.redirected ? SIGNED_OUT : String(answer.status));
  return answer.json();
}

/** What is begun at a place, and which of these forms are saved by now. Throws where nobody answers. */
export function ask(address, place, formIds) {
  const query = new URLSearchParams({ place });
  for (const one of formIds) query.append("form", one);
  return answered(fetch(`${address}?${query}`, { headers: { Accept: "application/json" } }));
}

function posted(token, values) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", token);
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  return body;
}

function kept(token, { form_id, window, place, title, typed, known_at }) {
  return posted(token, { form_id, window, place, title, typed, known_at });
}

/** Keeps a copy there. Throws where it could not be kept. */
export function keep(address, token, copy) {
  const headers = { Accept: "application/json" };
  return answered(fetch(address, { method: "POST", body: kept(token, copy), headers }));
}

/** The same while the page goes away; what is too long for that stays in the browser. */
export const keepInPassing = (address, token, copy) => navigator.sendBeacon(address, kept(token, copy));

export function forget(address, token, formId) {
  const headers = { Accept: "application/json" };
  return answered(fetch(address, { method: "POST", body: posted(token, { forget: formId }), headers }));
}
