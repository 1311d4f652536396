// The researchers' editor: CodeMirror (built by deploy/editor) on top of the form's own textarea. Without this script
// the textarea is simply edited. It says where the three helpers of the server are:
//   data-sources-url  GET ?q=…    the source library, for "[@"
//   data-check-url    POST text   the problems of the text
//   data-preview-url  POST text   the text as readers will see it
import { CM } from "./researched-text/codemirror.js";
import { enhance } from "./researched-text/editor.js";

function enhanceAll(root) {
  for (const textarea of root.querySelectorAll("textarea[data-researched-text]")) {
    if (!textarea.name.includes("__prefix__")) enhance(textarea); // the empty row that new rows are copied from
  }
}

if (CM) {
  enhanceAll(document);
  document.addEventListener("formset:added", (event) => enhanceAll(event.target));
}
