// A record's form at the desk. It keeps what is typed in this browser until it is saved, and offers it back after an
// expired session, a crash or a closed window; and it says who else has the form open. Without this script the form
// works: a refused save shows again what was typed, and names of others stand there as of the time it was opened.
import { keepUnsaved } from "./open-form/unsaved.js";
import { tellPresence } from "./open-form/presence.js";

const notice = document.querySelector("[data-open-form]");
const form = document.querySelector("#content-main form[id$='_form']");
if (notice && form) {
  keepUnsaved(notice, form);
  tellPresence(notice, form);
}
