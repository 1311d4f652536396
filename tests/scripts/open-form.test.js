import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { openPage, run, serve, settle } from "./page.js";

const KEY = "unsaved:7:/admin/countries/country/1/change/";
const page = (extra = "", lead = "Signed in Oslo.") => `${extra}
  <p data-open-form data-user="7" data-mark="12" data-presence-url="/presence/" hidden></p>
  <div id="content-main"><form id="country_form">
    <input name="csrfmiddlewaretoken" value="token"><input name="seen_version" value="12">
    <input name="lead" value="${lead}">
    <input type="checkbox" name="agreed" checked>
    <input type="radio" name="kind" value="a" checked><input type="radio" name="kind" value="b">
    <select name="status"><option value="1" selected>One</option><option value="2">Two</option></select>
  </form></div>`;

let pages;
async function open(html, { keeps } = {}) {
  const before = pages.at(-1);
  const window = openPage(html, { url: "https://monitor.test/admin/countries/country/1/change/" });
  for (const store of ["localStorage", "sessionStorage"]) {
    for (const [key, value] of Object.entries(before?.[store] ?? {})) window[store].setItem(key, value);
  }
  if (keeps) window.localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), ...keeps }));
  pages.push(window);
  await run("desk/open-form.js");
  return window;
}

const field = (name) => document.querySelector("form").elements.namedItem(name);
const offered = () => document.querySelector(".unsaved p")?.textContent ?? null;
const press = (words) => [...document.querySelectorAll("button")].find((one) => one.textContent === words).click();
const values = (lead) =>
  JSON.stringify([
    ["lead", lead],
    ["kind", "b"],
    ["status", "2"],
  ]);

beforeEach(() => {
  pages = [];
  serve(() => ({ others: [], changed: "12" }));
  mock.timers.enable({ apis: ["setInterval"] });
});
afterEach(() => mock.timers.reset());

test("what is typed is kept after two seconds, without token and version", async () => {
  const { localStorage } = await open(page());
  field("lead").value = "Signed in Oslo in 2008.";
  mock.timers.tick(2000);
  const kept = JSON.parse(JSON.parse(localStorage.getItem(KEY)).values);
  assert.deepEqual(kept[0], ["lead", "Signed in Oslo in 2008."]);
  assert.deepEqual(
    kept.map(([name]) => name),
    ["lead", "agreed", "kind", "status"],
  );
});

test("an untouched form keeps nothing, and typing back to the start forgets", async () => {
  const { localStorage } = await open(page());
  mock.timers.tick(2000);
  assert.equal(localStorage.getItem(KEY), null);
  field("lead").value = "x";
  mock.timers.tick(2000);
  field("lead").value = "Signed in Oslo.";
  mock.timers.tick(2000);
  assert.equal(localStorage.getItem(KEY), null);
});

test("what was not saved is offered and can be thrown away", async () => {
  const { localStorage } = await open(page(), { keeps: { values: values("Lost words") } });
  assert.match(offered(), /was not saved\. It is kept in this browser\.$/);
  press("Throw it away");
  assert.equal(offered(), null);
  assert.equal(localStorage.getItem(KEY), null);
});

test("while the offer stands what it is about is not overwritten", async () => {
  const { localStorage } = await open(page(), { keeps: { values: values("Lost words") } });
  field("lead").value = "Other words";
  mock.timers.tick(2000);
  assert.equal(JSON.parse(localStorage.getItem(KEY)).values, values("Lost words"));
});

test("brought back, every field has its value, also what was unticked", async () => {
  const first = await open(page(), { keeps: { values: values("Lost words") } });
  first.sessionStorage.setItem(KEY, "1"); // as "Bring it back" does, before it loads the page again
  await open(page());
  assert.equal(field("lead").value, "Lost words");
  assert.equal(field("agreed").checked, false);
  assert.equal(field("kind").value, "b");
  assert.equal(field("status").value, "2");
  assert.equal(offered(), null);
});

test("nothing is offered beside a refusal, after fourteen days, or when it is what stands there", async () => {
  await open(page('<p class="what-is-wrong">…</p>'), { keeps: { values: values("Lost words") } });
  assert.equal(offered(), null);
  pages = [];
  await open(page(), { keeps: { at: Date.now() - 14 * 24 * 60 * 60 * 1000 - 1, values: values("Lost words") } });
  assert.equal(offered(), null);
});

test("after a save that succeeded nothing is called unsaved", async () => {
  await open(page());
  field("lead").value = "Saved words";
  document.querySelector("form").dispatchEvent(new window.Event("submit"));
  const next = await open(page('<ul class="messagelist"><li class="success">Saved.</li></ul>', "Saved words"));
  assert.equal(next.localStorage.getItem(KEY), null);
  assert.equal(offered(), null);
});

const notice = () => document.querySelector("[data-open-form]");

test("others are named, and a save of theirs is said", async () => {
  serve(() => ({ others: [{ name: "Ana Ruiz" }], changed: "13" }));
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
  serve(() => ({ response: { redirected: true } }));
  await open(page());
  await settle();
  assert.match(notice().textContent, /no longer signed in/);
});
