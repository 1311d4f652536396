import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, run } from "./page.js";

const CHANGES = `<p data-comparison-keys hidden>n and p</p><input id="search">
  <ins class="comparison-change" id="c1" tabindex="-1">one</ins>
  <ins class="comparison-change" id="c2" tabindex="-1">two</ins>`;

async function open(html) {
  openPage(html);
  await run("comparison.js");
}

function press(key, { on = document.body, ...also } = {}) {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...also }));
  return document.activeElement.id;
}

test("n goes to the next change and round again, p to the one before", async () => {
  await open(CHANGES);
  assert.deepEqual([press("n"), press("n"), press("n"), press("p")], ["c1", "c2", "c1", "c2"]);
  assert.equal(document.querySelector("[data-comparison-keys]").hidden, false);
});

test("p first of all goes to the last change", async () => {
  await open(CHANGES);
  assert.equal(press("p"), "c2");
});

test("from a change that was clicked the keys go on", async () => {
  await open(CHANGES);
  document.getElementById("c2").focus();
  assert.equal(press("p"), "c1");
});

test("in a field, or with Ctrl, the keys are letters", async () => {
  await open(CHANGES);
  assert.equal(press("n", { ctrlKey: true }), "");
  document.getElementById("search").focus();
  assert.equal(press("n", { on: document.getElementById("search") }), "search");
});

test("where nothing changed no keys are promised", async () => {
  await open("<p data-comparison-keys>n and p</p>");
  assert.equal(document.querySelector("[data-comparison-keys]").hidden, true);
  assert.equal(press("n"), "");
});
