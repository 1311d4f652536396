// The form of a new comment: opened with the words that somebody selected.
const LONGEST = 2000; // characters of what stands before the words: enough to tell them from the same words elsewhere

/** A quotation typed by hand has nothing before it. */
export function newComment(panel) {
  const [quote, before] = fields(panel);
  quote?.addEventListener("input", () => {
    before.value = "";
  });
}

/** Whether this person may comment on a text here. */
export const mayComment = (panel) => Boolean(panel && fields(panel)[0]);

export function askAbout(panel, words, before) {
  const [quote, ahead, comment] = fields(panel);
  quote.value = words.trim();
  ahead.value = before.slice(-LONGEST);
  for (let around = comment.closest("details"); around; around = around.parentElement.closest("details")) {
    around.open = true;
  }
  comment.focus();
}

const fields = (panel) =>
  ["quote", "before", "words"].map((name) => panel.querySelector(`.new-comment [name=${name}]`));
