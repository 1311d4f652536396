import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCodeMirror, module, openPage, serve, stateOf } from "./page.js";

openPage('<div id="place"></div>');
const { EditorView } = loadCodeMirror();
const { noteCompletions, sourceCompletions } = await module("desk/researched-text/completions.js");

/** What CodeMirror asks a source of completions with; it is not in the bundle, and needs only these. */
function context(doc) {
  const state = stateOf(doc);
  return {
    state,
    pos: doc.length,
    matchBefore(pattern) {
      const found = doc.match(new RegExp(`(?:${pattern.source})$`));
      return found && { from: found.index, to: doc.length, text: found[0] };
    },
  };
}

function choose(doc, { from, options }, label, end = doc.length) {
  const view = new EditorView({ doc, parent: document.getElementById("place"), selection: { anchor: end } });
  view.desk = { tell() {} };
  const option = options.find((one) => one.label === label);
  option.apply(view, option, from, end);
  return view.state.doc.toString();
}

test("the library is asked for what was typed, and a chosen key is closed", async () => {
  const asked = serve(() => ({ sources: [{ key: "peru-oslo-2008", line: "Statement by Peru, Oslo, 2008." }] }));
  const doc = "It said so. [@peru-os";
  const offered = await sourceCompletions("/sources/")(context(doc));
  assert.equal(asked[0].address, "/sources/?q=peru-os");
  assert.equal(offered.options[0].line, "Statement by Peru, Oslo, 2008.");
  assert.equal(choose(doc, offered, "peru-oslo-2008"), "It said so. [@peru-oslo-2008]");
});

test("without the server, or outside a citation, nothing is offered and typing goes on", async () => {
  globalThis.fetch = async () => {
    throw new Error("out of reach");
  };
  assert.equal(await sourceCompletions("/sources/")(context("[@peru")), null);
  assert.equal(await sourceCompletions("/sources/")(context("peru")), null);
});

test("notes of this text are offered with their words, and the next number", () => {
  const doc = "One.[^1]\n\n[^1]: Seen in the table.\n\nTwo.[^";
  const offered = noteCompletions(context(doc));
  assert.deepEqual(
    offered.options.map(({ label, line }) => [label, line]),
    [
      ["1", "Seen in the table."],
      ["2", "a new footnote"],
    ],
  );
  assert.equal(choose(doc, offered, "1"), `${doc}1]`);
});

test("the next number makes the footnote with its note", () => {
  const doc = "One.[^1]\n\n[^1]: Seen.\n\nTwo.[^";
  assert.equal(choose(doc, noteCompletions(context(doc)), "2"), "One.[^1]\n\n[^1]: Seen.\n\nTwo.[^2]\n\n[^2]: ");
});

test("no notes are offered where none is begun", () => {
  assert.equal(noteCompletions(context("One.[^1] Two.")), null);
});
