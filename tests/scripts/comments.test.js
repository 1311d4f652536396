import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCodeMirror, module, openPage } from "./page.js";

const PANEL = `<section data-comments>
  <ol><li class="thread" id="comment-7"><q data-quote data-occurrence="1">has bombs</q><a href="#" data-place>Show</a></li>
  <li class="thread is-settled" id="comment-8"><q data-quote data-occurrence="0">Lima</q></li></ol>
  <details class="new-comment"><form>
    <textarea name="quote"></textarea><input name="before"><textarea name="words"></textarea>
  </form></details></section>
  <article><div class="body"><div class="prose"><p>It <em>has</em> bombs.<sup>1</sup> It has bombs indeed.</p></div></div></article>
  <div id="place"></div>`;

openPage(PANEL);
const { EditorView } = loadCodeMirror();
const { locate, withoutMarks } = await module("desk/comments/places.js");
const { newComment } = await module("desk/comments/form.js");
const { commentHere, passages } = await module("desk/comments/in-editor.js");
const { plain, rangeOf, wordsOf } = await module("desk/comments/on-page.js");
const panel = () => document.querySelector("[data-comments]");
const field = (name) => panel().querySelector(`[name=${name}]`).value;

test("words are found whatever stands between their letters, and only as whole words", () => {
  const text = withoutMarks("She said *no*\nbombs[^1] [@key, p. 5] left. He said no bombs.");
  const found = (words, number) => {
    const place = locate(text, words, number);
    return place && text.slice(...place);
  };
  assert.equal(found("no bombs left"), `no*\nbombs${" ".repeat(18)}left`);
  assert.deepEqual(locate(text, "no bombs", 1), [text.length - 9, text.length - 1]);
  assert.equal(found("he said"), null);
  assert.equal(found("…"), null);
});

test("the page's words leave out numbers of notes, and a place in them is a range", () => {
  const { nodes, words } = wordsOf(document.querySelector(".body"));
  assert.equal(words.trim(), "It has bombs. It has bombs indeed.");
  const range = rangeOf(nodes, ...locate(words, "bombs. It has", 0));
  assert.equal(plain(range), "bombs. It has");
});

test("the words selected in the editor and those before them come into the form of a new comment", () => {
  const told = [];
  const view = new EditorView({
    doc: "One.\n\nIt has bombs. It has bombs.",
    parent: document.getElementById("place"),
  });
  view.desk = { tell: (words) => told.push(words) };
  commentHere(view);
  assert.deepEqual([told, field("quote")], [["Select the words first."], ""]);
  view.dispatch({ selection: { anchor: 23, head: 32 } });
  commentHere(view);
  assert.deepEqual([field("quote"), field("before")], ["has bombs", "It has bombs. It "]);
  assert.ok(panel().querySelector(".new-comment").open);
  assert.equal(document.activeElement.name, "words");
});

test("what is quoted by hand has nothing before it", () => {
  newComment(panel());
  panel().querySelector("[name=before]").value = "It ";
  panel().querySelector("[name=quote]").dispatchEvent(new window.Event("input"));
  assert.equal(field("before"), "");
});

test("the passage of an open comment moves along while somebody types, and its link leads there", () => {
  const parent = document.getElementById("place");
  const view = new EditorView({ doc: "It has bombs. It has bombs. Lima.", parent, extensions: [passages()] });
  const marked = () => [...view.dom.querySelectorAll(".cm-commented")].map((one) => one.textContent);
  assert.deepEqual(marked(), ["has bombs"]);
  view.dispatch({ changes: { from: 0, insert: "Now: " } });
  assert.deepEqual(marked(), ["has bombs"]);
  panel().querySelector("[data-place]").click();
  assert.deepEqual([view.state.selection.main.from, view.state.selection.main.to], [22, 31]);
});
