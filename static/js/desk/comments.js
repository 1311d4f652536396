// Comments beside a text: where each stands is shown in the text, and words that are selected can be commented on.
// Without this script links lead to the words, and the words are copied into the form by hand.
import { highlightPassages, offerSelected } from "./comments/on-page.js";
import { newComment } from "./comments/form.js";

const panel = document.querySelector("[data-comments]");
const text = document.querySelector("article .body");

if (panel) {
  newComment(panel);
  if (text) {
    highlightPassages(panel, text);
    offerSelected(panel, text);
  }
}
