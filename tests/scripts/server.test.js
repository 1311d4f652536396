import assert from "node:assert/strict";
import { test } from "node:test";
import { module, openPage } from "./page.js";

openPage();
const { asker } = await module("desk/researched-text/server.js");

async function answers(response) {
  globalThis.fetch = async () => response;
  let given;
  await asker("/check/", "token", (...both) => (given = both))("text");
  return given;
}

test("an answer is handed on", async () => {
  assert.deepEqual(await answers({ ok: true, json: async () => ({ problems: [] }) }), [{ problems: [] }, ""]);
});

test("signed out, refused, out of reach: each is said, and that the text is kept", async () => {
  const [, out] = await answers({ type: "opaqueredirect", ok: false });
  const [, forbidden] = await answers({ status: 403, ok: false });
  const [, tooLong] = await answers({ status: 413, ok: false });
  assert.match(out, /signed out.*text is kept/);
  assert.equal(out, forbidden);
  assert.match(tooLong, /answer 413.*text is kept/);
  globalThis.fetch = async () => {
    throw new TypeError("no network");
  };
  let given;
  await asker("/check/", "token", (...both) => (given = both))("text");
  assert.deepEqual(given, [null, "The server is out of reach. Your text is kept here."]);
});

test("a slow answer to an older text is not shown", async () => {
  const waiting = [];
  globalThis.fetch = () => new Promise((resolve) => waiting.push(resolve));
  const shown = [];
  const ask = asker("/check/", "token", (answer) => shown.push(answer));
  const [older, newer] = [ask("older"), ask("newer")];
  waiting[1]({ ok: true, json: async () => "newer" });
  await newer;
  waiting[0]({ ok: true, json: async () => "older" });
  await older;
  assert.deepEqual(shown, ["newer"]);
});
