import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, run, settle } from "./page.js";

const PAGE = `<article data-notes>
  <p>Peru signed.<sup><a role="doc-noteref" href="#n1" aria-label="Note 1">1</a></sup>
     It waited.<sup><a role="doc-noteref" href="#n2" aria-label="Note 2">2</a></sup></p></article>
  <ol><li id="n1"><p id="inside">Seen in the <a href="/sources/x/">table</a>. <a role="doc-backlink" href="#r1">↩</a></p></li>
      <li id="n2"><p>Gazette.</p></li></ol><p id="elsewhere">End</p>`;

let width;
async function open(isWide) {
  openPage(PAGE);
  width = { matches: isWide, listeners: [], addEventListener: (_, listener) => width.listeners.push(listener) };
  globalThis.matchMedia = () => width;
  globalThis.scrollBy = () => {};
  await run("notes.js");
}

const mark = (number) => document.querySelector(`[href="#n${number}"]`);
const shown = () => [...document.querySelectorAll(".note-popover")].map((note) => note.textContent.trim());
const inMargin = () => [...document.querySelectorAll(".margin-note")].map((note) => note.textContent.trim());
const escape = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));

test("on a phone a note opens in place, stays, and closes with its mark", async () => {
  await open(false);
  mark(1).click();
  assert.deepEqual(shown(), ["×Seen in the table."]);
  assert.equal(mark(1).getAttribute("aria-describedby"), "note-in-place");
  mark(2).click();
  assert.deepEqual(shown(), ["×Gazette."]);
  mark(2).click();
  assert.deepEqual(shown(), []);
});

test("the copy has neither ids nor the way back of the note at the end", async () => {
  await open(false);
  mark(1).click();
  assert.equal(document.querySelectorAll("#inside").length, 1);
  assert.equal(document.querySelector(".note-popover [role=doc-backlink]"), null);
  assert.ok(document.querySelector(".note-popover a[href='/sources/x/']"));
});

test("Escape, the button and a touch elsewhere close it", async () => {
  await open(false);
  mark(1).click();
  escape();
  assert.deepEqual(shown(), []);
  mark(1).click();
  document.querySelector(".note-popover button").click();
  assert.deepEqual(shown(), []);
  assert.equal(document.activeElement, mark(1));
  mark(1).click();
  document.getElementById("elsewhere").dispatchEvent(new Event("pointerdown", { bubbles: true }));
  assert.deepEqual(shown(), []);
});

test("under the mouse a note comes after a moment and goes when the reader moves on", async () => {
  await open(false);
  mark(2).dispatchEvent(new Event("mouseenter"));
  assert.deepEqual(shown(), []);
  await settle(200);
  assert.deepEqual(shown(), ["Gazette."]);
  mark(2).dispatchEvent(new Event("mouseleave"));
  await settle(300);
  assert.deepEqual(shown(), []);
});

test("where there is room notes stand in the margin, numbered, out of the way of the keyboard", async () => {
  await open(true);
  assert.deepEqual(inMargin(), ["1 Seen in the table.", "2 Gazette."]);
  assert.equal(document.querySelector(".margin-note a").tabIndex, -1);
  mark(1).dispatchEvent(new Event("mouseenter"));
  assert.equal(document.querySelectorAll(".margin-note.is-current").length, 1);
  mark(1).click();
  assert.deepEqual(shown(), []);
});

test("a window made narrow takes the notes out of the margin", async () => {
  await open(true);
  width.matches = false;
  for (const listener of width.listeners) listener();
  assert.deepEqual(inMargin(), []);
});
