// The passages of comments on a page that shows the text, and commenting on words selected there.
import { button } from "../elements.js";
import { askAbout, mayComment } from "./form.js";
import { locate } from "./places.js";

const NO_WORDS = "sup, [role=doc-backlink], .citation, mark, .margin-note, .note-popover";
const TEXT = ".prose, [role=doc-endnotes]";

/** Marks the passages of open comments in the text, without touching it. */
export function highlightPassages(panel, root) {
  if (!globalThis.CSS?.highlights) return;
  const { nodes, words } = wordsOf(root);
  const ranges = [];
  for (const quotation of panel.querySelectorAll(".thread:not(.is-settled) q[data-quote]")) {
    const place = locate(words, quotation.textContent, Number(quotation.dataset.occurrence));
    if (place) ranges.push(rangeOf(nodes, ...place));
  }
  CSS.highlights.set("commented", new Highlight(...ranges));
}

/** A button at words that are selected in the text. */
export function offerSelected(panel, root) {
  if (!mayComment(panel)) return;
  const offer = button("Comment here", () => {
    const range = selectedIn(root);
    if (range) askAbout(panel, plain(range), ahead(range, root));
    offer.hidden = true;
  });
  offer.className = "comment-here";
  offer.hidden = true;
  offer.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps what is selected
  root.append(offer);
  document.addEventListener("selectionchange", () => {
    const range = selectedIn(root);
    offer.hidden = !range;
    if (!range) return;
    const { bottom, left } = range.getBoundingClientRect();
    offer.style.insetBlockStart = `${Math.min(bottom + 6, innerHeight - 48)}px`;
    offer.style.insetInlineStart = `${Math.max(8, left)}px`;
  });
}

function selectedIn(root) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const element = around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement;
  return root.contains(element) && element.closest(TEXT) && plain(range).trim() ? range : null;
}

/** The words of a range as they are read: no numbers of notes, no citations. */
export function plain(range) {
  const copy = range.cloneContents();
  for (const left of copy.querySelectorAll(NO_WORDS)) left.replaceWith(" ");
  return copy.textContent.replace(/\s+/g, " ");
}

function ahead(range, root) {
  const before = document.createRange();
  const [first] = root.querySelectorAll(TEXT);
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return plain(before).slice(-200);
}

/** The text of the page, all in one, and from which nodes it comes. */
export function wordsOf(root) {
  const nodes = [];
  let words = "";
  for (const part of root.querySelectorAll(TEXT)) {
    const walker = document.createTreeWalker(part, 4 /* text */);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(NO_WORDS)) continue;
      nodes.push({ node, start: words.length });
      words += node.data;
    }
    words += " ";
  }
  return { nodes, words };
}

export function rangeOf(nodes, start, end) {
  const range = document.createRange();
  const at = (place) => nodes.findLast((one) => one.start <= place);
  const [first, last] = [at(start), at(end - 1)];
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
