import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCodeMirror, module, openPage } from "./page.js";

openPage('<div id="place"></div>');
const { EditorView } = loadCodeMirror();
const { citeSource, insertFootnote, jump } = await module("desk/researched-text/commands.js");

function write(doc, anchor) {
  const view = new EditorView({ doc, parent: document.getElementById("place"), selection: { anchor } });
  view.said = [];
  view.desk = { tell: (words) => view.said.push(words) };
  return view;
}

test("a footnote in the middle puts the mark at the cursor and opens the note at the end", () => {
  const view = write("Peru signed. It waited.\n\n[^1]: A note.\n", "Peru signed.".length);
  insertFootnote(view);
  assert.equal(view.state.doc.toString(), "Peru signed.[^2] It waited.\n\n[^1]: A note.\n\n[^2]: ");
  assert.equal(view.state.selection.main.head, view.state.doc.length);
});

test("a footnote at the end of the text stands before its own note", () => {
  const view = write("Peru signed.\n\n", "Peru signed.\n\n".length);
  insertFootnote(view);
  assert.equal(view.state.doc.toString(), "Peru signed.[^1]\n\n[^1]: ");
});

test("from a mark to its note and back to the same mark, though another came first", () => {
  const doc = "One.[^1] Two.[^1]\n\n[^1]: A note.";
  const second = doc.indexOf("[^1]", 8) + 1;
  const view = write(doc, second);
  jump(view);
  assert.equal(view.state.selection.main.head, doc.length);
  jump(view);
  assert.equal(view.state.selection.main.head, doc.indexOf("\n"));
});

test("says so where there is nowhere to go", () => {
  const without = write("No mark here.", 3);
  jump(without);
  assert.deepEqual(without.said, ["No footnote on this line."]);
  const unwritten = write("One.[^7]", 5);
  jump(unwritten);
  assert.deepEqual(unwritten.said, ["Footnote 7 has no note yet."]);
  const orphan = write("[^7]: Nobody points here.", 8);
  jump(orphan);
  assert.deepEqual(orphan.said, ["Nothing in the text points to note 7."]);
});

test("citing a source opens the key at the cursor", () => {
  const view = write("Peru signed.", 12);
  citeSource(view);
  assert.equal(view.state.doc.toString(), "Peru signed.[@");
});
