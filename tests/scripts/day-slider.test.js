import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openPage, run } from "./page.js";

test("the slider moves the day of the form, in words, and asks when the hand rests", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  openPage('<form id="day" data-first="2008-12-03"><input name="as_of" value="2010-08-01"></form>');
  const form = document.getElementById("day");
  let asked = 0;
  form.requestSubmit = () => asked++;
  await run("day-slider.js");
  const slider = document.getElementById("day-slider");
  assert.equal(document.querySelector("label").textContent, "Move to another day: 1 August 2010");
  slider.value = Number(slider.value) - 1;
  slider.dispatchEvent(new Event("input"));
  assert.equal(form.elements.as_of.value, "2010-07-31"); // the day before the convention entered into force
  assert.equal(slider.getAttribute("aria-valuetext"), "31 July 2010");
  slider.dispatchEvent(new Event("change"));
  mock.timers.tick(599);
  slider.dispatchEvent(new Event("change"));
  mock.timers.tick(599);
  assert.equal(asked, 0);
  mock.timers.tick(1);
  assert.equal(asked, 1);
  mock.timers.reset();
});

test("a page without a day has no slider", async () => {
  openPage("<form></form>");
  await run("day-slider.js");
  assert.equal(document.getElementById("day-slider"), null);
});
