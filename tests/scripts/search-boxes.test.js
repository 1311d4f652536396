import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, run } from "./page.js";

const PAGE = `<label for="id_country">Country: *</label>
  <div><select id="id_country" class="admin-autocomplete"><option></option></select>
  <span class="select2-selection" role="combobox" aria-labelledby="x"><span role="textbox"></span></span></div>`;

/** As much of jQuery as the admin's boxes need. */
function jQuery(heard) {
  const $ = (target) =>
    typeof target === "function" ? target() : { on: (name, does) => heard.push([target, name, does]) };
  window.django = { jQuery: $ };
}

test("a search box says its field and what is chosen, also while it is empty", async () => {
  openPage(PAGE);
  const heard = [];
  jQuery(heard);
  await run("desk/search-boxes.js");
  const box = document.querySelector("[role=combobox]");
  assert.equal(box.getAttribute("aria-label"), "Country: nothing chosen");
  assert.equal(box.hasAttribute("aria-labelledby"), false);
  const select = document.getElementById("id_country");
  select.innerHTML = "<option selected>Peru</option>";
  heard.find(([target, name]) => target === select && name === "change")[2]();
  assert.equal(document.querySelector("[role=textbox]").getAttribute("aria-label"), "Country: Peru");
});

test("the field of an open box is named after it", async () => {
  openPage(`${PAGE}<div class="select2-container--open"><input class="select2-search__field"></div>`);
  const heard = [];
  jQuery(heard);
  await run("desk/search-boxes.js");
  heard.find(([, name]) => name === "select2:open")[2]({ target: document.getElementById("id_country") });
  assert.equal(document.querySelector(".select2-search__field").getAttribute("aria-label"), "Search: Country");
});

test("the focus that the hidden field had goes to its box", async () => {
  openPage(PAGE);
  jQuery([]);
  document.querySelector("[role=combobox]").tabIndex = 0;
  document.getElementById("id_country").focus();
  await run("desk/search-boxes.js");
  assert.equal(document.activeElement.getAttribute("aria-label"), "Country: nothing chosen");
});

test("a page without jQuery is left alone", async () => {
  openPage(PAGE);
  await run("desk/search-boxes.js");
  assert.equal(document.querySelector("[role=combobox]").getAttribute("aria-label"), null);
});
