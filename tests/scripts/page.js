// A page for scripts that want one: jsdom's window put where a browser has it. Each test file runs in its own process.
import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const ROOT = new URL("../../static/", import.meta.url);
const NAMES = [
  "window",
  "document",
  "location",
  "navigator",
  "localStorage",
  "sessionStorage",
  "FormData",
  "DOMParser",
  "RadioNodeList",
  "MutationObserver",
  "Node",
  "Event",
  "KeyboardEvent",
  "getSelection",
  "innerHeight",
];

/** Puts a new page in place; `html` is its body. Gives the window. */
export function openPage(html = "", { url = "https://monitor.test/admin/" } = {}) {
  const { window } = new JSDOM(`<!doctype html><html lang="en"><body>${html}</body></html>`, {
    url,
    pretendToBeVisual: true,
  });
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value:
        name === "window"
          ? window
          : typeof window[name] === "function" && !/^[A-Z]/.test(name)
            ? window[name].bind(window)
            : window[name],
    });
  }
  globalThis.addEventListener = window.addEventListener.bind(window);
  globalThis.requestAnimationFrame = window.requestAnimationFrame.bind(window);
  globalThis.cancelAnimationFrame = window.cancelAnimationFrame.bind(window);
  window.Element.prototype.scrollIntoView = () => {};
  window.Range.prototype.getClientRects = () => []; // nothing is laid out here
  return window;
}

/** CodeMirror as the desk loads it: the vendored bundle, as a global of this process and of the page. */
export function loadCodeMirror() {
  const folder = readdirSync(new URL("vendored/", ROOT)).find((name) => name.startsWith("codemirror-"));
  const bundle = readFileSync(new URL(`vendored/${folder}/editor.js`, ROOT), "utf8");
  (0, eval)(`${bundle}\nglobalThis.CodeMirror = CodeMirror`);
  return globalThis.CodeMirror;
}

let times = 0;

/** Runs a script of static/js anew, as a page that is opened does. */
export const run = (name) => import(`${new URL(`js/${name}`, ROOT)}?opened=${++times}`);

/** A module of static/js. */
export const module = (name) => import(new URL(`js/${name}`, ROOT));

/** A server that answers each request with what `answer` gives; keeps what was asked. */
export function serve(answer) {
  const asked = [];
  globalThis.fetch = async (address, options = {}) => {
    asked.push({ address: String(address), ...options });
    const given = await answer(asked.at(-1));
    return {
      ok: true,
      status: 200,
      type: "basic",
      redirected: false,
      json: async () => given,
      text: async () => given,
      ...(given?.response ?? {}),
    };
  };
  return asked;
}

/** Lets promises and timers that are due run. */
export const settle = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The state of an editor that holds this text. */
export const stateOf = (doc) => new globalThis.CodeMirror.EditorView({ doc }).state;
