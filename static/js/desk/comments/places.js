// Where words stand in a text, whatever stands between their letters: mark-up, marks of notes, line breaks.
const LETTER = /[\p{L}\p{N}]/u;
const LEFT_OUT = /\[\^[^\]\s]+\]:?|\[@[^\]\n]+\]|\]\(@[^()\n]+\)|\]\([^()\s]+\)/g;

/** Start and end in `text` of the place with these words that is number `occurrence`; null where there is none. */
export function locate(text, words, occurrence = 0) {
  const among = letters(text);
  const wanted = letters(words).letters;
  if (!wanted) return null;
  let found = null;
  let at = among.letters.indexOf(wanted);
  for (let number = 0; at >= 0; at = among.letters.indexOf(wanted, at + 1)) {
    const start = among.places[at];
    const end = among.places[at + wanted.length - 1] + 1;
    if (cutsWord(text, start) || cutsWord(text, end)) continue;
    found = [start, end];
    if (number === occurrence) break;
    number += 1;
  }
  return found;
}

/** The text with its marks of notes and citations blanked out, each letter where it stood. */
export const withoutMarks = (markdown) => markdown.replace(LEFT_OUT, (mark) => " ".repeat(mark.length));

function letters(text) {
  const places = [];
  let kept = "";
  for (let at = 0; at < text.length; at += 1) {
    if (!LETTER.test(text[at])) continue;
    kept += text[at];
    places.push(at);
  }
  return { letters: kept, places };
}

const cutsWord = (text, at) => at > 0 && at < text.length && LETTER.test(text[at - 1]) && LETTER.test(text[at]);
