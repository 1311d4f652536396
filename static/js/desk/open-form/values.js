// What stands in a form's fields, as names with values.
const LEFT_OUT = new Set([
  "csrfmiddlewaretoken",
  "seen_version",
  "_save",
  "_continue",
  "_next",
  "_submit",
  "_addanother",
]);

/** All that somebody could have typed, in the order of the fields; files cannot be kept. */
export function typedIn(form) {
  const values = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !LEFT_OUT.has(name)) values.push([name, value.replace(/\r\n?/g, "\n")]);
  }
  return values;
}

/** Puts kept values back into the fields that are there. */
export function fillIn(form, values) {
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    if (field) fill(field, value);
  }
}

function fill(field, value) {
  if (field instanceof RadioNodeList) {
    for (const one of field) if (one.value === value) one.checked = true;
  } else if (field.type === "checkbox") {
    field.checked = true;
  } else if (field.type !== "file" && field.type !== "submit") {
    field.value = value;
  }
}
