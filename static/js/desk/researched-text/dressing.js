// How a researched text looks in the editor. The colours come from the desk's style sheet, so one theme serves light,
// dark and forced colours.
import { CM } from "./codemirror.js";

export function dressing() {
  const { Decoration, EditorView } = CM;
  const matcher = new CM.MatchDecorator({
    regexp: /\[\^[^\]\s]+\]|\[@[^\]\n]+\]/g,
    decoration: (match) => Decoration.mark({ class: match[0][1] === "^" ? "cm-note-key" : "cm-citation" }),
  });

  const marksShown = CM.ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.decorations = matcher.createDeco(view);
      }
      update(update) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
  const shapes = CM.HighlightStyle.define([
    { tag: CM.tags.heading, class: "cm-heading" },
    { tag: CM.tags.strong, class: "cm-strong" },
    { tag: CM.tags.emphasis, class: "cm-emphasis" },
    { tag: CM.tags.processingInstruction, class: "cm-sign" },
  ]);

  const theme = EditorView.theme({
    "&": { color: "var(--editor-ink)", backgroundColor: "var(--editor-paper)" },
    "&.cm-focused": { outline: "2px solid var(--editor-accent)", outlineOffset: "-2px" },
    ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.65" },
    ".cm-content": { caretColor: "var(--editor-ink)", padding: "0.75rem 0" },
    ".cm-line": { padding: "0 1rem" },
    ".cm-panels": { color: "var(--editor-ink)", backgroundColor: "var(--editor-shade)" },
    ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--editor-line)" },
    ".cm-tooltip": {
      color: "var(--editor-ink)",
      backgroundColor: "var(--editor-paper)",
      border: "1px solid var(--editor-line)",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": {
      fontFamily: "inherit",
      maxWidth: "min(34rem, 92vw)",
      maxHeight: "18rem",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
      padding: "0.3rem 0.6rem",
      lineHeight: "1.35",
      whiteSpace: "normal",
    },
    ".cm-completionMatchedText": { textDecoration: "none" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": {
      color: "var(--editor-on-accent)",
      backgroundColor: "var(--editor-accent)",
    },
    ".cm-searchMatch": { backgroundColor: "var(--editor-found)" },
    ".cm-searchMatch-selected": { backgroundColor: "var(--editor-found-now)" },
    ".cm-selectionMatch": { backgroundColor: "var(--editor-found)" },
    ".cm-button": { backgroundImage: "none", color: "inherit", backgroundColor: "var(--editor-paper)" },
    ".cm-textfield": { color: "inherit", backgroundColor: "var(--editor-paper)" },
  });
  return [CM.syntaxHighlighting(shapes), marksShown, theme];
}
