// A record's form at the desk. It keeps what is typed until it is saved, in this browser and on the server, and offers it
// back after an expired session, a crash or a closed window, also on another machine; and it says who else has the form
// open. Without this script the form works: a refused save shows again what was typed, and names of others stand there as
// of the time it was opened.
import { tellPresence } from "./open-form/presence.js";
import { keepTyped } from "./open-form/typed.js";

const notice = document.querySelector("[data-open-form]");
const form = document.querySelector("#content-main form[id$='_form']");
if (notice && form) {
  keepTyped(notice, form);
  tellPresence(notice, form);
}
