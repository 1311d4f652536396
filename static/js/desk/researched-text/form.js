// The form around the editor: saving goes on where one wrote.
import { select } from "./commands.js";

/** Whoever saves and goes on writing finds the place and the reason again, once, in the page that follows. */
export function keepPlace(form, view) {
  const key = `desk ${location.pathname}`;
  const reason = form.elements.namedItem("reason");
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (kept && !document.querySelector(".errornote")) {
    if (reason && !reason.value) reason.value = kept.reason;
    if (kept.writing) select(view, Math.min(kept.place, view.state.doc.length));
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "_continue") return;
    const place = view.state.selection.main.head;
    sessionStorage.setItem(key, JSON.stringify({ reason: reason?.value || "", place, writing: view.hasFocus }));
  });
}

/** Save and go on editing; the desk wants a reason first. */
export function saveAndContinue(form, view) {
  const reason = form?.elements.namedItem("reason");
  if (reason && !reason.value.trim()) {
    view.desk.tell("Say why first.");
    reason.focus();
    return true;
  }
  const save = form?.querySelector("[name=_continue]");
  if (save) form.requestSubmit(save);
  return true;
}
