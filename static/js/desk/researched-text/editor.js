// One textarea with the editor in front of it. The textarea stays the form's field: every change is written into it.
import { commentHere, passages } from "../comments/in-editor.js";
import { CM } from "./codemirror.js";
import { insertFootnote, jump } from "./commands.js";
import { completions } from "./completions.js";
import { dressing } from "./dressing.js";
import { make } from "../elements.js";
import { keepPlace, saveAndContinue } from "./form.js";
import { frame } from "./frame.js";
import { problemList } from "./problems.js";
import { asker } from "./server.js";

const IDLE = 500; // milliseconds without typing before the server is asked
const TOLD = 4000; // milliseconds that a word to the writer stays

export function enhance(textarea) {
  const { form, id } = textarea;
  const token = form?.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  const label = form?.querySelector(`label[for="${id}"]`);
  const name = label ? label.textContent.replace(/[:*\s]+$/, "").trim() : "Text";
  const around = frame(id, name, () => view, togglePreview);
  const { box, preview, previewButton, told, writing } = around;

  let waiting = 0;
  let telling = 0;
  const view = new CM.EditorView({
    doc: textarea.value,
    parent: writing,
    extensions: [
      ...behaviour(textarea),
      keys({ togglePreview, save: () => saveAndContinue(form, view) }),
      CM.EditorView.contentAttributes.of(attributes(textarea, name)),
      ...dressing(),
      textarea.id === "id_text" ? passages() : [],
      CM.EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        textarea.value = update.state.doc.toString();
        clearTimeout(waiting);
        waiting = setTimeout(ask, IDLE);
      }),
    ],
  });
  view.desk = {
    tell(words) {
      told.textContent = words;
      clearTimeout(telling);
      telling = setTimeout(() => {
        told.textContent = "";
      }, TOLD);
    },
  };

  const askProblems = asker(textarea.dataset.checkUrl, token, problemList(view, around));
  const askPreview = asker(textarea.dataset.previewUrl, token, (answer, failure) => {
    if (failure) preview.replaceChildren(make("p", {}, failure));
    else preview.innerHTML = answer.html; // made by the server's renderer and its sanitiser, as on the public page
  });

  function ask() {
    const text = view.state.doc.toString();
    askProblems(text);
    if (!preview.hidden) askPreview(text);
  }

  function togglePreview() {
    preview.hidden = !preview.hidden;
    previewButton.setAttribute("aria-pressed", String(!preview.hidden));
    box.classList.toggle("is-previewing", !preview.hidden);
    if (!preview.hidden) askPreview(view.state.doc.toString());
    view.requestMeasure();
    return true;
  }

  textarea.required = false; // the browser cannot point at a hidden field, so the server says what is missing
  textarea.hidden = true;
  textarea.after(box);
  label?.addEventListener("click", () => view.focus());
  if (form) keepPlace(form, view);
  ask();
}

function behaviour(textarea) {
  const nonce = document.querySelector("script[nonce]")?.nonce || "";
  return [
    nonce ? CM.EditorView.cspNonce.of(nonce) : [],
    CM.highlightSpecialChars(),
    CM.history(),
    CM.search({ top: true }),
    CM.highlightSelectionMatches({ minSelectionLength: 4 }),
    CM.commonmarkLanguage,
    completions(textarea.dataset.sourcesUrl),
    CM.EditorView.lineWrapping,
  ];
}

function keys({ togglePreview, save }) {
  return CM.keymap.of([
    { key: "Ctrl-Alt-f", mac: "Cmd-Alt-f", run: insertFootnote, preventDefault: true },
    { key: "Ctrl-Alt-j", mac: "Cmd-Alt-j", run: jump, preventDefault: true },
    { key: "Ctrl-Alt-p", mac: "Cmd-Alt-p", run: togglePreview, preventDefault: true },
    { key: "Ctrl-Alt-m", mac: "Cmd-Alt-m", run: commentHere, preventDefault: true },
    { key: "Mod-s", run: save, preventDefault: true },
    { key: "F8", run: CM.nextDiagnostic, shift: CM.previousDiagnostic },
    { key: "Enter", run: CM.insertNewlineContinueMarkup },
    { key: "Backspace", run: CM.deleteMarkupBackward },
    ...CM.completionKeymap,
    ...CM.searchKeymap,
    ...CM.historyKeymap,
    ...CM.defaultKeymap,
  ]);
}

function attributes(textarea, name) {
  return {
    "aria-label": name,
    tabindex: "0", // contenteditable is focusable by itself; assistive technology and checkers look for this
    "aria-describedby": `${textarea.id}_helptext`,
    spellcheck: "true",
    autocorrect: "on",
    autocapitalize: "sentences",
    ...(textarea.lang ? { lang: textarea.lang } : {}),
  };
}
