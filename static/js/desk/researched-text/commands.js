// What a researcher does to a text: a new footnote, to and fro between mark and note, citing a source.
import { CM } from "./codemirror.js";
import { nextNoteKey, noteAround, noteMarks } from "./marks.js";

export function select(view, anchor, said) {
  view.dispatch({
    selection: { anchor },
    effects: [
      CM.EditorView.scrollIntoView(anchor, { y: "center" }),
      ...(said ? [CM.EditorView.announce.of(said)] : []),
    ],
  });
  view.focus();
  return true;
}

/** Puts "[^n]" with the next free number at the cursor, opens "[^n]: " at the end and goes there. */
export function insertFootnote(view) {
  const { state } = view;
  const at = state.selection.main.to;
  const key = nextNoteKey(noteMarks(state));
  const mark = `[^${key}]`;
  const end = state.doc.length;
  const body = state.doc.toString().trimEnd().length;
  const gap = at >= body ? `${mark}\n\n` : "\n\n";
  const changes =
    at >= body
      ? [{ from: body, to: end, insert: `${gap}${mark}: ` }]
      : [
          { from: at, insert: mark },
          { from: body, to: end, insert: `${gap}${mark}: ` },
        ];
  const length = state.changes(changes).newLength;
  view.dispatch({
    changes,
    selection: { anchor: length },
    userEvent: "input.footnote",
    effects: [
      CM.EditorView.scrollIntoView(length, { y: "center" }),
      CM.EditorView.announce.of(`Footnote ${key}: write its text here.`),
    ],
  });
  view.focus();
  return true;
}

/** From a mark to its note, from a note back to the mark one came from (or its first mark). */
export function jump(view) {
  const { state } = view;
  const marks = noteMarks(state);
  const position = state.selection.main.head;
  const line = state.doc.lineAt(position);
  const onLine = marks.filter((mark) => !mark.defines && mark.from >= line.from && mark.to <= line.to);
  const touching = onLine.find((mark) => mark.from <= position && position <= mark.to);
  const note = noteAround(state, position, marks);

  if (note && !touching) {
    const sources = marks.filter((mark) => !mark.defines && mark.key === note.key);
    if (!sources.length) return say(view, `Nothing in the text points to note ${note.key}.`);
    const back = sources.find((mark) => mark.to === view.cameFrom) || sources[0];
    return select(view, back.to, `Back in the text, at footnote ${note.key}.`);
  }
  const mark = touching || onLine.filter((one) => one.to <= position).pop() || onLine[0];
  if (!mark) return say(view, "No footnote on this line.");
  const definition = marks.find((one) => one.defines && one.key === mark.key);
  if (!definition) return say(view, `Footnote ${mark.key} has no note yet.`);
  view.cameFrom = mark.to;
  return select(view, state.doc.lineAt(definition.from).to, `Note ${mark.key}.`);
}

function say(view, words) {
  view.dispatch({ effects: CM.EditorView.announce.of(words) });
  view.desk.tell(words);
  return true;
}

export function citeSource(view) {
  view.dispatch(view.state.replaceSelection("[@"), { userEvent: "input.type" });
  view.focus();
  return CM.startCompletion(view);
}
