// What stands around the editor: tools above, the preview beside, the problems below.
import { mayComment } from "../comments/form.js";
import { commentHere, panelOf } from "../comments/in-editor.js";
import { CM } from "./codemirror.js";
import { citeSource, insertFootnote, jump } from "./commands.js";
import { button, make } from "../elements.js";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const CTRL_ALT = MAC ? "⌘ ⌥ " : "Ctrl Alt ";
const KEYS = [
  [`${CTRL_ALT}F`, "new footnote at the cursor"],
  [`${CTRL_ALT}J`, "from a footnote mark to its note, and back"],
  ["[@", "cite a source: type part of its key, title or author"],
  ["[^", "refer to a footnote that exists"],
  [`${CTRL_ALT}M`, "comment on the words selected"],
  [`${CTRL_ALT}P`, "show or hide the preview"],
  ["F8", "next problem"],
  [MAC ? "⌘ F" : "Ctrl F", "find and replace"],
  [MAC ? "⌘ S" : "Ctrl S", "save and continue editing"],
  ["Tab", "leave the editor"],
];

/** Its parts by name. `view` gives the editor once it is there; `togglePreview` is what the button does. */
export function frame(id, name, view, togglePreview) {
  const commented = id === "id_text" && mayComment(panelOf());
  const keys = make("dl", { class: "text-editor-keys", id: `${id}-keys`, hidden: true });
  for (const [press, does] of KEYS) {
    keys.append(make("div", {}, make("dt", {}, make("kbd", {}, press)), make("dd", {}, does)));
  }
  const keysButton = button(
    "Keys",
    () => {
      keys.hidden = !keys.hidden;
      keysButton.setAttribute("aria-expanded", String(!keys.hidden));
    },
    { "aria-expanded": "false", "aria-controls": keys.id },
  );
  const previewButton = button("Preview", togglePreview, { "aria-pressed": "false" });
  const state = make("span", { class: "text-editor-state", role: "status" });
  const told = make("span", { class: "text-editor-told", "aria-hidden": "true" });
  const tools = make(
    "div",
    { class: "text-editor-tools", role: "group", "aria-label": `${name}: tools` },
    button("Footnote", () => insertFootnote(view()), { title: `New footnote (${CTRL_ALT}F)` }),
    button("Cite a source", () => citeSource(view()), { title: "Or type [@ in the text" }),
    button("Mark ⇄ note", () => jump(view()), { title: `From mark to note and back (${CTRL_ALT}J)` }),
    button("Find", () => CM.openSearchPanel(view())),
    ...(commented
      ? [button("Comment", () => commentHere(view()), { title: `On the words selected (${CTRL_ALT}M)` })]
      : []),
    previewButton,
    keysButton,
    state,
    told,
  );
  const writing = make("div", { class: "text-editor-writing" });
  const preview = make("section", {
    class: "text-editor-preview",
    hidden: true,
    tabindex: "0",
    "aria-label": `${name}: preview, as readers will see it`,
  });
  const panes = make("div", { class: "text-editor-panes" }, writing, preview);
  const list = make("ol", { class: "text-editor-problems" });
  const box = make("div", { class: "text-editor" }, tools, keys, panes, list);
  return { box, list, preview, previewButton, state, told, writing };
}
