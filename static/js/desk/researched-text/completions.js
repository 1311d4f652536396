// What is offered while somebody types: sources of the library after "[@", notes of this text after "[^".
import { CM } from "./codemirror.js";
import { insertFootnote } from "./commands.js";
import { make } from "../elements.js";
import { closed, nextNoteKey, noteMarks, SOURCE_KEY } from "./marks.js";

export function completions(sourcesUrl) {
  return CM.autocompletion({
    override: [sourceCompletions(sourcesUrl), noteCompletions],
    icons: false,
    addToOptions: [
      {
        position: 60,
        render: (completion) => make("span", { class: "cm-completion-line" }, completion.line || ""),
      },
    ],
  });
}

/** Sources of the library, after "[@". */
export function sourceCompletions(url) {
  return async (context) => {
    const typed = context.matchBefore(new RegExp(`\\[@${SOURCE_KEY}*`));
    if (!typed) return null;
    const query = typed.text.slice(2);
    try {
      const response = await fetch(`${url}?q=${encodeURIComponent(query)}`, {
        redirect: "manual",
        headers: { Accept: "application/json" },
      });
      if (!response.ok) return null;
      const { sources } = await response.json();
      return {
        from: typed.to - query.length,
        filter: false,
        options: sources.map((source) => ({
          label: source.key,
          line: source.line,
          type: "source",
          apply: applyKey("]"),
        })),
      };
    } catch {
      return null; // the server is out of reach: the key can still be typed by hand
    }
  };
}

/** Notes of this text after "[^": to refer to one again, or to begin the next. */
export function noteCompletions(context) {
  const typed = context.matchBefore(/\[\^[^\]\s]*/);
  if (!typed) return null;
  const marks = noteMarks(context.state).filter((mark) => mark.from !== typed.from);
  const options = marks
    .filter((mark) => mark.defines)
    .map((mark) => ({
      label: mark.key,
      line: context.state.doc
        .lineAt(mark.from)
        .text.slice(mark.key.length + 4)
        .trim(),
      type: "note",
      apply: applyKey("]"),
    }));
  options.push({
    label: nextNoteKey(marks),
    line: "a new footnote",
    type: "note",
    boost: 99,
    apply: (view, completion, from, to) => {
      view.dispatch({ changes: { from: typed.from, to: closed(view.state, to, "]") } });
      insertFootnote(view);
    },
  });
  return { from: typed.from + 2, options, validFor: /^[^\]\s]*$/ };
}

function applyKey(bracket) {
  return (view, completion, from, to) => {
    const end = closed(view.state, to, bracket);
    const next = view.state.sliceDoc(to, to + 1);
    const close = end > to || next !== "," ? bracket : "";
    view.dispatch({
      changes: { from, to: end, insert: completion.label + close },
      selection: { anchor: from + completion.label.length + close.length },
      userEvent: "input.complete",
    });
  };
}
