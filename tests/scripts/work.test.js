import assert from "node:assert/strict";
import { test } from "node:test";
import { module, openPage, serve } from "./page.js";

const page = (words, goesOn) => `<div data-work${goesOn ? " data-goes-on" : ""}>${words}</div>`;

test("what the server says now takes the place of what the page says, until it is over", async () => {
  openPage(page("Read 1 of 2", false));
  const { lookAgain } = await module("desk/work.js");
  const said = [page("Read 2 of 2", true), page("Done", false)];
  serve(() => said.shift());
  assert.equal(await lookAgain(document, fetch), true);
  assert.equal(document.querySelector("[data-work]").textContent, "Read 2 of 2");
  assert.equal(await lookAgain(document, fetch), false);
  assert.equal(document.querySelector("[data-work]").textContent, "Done");
});

test("who is signed out meanwhile keeps the page, and nobody asks again", async () => {
  openPage(page("Read 1 of 2", true));
  const { lookAgain } = await module("desk/work.js");
  serve(() => "<form>Sign in</form>");
  assert.equal(await lookAgain(document, fetch), false);
  assert.equal(document.querySelector("[data-work]").textContent, "Read 1 of 2");
});

test("a server that restarts is asked again", async () => {
  openPage(page("Read 1 of 2", true));
  const { lookAgain } = await module("desk/work.js");
  serve(() => ({ response: { ok: false, status: 503 } }));
  assert.equal(await lookAgain(document, fetch), true);
});
