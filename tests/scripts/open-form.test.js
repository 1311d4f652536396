import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { module, openPage, run, serve, settle } from "./page.js";

const PLACE = "/admin/countries/country/1/change/";
const page = (extra = "", lead = "Signed in Oslo.", number = "form-1") => `${extra}
  <p data-open-form data-user="7" data-about="Peru" data-begun-url="/begun/" data-mark="12"
    data-presence-url="/presence/" hidden></p>
  <div id="content-main"><form id="country_form">
    <input name="csrfmiddlewaretoken" value="token"><input name="form_id" value="${number}">
    <input name="_window" value="window-1"><input name="seen_version" value="12"><input name="reason" value="">
    <input name="lead" value="${lead}">
    <input type="checkbox" name="agreed" checked>
    <button name="_save">Save</button><button name="look" formtarget="_blank">Look</button>
  </form></div>`;

let pages;
let server; // { begun, saved, presence, refuses }
let asked;
let assigned;

function open(html, script = "desk/open-form.js") {
  const before = pages.at(-1);
  const window = openPage(html, { url: `https://monitor.test${PLACE}` });
  for (const [key, value] of Object.entries(before?.localStorage ?? {})) window.localStorage.setItem(key, value);
  for (const copy of server.copies ?? [])
    window.localStorage.setItem(`typed:${copy.form_id}`, JSON.stringify(copy));
  server.copies = [];
  Object.defineProperty(globalThis, "location", {
    configurable: true,
    value: { pathname: PLACE, assign: (address) => assigned.push(address) },
  });
  pages.push(window);
  return run(script).then(() => settle());
}

const field = (name) => document.querySelector("form").elements.namedItem(name);
const offers = () => [...document.querySelectorAll(".unsaved p")].map((one) => one.textContent);
const press = (words) => [...document.querySelectorAll("button")].find((one) => one.textContent === words).click();
const kept = (number = "form-1") => JSON.parse(localStorage.getItem(`typed:${number}`));
const posts = (what) =>
  asked.filter(({ method, body }) => method === "POST" && body.has(what)).map(({ body }) => body);
const copy = (more = {}) => ({
  form_id: "old",
  window: "window-0",
  user: "7",
  place: PLACE,
  title: "Peru",
  typed: JSON.stringify([["lead", "Lost words"]]),
  at: Date.now(),
  known_at: "",
  ask: "/begun/",
  ...more,
});

function send(submitter) {
  document.querySelector("form").dispatchEvent(new window.SubmitEvent("submit", { submitter: field(submitter) }));
}

async function pass(milliseconds = 2000) {
  mock.timers.tick(milliseconds);
  for (let i = 0; i < 10; i++) await null;
}

beforeEach(() => {
  pages = [];
  assigned = [];
  server = { begun: [], saved: [], presence: { others: [], changed: "12" } };
  asked = serve(({ address, method, body }) => {
    if (address.startsWith("/presence/")) return server.presence;
    if (server.refuses) return { response: { redirected: true } };
    if (method !== "POST") return { begun: server.begun, saved: server.saved };
    if (body.has("forget")) return { forgotten: true };
    return server.keeps ?? { form_id: body.get("form_id"), kept_at: "2026-11-29T10:00:00+00:00" };
  });
  mock.timers.enable({ apis: ["setInterval"] });
});
afterEach(() => mock.timers.reset());

test("what is typed is kept here after two seconds, with the version it was typed on, and on the server", async () => {
  await open(page());
  field("lead").value = "Signed in Oslo in 2008.";
  await pass();
  assert.deepEqual(JSON.parse(kept().typed), [
    ["seen_version", "12"],
    ["reason", ""],
    ["lead", "Signed in Oslo in 2008."],
    ["agreed", "on"],
  ]);
  const [body] = posts("typed");
  assert.equal(body.get("typed"), kept().typed);
  assert.deepEqual(
    ["form_id", "window", "place", "title", "known_at"].map((name) => body.get(name)),
    ["form-1", "window-1", PLACE, "Peru", ""],
  );
  assert.equal(kept().known_at, "2026-11-29T10:00:00+00:00");
});

test("many changes are one post to the server in ten seconds", async () => {
  await open(page());
  for (const words of ["a", "ab", "abc", "abcd"]) {
    field("lead").value = words;
    await pass();
  }
  assert.equal(posts("typed").length, 1);
  assert.match(kept().typed, /abcd/);
});

test("an untouched form keeps nothing, a reason alone is nothing typed, and typing back to the start forgets", async () => {
  await open(page());
  field("reason").value = "Why";
  await pass();
  assert.equal(kept(), null);
  field("lead").value = "x";
  await pass();
  assert.notEqual(kept(), null);
  field("lead").value = "Signed in Oslo.";
  await pass();
  assert.equal(kept(), null);
});

