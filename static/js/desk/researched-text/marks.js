// The footnote marks and source keys of a researched text. Asks only the editor's state, so it runs without a page.
export const SOURCE_KEY = "[A-Za-z0-9_:.-]";
const NOTE_MARK = /\[\^([^\]\s]+)\](:)?/g;

/** Every "[^key]" of the text: a definition opens a line and is followed by a colon, all others are marks. */
export function noteMarks(state) {
  const text = state.doc.toString();
  const found = [];
  for (const match of text.matchAll(NOTE_MARK)) {
    const line = state.doc.lineAt(match.index);
    const defines = Boolean(match[2]) && text.slice(line.from, match.index).trim() === "";
    const to = match.index + match[0].length;
    found.push({ key: match[1], from: match.index, to: defines || !match[2] ? to : to - 1, defines });
  }
  return found;
}

/** The note whose lines hold this position: from its definition to the next definition or unindented paragraph. */
export function noteAround(state, position, marks) {
  const definition = marks.filter((mark) => mark.defines && mark.from <= position).pop();
  if (!definition) return null;
  const first = state.doc.lineAt(definition.from).number;
  const here = state.doc.lineAt(position).number;
  for (let number = first + 1; number <= here; number++) {
    const before = state.doc.line(number - 1).text;
    const text = state.doc.line(number).text;
    if (text.trim() !== "" && before.trim() === "" && !/^(\t| {2,})/.test(text)) return null;
  }
  return definition;
}

export function nextNoteKey(marks) {
  const numbers = marks
    .map((mark) => mark.key)
    .filter((key) => /^\d+$/.test(key))
    .map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

/** Where a key that begins before `to` ends, its closing bracket included when it already stands there. */
export function closed(state, to, bracket) {
  const rest = state.sliceDoc(to, state.doc.lineAt(to).to);
  const key = rest.match(new RegExp(`^${SOURCE_KEY}*`))[0].length;
  return rest[key] === bracket ? to + key + 1 : to;
}

/** Where in the editor a problem of the server stands: its line, and in it the words quoted. */
export function placeOf(state, problem) {
  if (!problem.line || problem.line > state.doc.lines) return null;
  const line = state.doc.line(problem.line);
  const at = problem.quote ? line.text.indexOf(problem.quote) : -1;
  return at < 0
    ? { from: line.from, to: line.to }
    : { from: line.from + at, to: line.from + at + problem.quote.length };
}
