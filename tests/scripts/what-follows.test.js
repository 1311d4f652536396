import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { openPage, run, serve } from "./page.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

const answered = () => new Promise((resolve) => setImmediate(resolve));

async function open(part, answer) {
  openPage(`<form><input name="date" value="2008-12-03"><textarea name="reason"></textarea>${part}</form>`);
  const asked = serve(answer);
  await run("desk/what-follows.js");
  return asked;
}

async function type(name, value) {
  const field = document.querySelector(`[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  mock.timers.tick(400);
  await answered();
}

test("an address of its own is asked at once and when a watched field changes", async () => {
  const asked = await open(
    '<div data-follows="/follows/" data-watch="date"></div>',
    () => "<p>In force on 1 August 2010</p>",
  );
  mock.timers.tick(400);
  await answered();
  assert.equal(document.querySelector("[data-follows]").textContent, "In force on 1 August 2010");
  await type("date", "2009-01-01");
  assert.equal(asked.length, 2);
  assert.equal(asked[1].body.get("date"), "2009-01-01");
  await type("reason", "A word");
  assert.equal(asked.length, 2);
});

test("what stands there already is not asked for until something changes", async () => {
  const asked = await open('<div data-follows="/follows/" data-shown>Stored</div>', () => "Overdue");
  mock.timers.tick(400);
  await answered();
  assert.equal(asked.length, 0);
  await type("date", "2009-01-01");
  assert.equal(document.querySelector("[data-follows]").textContent, "Overdue");
  await type("reason", "words that no rule reads");
  assert.equal(asked.length, 1);
});

test("a slow answer to an older day is not shown", async () => {
  const waiting = [];
  await open('<div data-follows="/follows/"></div>', () => new Promise((resolve) => waiting.push(resolve)));
  mock.timers.tick(400);
  await type("date", "2009-01-01");
  waiting[1]("newer");
  await answered();
  waiting[0]("older");
  await answered();
  assert.equal(document.querySelector("[data-follows]").textContent, "newer");
});

test("a refusal leaves what stands there", async () => {
  await open('<div data-follows="/follows/">Before</div>', () => ({ response: { ok: false, status: 500 } }));
  mock.timers.tick(400);
  await answered();
  assert.equal(document.querySelector("[data-follows]").textContent, "Before");
});