test("what the server keeps is offered, the newest first, with the day in words", async () => {
  server.begun = [
    { form_id: "a", kept_at: "2026-11-28T10:00:00" },
    { form_id: "b", kept_at: "2026-11-29T10:00:00" },
  ];
  await open(page());
  assert.deepEqual(offers(), [
    "What you typed here on 29 November 2026 at 10:00 was not saved.",
    "What you typed here on 28 November 2026 at 10:00 was not saved.",
  ]);
  press("Bring it back");
  await settle();
  assert.deepEqual(assigned, [`${PLACE}?begun=b`]);
});

test("a copy that the server has not is brought to it before it is brought back", async () => {
  server.copies = [copy()];
  await open(page());
  assert.equal(offers().length, 1);
  press("Bring it back");
  await settle();
  assert.equal(posts("typed")[0].get("typed"), copy().typed);
  assert.deepEqual(assigned, [`${PLACE}?begun=old`]);
  assert.notEqual(kept("old"), null);
});

test("where the server cannot take it, it is said, and the copy stays", async () => {
  server.copies = [copy()];
  await open(page());
  server.refuses = true;
  press("Bring it back");
  await settle();
  assert.match(offers()[0], /cannot be reached.*still kept/);
  assert.notEqual(kept("old"), null);
  assert.deepEqual(assigned, []);
});

test("what is thrown away is gone here and there", async () => {
  server.copies = [copy()];
  await open(page());
  press("Throw it away");
  await settle();
  assert.deepEqual(offers(), []);
  assert.equal(kept("old"), null);
  assert.equal(posts("forget")[0].get("forget"), "old");
});

test("what was saved is never offered, whatever page came next", async () => {
  server.copies = [copy()];
  server.saved = ["old"];
  await open(page());
  assert.deepEqual(offers(), []);
  assert.equal(kept("old"), null);
});

test("any page of the desk forgets what was sent and is saved, and keeps what was refused", async () => {
  server.copies = [copy({ sent: true }), copy({ form_id: "refused", sent: true })];
  server.saved = ["old"];
  await open("<p>A list</p>", "desk/saved-forms.js");
  assert.equal(kept("old"), null);
  assert.notEqual(kept("refused"), null);
});

test("nothing is offered where nobody can say whether it was saved, nor other people's words", async () => {
  server.copies = [copy()];
  server.refuses = true;
  await open(page());
  assert.deepEqual(offers(), []);
  assert.notEqual(kept("old"), null);
  pages = [];
  server.refuses = false;
  server.copies = [copy({ user: "8" })];
  await open(page());
  assert.deepEqual(offers(), []);
});

test("beside a refusal nothing is offered, and the refused words reach the server", async () => {
  server.copies = [copy()];
  await open(page('<p class="what-is-wrong">…</p>'));
  assert.deepEqual(offers(), []);
  await pass();
  assert.equal(posts("typed").length, 1);
});

test("where another window keeps the same form, this one goes on under a number of its own", async () => {
  server.keeps = { form_id: "form-2", kept_at: "2026-11-29T10:00:00+00:00" };
  await open(page());
  field("lead").value = "Mine";
  await pass();
  assert.equal(field("form_id").value, "form-2");
  assert.equal(kept("form-1"), null);
  assert.notEqual(kept("form-2"), null);
});

test("what is sent is kept as sent until it is known to be saved; a look in another window sends nothing", async () => {
  await open(page());
  field("lead").value = "Words";
  send("look");
  await pass();
  assert.ok(!kept().sent);
  send("_save");
  await pass();
  assert.equal(kept().sent, true);
});

test("forms of new records are told apart by the first words typed", async () => {
  const { withFirstWords } = await module("desk/open-form/values.js");
  const opened = [
    ["kind", "other"],
    ["name", ""],
  ];
  const typed = [
    ["country", "138"],
    ["kind", "other"],
    ["name", "Friends of the ban"],
  ];
  assert.equal(withFirstWords("Add state group", typed, opened), "Add state group: Friends of the ban");
  assert.equal(withFirstWords("Add state group", opened, opened), "Add state group");
});

test("leaving with changed words asks first, leaving by saving does not", async () => {
  const asks = () => !window.dispatchEvent(new window.Event("beforeunload", { cancelable: true }));
  await open(page());
  assert.equal(asks(), false);
  field("lead").value = "Other words";
  assert.equal(asks(), true);
  send("_save");
  assert.equal(asks(), false);
});

const notice = () => document.querySelector("[data-open-form]");

test("others are named, and a save of theirs is said", async () => {
  server.presence = { others: [{ name: "Ana Ruiz" }], changed: "13" };
  await open(page());
  await settle();
  assert.equal(notice().hidden, false);
  assert.match(notice().textContent, /^Ana Ruiz has this form open too\. It was saved by somebody else/);
});

test("alone and unchanged nothing is said", async () => {
  await open(page());
  await settle();
  assert.equal(notice().hidden, true);
});

test("an expired session is said before anybody presses save", async () => {
  server.presence = { response: { redirected: true } };
  await open(page());
  await settle();
  assert.match(notice().textContent, /no longer signed in/);
});
