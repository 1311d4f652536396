// The problems that the server found in a text: in their lines, and as a list below the editor that leads to them.
import { CM } from "./codemirror.js";
import { select } from "./commands.js";
import { button, make } from "../elements.js";
import { placeOf } from "./marks.js";

/** Gives a function that shows an answer of the server, or why there is none. */
export function problemList(view, { box, list, state }) {
  return (answer, failure) => {
    list.replaceChildren();
    box.classList.toggle("has-failed", Boolean(failure));
    if (failure) {
      state.textContent = failure;
      return;
    }
    const { problems } = answer;
    box.classList.toggle("has-problems", problems.length > 0);
    state.textContent = inWords(problems.length);
    const diagnostics = [];
    for (const problem of problems) {
      const place = placeOf(view.state, problem);
      const words = problem.message.replace(/^Line \d+: /, "");
      if (!place) {
        list.append(make("li", {}, words));
        continue;
      }
      diagnostics.push({ ...place, severity: "error", message: words });
      const line = view.state.doc.lineAt(place.from).number;
      const go = button(`Line ${line}`, () => select(view, place.from), { "aria-label": `Go to line ${line}` });
      list.append(make("li", {}, go, " ", words));
    }
    view.dispatch(CM.setDiagnostics(view.state, diagnostics));
  };
}

export function inWords(count) {
  if (!count) return "No problems in the text";
  return `${count} ${count === 1 ? "problem" : "problems"} in the text`;
}
