import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, run, settle } from "./page.js";

test("the section that is being read is marked in the contents", async () => {
  openPage(`<nav class="contents"><a href="#stock">Stock</a><a href="#c%C3%B4te">Côte</a><a href="#gone">Gone</a></nav>
    <h2 id="stock">Stock</h2><h2 id="côte">Côte</h2>`);
  const tops = { stock: -10, côte: 900 };
  for (const heading of document.querySelectorAll("h2")) {
    heading.getBoundingClientRect = () => ({ top: tops[heading.id] });
  }
  await run("contents.js");
  const current = () => [...document.querySelectorAll("[aria-current=location]")].map((link) => link.textContent);
  assert.deepEqual(current(), ["Stock"]);
  tops["côte"] = 100; // scrolled on
  window.dispatchEvent(new Event("scroll"));
  await settle(50);
  assert.deepEqual(current(), ["Côte"]);
});

test("a page without contents is left alone", async () => {
  openPage("<h2 id=a>A</h2>");
  await run("contents.js");
  assert.equal(document.querySelector("[aria-current]"), null);
});
