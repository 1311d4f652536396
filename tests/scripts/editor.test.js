import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { loadCodeMirror, openPage, run, serve, settle } from "./page.js";

const FORM = `
  <form id="profile_form">
    <input name="csrfmiddlewaretoken" value="token">
    <label for="id_text">Text:*</label>
    <textarea id="id_text" name="text" required data-researched-text data-sources-url="/sources/"
      data-check-url="/check/" data-preview-url="/preview/">Peru signed.[^1]</textarea>
    <textarea name="rows-__prefix__-text" data-researched-text></textarea>
    <input name="reason">
    <button name="_continue">Save and continue</button>
  </form>`;
const PROBLEM = { kind: "note-missing", line: 1, quote: "[^1]", message: "Line 1: Footnote 1 has no note." };

let asked;
beforeEach(async () => {
  openPage(FORM);
  loadCodeMirror();
  asked = serve(({ address }) =>
    address === "/check/" ? { problems: [PROBLEM] } : { html: "<p>As readers see it</p>" },
  );
  await run("desk/researched-text.js");
  await settle();
});

const editor = () => globalThis.CodeMirror.EditorView.findFromDOM(document.querySelector(".cm-editor"));
const press = (words) => [...document.querySelectorAll("button")].find((one) => one.textContent === words).click();

test("the editor stands in front of the textarea, which stays the form's field", () => {
  const textarea = document.getElementById("id_text");
  assert.ok(textarea.hidden);
  assert.ok(!textarea.required); // the browser cannot point at a hidden field
  editor().dispatch({ changes: { from: 0, insert: "In Oslo " } });
  assert.equal(textarea.value, "In Oslo Peru signed.[^1]");
});

test("the empty row that new rows are copied from stays a textarea", () => {
  assert.equal(document.querySelectorAll(".cm-editor").length, 1);
});

test("a row that is added gets its editor", async () => {
  const row = document.createElement("div");
  row.innerHTML = '<textarea name="rows-0-text" data-researched-text data-check-url="/check/">New</textarea>';
  document.querySelector("form").append(row);
  row.dispatchEvent(new window.CustomEvent("formset:added", { bubbles: true }));
  assert.ok(row.querySelector(".cm-editor"));
});

test("problems of the server are listed with the line they stand in", () => {
  const { headers } = asked.find(({ body }) => body.get("text") === "Peru signed.[^1]");
  assert.equal(headers["X-CSRFToken"], "token");
  assert.equal(document.querySelector(".text-editor-state").textContent, "1 problem in the text");
  assert.equal(document.querySelector(".text-editor-problems li").textContent, "Line 1 Footnote 1 has no note.");
});

test("the preview shows what the server made of the text", async () => {
  press("Preview");
  await settle();
  assert.equal(document.querySelector(".text-editor-preview p").textContent, "As readers see it");
  press("Preview");
  assert.ok(document.querySelector(".text-editor-preview").hidden);
});

test("the tools put a footnote and a citation into the text", () => {
  press("Cite a source");
  assert.match(document.getElementById("id_text").value, /^\[@/);
  press("Footnote");
  assert.match(document.getElementById("id_text").value, /\[\^2\]: $/);
});

test("the keys are a list that opens and closes", () => {
  press("Keys");
  assert.ok(!document.getElementById("id_text-keys").hidden);
  press("Keys");
  assert.ok(document.getElementById("id_text-keys").hidden);
});
