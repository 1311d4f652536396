import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, run, settle } from "./page.js";

const PAGE =
  '<pre id="cite"> Monitor, Peru, 2009. </pre><button hidden data-copy="cite">Copy</button><button hidden data-print>Print</button>';

function clipboard(writeText) {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: writeText && { writeText } });
}

test("a citation is copied without the spaces around it, and the button says so", async () => {
  openPage(PAGE);
  const copied = [];
  clipboard(async (text) => copied.push(text));
  await run("actions.js");
  const button = document.querySelector("[data-copy]");
  assert.equal(button.hidden, false);
  button.click();
  await settle();
  assert.deepEqual(copied, ["Monitor, Peru, 2009."]);
  assert.equal(button.textContent, "Copied");
});

test("where copying is refused the text is selected", async () => {
  openPage(PAGE);
  clipboard(async () => {
    throw new Error("refused");
  });
  await run("actions.js");
  document.querySelector("[data-copy]").click();
  await settle();
  assert.equal(getSelection().toString().trim(), "Monitor, Peru, 2009.");
  assert.match(document.querySelector("[data-copy]").textContent, /Ctrl\+C/);
});

test("where nothing can be copied no button promises it; printing needs nothing", async () => {
  openPage(PAGE);
  clipboard(undefined);
  let printed = 0;
  globalThis.print = () => printed++;
  await run("actions.js");
  assert.equal(document.querySelector("[data-copy]").hidden, true);
  document.querySelector("[data-print]").click();
  assert.equal(printed, 1);
});
