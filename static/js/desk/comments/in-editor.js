// Comments in the editor: their passages marked and moved along while one types, and the words selected commented on.
import { CM } from "../researched-text/codemirror.js";
import { askAbout, mayComment } from "./form.js";
import { locate, withoutMarks } from "./places.js";

export const panelOf = () => document.querySelector("[data-comments]");

/** Opens the form of a new comment with the words selected in the editor. */
export function commentHere(view) {
  const panel = panelOf();
  if (!mayComment(panel)) return false;
  const { from, to, empty } = view.state.selection.main;
  if (empty) {
    view.desk.tell("Select the words first.");
    view.dispatch({ effects: CM.EditorView.announce.of("Select the words first.") });
    view.focus();
    return true;
  }
  const line = view.state.doc.lineAt(from);
  askAbout(panel, view.state.sliceDoc(from, to), view.state.sliceDoc(line.from, from));
  return true;
}

/** What marks the passages of open comments; their links lead to them here. */
export function passages() {
  const panel = panelOf();
  if (!panel) return [];
  return CM.ViewPlugin.fromClass(
    class {
      constructor(view) {
        const text = withoutMarks(view.state.doc.toString());
        const marks = [];
        for (const thread of panel.querySelectorAll(".thread:not(.is-settled)")) {
          const quotation = thread.querySelector("q[data-quote]");
          const place = quotation && locate(text, quotation.textContent, Number(quotation.dataset.occurrence));
          if (!place) continue;
          const mark = CM.Decoration.mark({ class: "cm-commented", thread: thread.id });
          marks.push(mark.range(...place));
          thread
            .querySelector("[data-place]")
            ?.addEventListener("click", (event) => this.show(event, view, thread.id));
        }
        this.decorations = CM.Decoration.set(marks, true);
      }
      update(update) {
        if (update.docChanged) this.decorations = this.decorations.map(update.changes);
      }
      show(event, view, thread) {
        this.decorations.between(0, view.state.doc.length, (from, to, mark) => {
          if (mark.spec.thread !== thread) return;
          event.preventDefault();
          view.dispatch({
            selection: { anchor: from, head: to },
            effects: CM.EditorView.scrollIntoView(from, { y: "center" }),
          });
          view.focus();
        });
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
