import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCodeMirror, module, openPage, stateOf } from "./page.js";

openPage();
loadCodeMirror();
const { closed, nextNoteKey, noteAround, noteMarks, placeOf } = await module("desk/researched-text/marks.js");

const TEXT =
  "Peru signed in Oslo.[^1] The bill was read.[^bill]\n\n[^1]: Seen in the table.\n\n    Its second paragraph.\n\n[^bill]: Gazette, 2007.\n\nNo note.";
const state = stateOf(TEXT);

test("marks in the text and definitions at the start of a line are told apart", () => {
  assert.deepEqual(
    noteMarks(state).map(({ key, defines }) => [key, defines]),
    [
      ["1", false],
      ["bill", false],
      ["1", true],
      ["bill", true],
    ],
  );
});

test("a mark before a colon in the middle of a line defines nothing", () => {
  const [mark] = noteMarks(stateOf("As follows[^2]: three states."));
  assert.equal(mark.defines, false);
  assert.equal(mark.to, "As follows[^2]".length); // the colon is the sentence's
});

test("the indented paragraph of a note belongs to it, the next plain one does not", () => {
  const marks = noteMarks(state);
  assert.equal(noteAround(state, TEXT.indexOf("second"), marks).key, "1");
  assert.equal(noteAround(state, TEXT.indexOf("No note"), marks), null);
  assert.equal(noteAround(state, TEXT.indexOf("Oslo"), marks), null);
});

test("the next note has the number after the highest, whatever names stand between", () => {
  assert.equal(nextNoteKey(noteMarks(state)), "2");
  assert.equal(nextNoteKey([{ key: "9" }, { key: "10" }, { key: "bill" }]), "11");
  assert.equal(nextNoteKey([]), "1");
});

test("a key that is completed swallows its own rest and bracket, and no more", () => {
  const typed = stateOf("[@peru-oslo] and [@peru, p. 3]");
  assert.equal(closed(typed, "[@peru".length, "]"), "[@peru-oslo]".length);
  const open = typed.doc.toString().indexOf("[@peru,") + "[@pe".length;
  assert.equal(closed(typed, open, "]"), open);
});

test("a problem stands on the words it quotes, or on its line where they are not", () => {
  assert.deepEqual(placeOf(state, { line: 1, quote: "[^bill]" }), { from: 43, to: 50 });
  assert.deepEqual(placeOf(state, { line: 1, quote: "[^none]" }), { from: 0, to: 50 });
  assert.equal(placeOf(state, { line: 99, quote: "" }), null);
  assert.equal(placeOf(state, { line: null }), null);
});
