/*
 * The researchers' editor: CodeMirror (window.CodeMirror, built by deploy/editor) on top of the form's own textarea.
 *
 * The textarea stays the form's field: without this script it is simply edited, and every change made here is
 * written into it at once. The textarea says where the three helpers of the server are:
 *   data-sources-url  GET ?q=…    the source library, for "[@"
 *   data-check-url    POST text   the problems of the text
 *   data-preview-url  POST text   the text as readers will see it
 */
(() => {
  "use strict"

  const CM = window.CodeMirror
  if (!CM) return
  const { EditorView, Decoration } = CM

  const MAC = /Mac|iPhone|iPad/.test(navigator.platform)
  const IDLE = 500 // milliseconds without typing before the server is asked
  const NOTE_MARK = /\[\^([^\]\s]+)\](:)?/g
  const SOURCE_KEY = "[A-Za-z0-9_:.-]"

  // ---------------------------------------------------------------------------------------------- the text's marks

  /** Every "[^key]" of the text: a definition opens a line and is followed by a colon, all others are marks. */
  function noteMarks(state) {
    const text = state.doc.toString()
    const found = []
    for (const match of text.matchAll(NOTE_MARK)) {
      const line = state.doc.lineAt(match.index)
      const defines = Boolean(match[2]) && text.slice(line.from, match.index).trim() === ""
      const to = match.index + match[0].length
      found.push({ key: match[1], from: match.index, to: defines || !match[2] ? to : to - 1, defines })
    }
    return found
  }

  /** The note whose lines hold this position: from its definition to the next definition or unindented paragraph. */
  function noteAround(state, position, marks) {
    const definition = marks.filter(mark => mark.defines && mark.from <= position).pop()
    if (!definition) return null
    const first = state.doc.lineAt(definition.from).number
    const here = state.doc.lineAt(position).number
    for (let number = first + 1; number <= here; number++) {
      const before = state.doc.line(number - 1).text
      const text = state.doc.line(number).text
      if (text.trim() !== "" && before.trim() === "" && !/^(\t| {2,})/.test(text)) return null
    }
    return definition
  }

  function nextNoteKey(marks) {
    const numbers = marks.map(mark => mark.key).filter(key => /^\d+$/.test(key)).map(Number)
    return String(Math.max(0, ...numbers) + 1)
  }

  function select(view, anchor, said) {
    view.dispatch({
      selection: { anchor },
      effects: [EditorView.scrollIntoView(anchor, { y: "center" }), ...(said ? [EditorView.announce.of(said)] : [])],
    })
    view.focus()
    return true
  }

  // ------------------------------------------------------------------------------------------------------ commands

  /** Puts "[^n]" with the next free number at the cursor, opens "[^n]: " at the end and goes there. */
  function insertFootnote(view) {
    const { state } = view
    const at = state.selection.main.to
    const key = nextNoteKey(noteMarks(state))
    const mark = `[^${key}]`
    const end = state.doc.length
    const body = state.doc.toString().trimEnd().length
    const gap = at >= body ? `${mark}\n\n` : "\n\n"
    const changes = at >= body
      ? [{ from: body, to: end, insert: `${gap}${mark}: ` }]
      : [{ from: at, insert: mark }, { from: body, to: end, insert: `${gap}${mark}: ` }]
    const length = state.changes(changes).newLength
    view.dispatch({
      changes,
      selection: { anchor: length },
      userEvent: "input.footnote",
      effects: [
        EditorView.scrollIntoView(length, { y: "center" }),
        EditorView.announce.of(`Footnote ${key}: write its text here.`),
      ],
    })
    view.focus()
    return true
  }

  /** From a mark to its note, from a note back to the mark one came from (or its first mark). */
  function jump(view) {
    const { state } = view
    const marks = noteMarks(state)
    const position = state.selection.main.head
    const line = state.doc.lineAt(position)
    const onLine = marks.filter(mark => !mark.defines && mark.from >= line.from && mark.to <= line.to)
    const touching = onLine.find(mark => mark.from <= position && position <= mark.to)
    const note = noteAround(state, position, marks)

    if (note && !touching) {
      const sources = marks.filter(mark => !mark.defines && mark.key === note.key)
      if (!sources.length) return say(view, `Nothing in the text points to note ${note.key}.`)
      const back = sources.find(mark => mark.to === view.cameFrom) || sources[0]
      return select(view, back.to, `Back in the text, at footnote ${note.key}.`)
    }
    const mark = touching || onLine.filter(one => one.to <= position).pop() || onLine[0]
    if (!mark) return say(view, "No footnote on this line.")
    const definition = marks.find(one => one.defines && one.key === mark.key)
    if (!definition) return say(view, `Footnote ${mark.key} has no note yet.`)
    view.cameFrom = mark.to
    return select(view, state.doc.lineAt(definition.from).to, `Note ${mark.key}.`)
  }

  function say(view, words) {
    view.dispatch({ effects: EditorView.announce.of(words) })
    view.desk.tell(words)
    return true
  }

  function citeSource(view) {
    view.dispatch(view.state.replaceSelection("[@"), { userEvent: "input.type" })
    view.focus()
    return CM.startCompletion(view)
  }

  // --------------------------------------------------------------------------------------------------- completions

  /** Sources of the library, after "[@". */
  function sourceCompletions(url) {
    return async context => {
      const typed = context.matchBefore(new RegExp(`\\[@${SOURCE_KEY}*`))
      if (!typed) return null
      const query = typed.text.slice(2)
      try {
        const response = await fetch(`${url}?q=${encodeURIComponent(query)}`, {
          redirect: "manual", headers: { Accept: "application/json" },
        })
        if (!response.ok) return null
        const { sources } = await response.json()
        return {
          from: typed.to - query.length,
          filter: false,
          options: sources.map(source => ({ label: source.key, line: source.line, type: "source", apply: applyKey("]") })),
        }
      } catch {
        return null // the server is out of reach: the key can still be typed by hand
      }
    }
  }

  /** Notes of this text after "[^": to refer to one again, or to begin the next. */
  function noteCompletions(context) {
    const typed = context.matchBefore(/\[\^[^\]\s]*/)
    if (!typed) return null
    const marks = noteMarks(context.state).filter(mark => mark.from !== typed.from)
    const options = marks.filter(mark => mark.defines).map(mark => ({
      label: mark.key,
      line: context.state.doc.lineAt(mark.from).text.slice(mark.key.length + 4).trim(),
      type: "note",
      apply: applyKey("]"),
    }))
    options.push({
      label: nextNoteKey(marks),
      line: "a new footnote",
      type: "note",
      boost: 99,
      apply: (view, completion, from, to) => {
        view.dispatch({ changes: { from: typed.from, to: closed(view.state, to, "]") } })
        insertFootnote(view)
      },
    })
    return { from: typed.from + 2, options, validFor: /^[^\]\s]*$/ }
  }

  /** Where a key that begins before `to` ends, its closing bracket included when it already stands there. */
  function closed(state, to, bracket) {
    const rest = state.sliceDoc(to, state.doc.lineAt(to).to)
    const key = rest.match(new RegExp(`^${SOURCE_KEY}*`))[0].length
    return rest[key] === bracket ? to + key + 1 : to
  }

  function applyKey(bracket) {
    return (view, completion, from, to) => {
      const end = closed(view.state, to, bracket)
      const next = view.state.sliceDoc(to, to + 1)
      const close = end > to || next !== "," ? bracket : ""
      view.dispatch({
        changes: { from, to: end, insert: completion.label + close },
        selection: { anchor: from + completion.label.length + close.length },
        userEvent: "input.complete",
      })
    }
  }

  // ------------------------------------------------------------------------------------------------------- dressing

  const marksShown = CM.ViewPlugin.fromClass(
    class {
      constructor(view) { this.decorations = matcher.createDeco(view) }
      update(update) { this.decorations = matcher.updateDeco(update, this.decorations) }
    },
    { decorations: plugin => plugin.decorations },
  )
  const matcher = new CM.MatchDecorator({
    regexp: /\[\^[^\]\s]+\]|\[@[^\]\n]+\]/g,
    decoration: match => Decoration.mark({ class: match[0][1] === "^" ? "cm-note-key" : "cm-citation" }),
  })

  const shapes = CM.HighlightStyle.define([
    { tag: CM.tags.heading, class: "cm-heading" },
    { tag: CM.tags.strong, class: "cm-strong" },
    { tag: CM.tags.emphasis, class: "cm-emphasis" },
    { tag: CM.tags.processingInstruction, class: "cm-sign" },
  ])

  // Colours come from static/css/admin.css, so one theme serves light, dark and forced colours.
  const theme = EditorView.theme({
    "&": { color: "var(--editor-ink)", backgroundColor: "var(--editor-paper)" },
    "&.cm-focused": { outline: "2px solid var(--editor-accent)", outlineOffset: "-2px" },
    ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.65" },
    ".cm-content": { caretColor: "var(--editor-ink)", padding: "0.75rem 0" },
    ".cm-line": { padding: "0 1rem" },
    ".cm-panels": { color: "var(--editor-ink)", backgroundColor: "var(--editor-shade)" },
    ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--editor-line)" },
    ".cm-tooltip": {
      color: "var(--editor-ink)",
      backgroundColor: "var(--editor-paper)",
      border: "1px solid var(--editor-line)",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": {
      fontFamily: "inherit",
      maxWidth: "min(34rem, 92vw)",
      maxHeight: "18rem",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.3rem 0.6rem", lineHeight: "1.35", whiteSpace: "normal" },
    ".cm-completionMatchedText": { textDecoration: "none" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": {
      color: "var(--editor-on-accent)",
      backgroundColor: "var(--editor-accent)",
    },
    ".cm-searchMatch": { backgroundColor: "var(--editor-found)" },
    ".cm-searchMatch-selected": { backgroundColor: "var(--editor-found-now)" },
    ".cm-selectionMatch": { backgroundColor: "var(--editor-found)" },
    ".cm-button": { backgroundImage: "none", color: "inherit", backgroundColor: "var(--editor-paper)" },
    ".cm-textfield": { color: "inherit", backgroundColor: "var(--editor-paper)" },
  })

  // ----------------------------------------------------------------------------------------------------- the page

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
      if (name in element && typeof value !== "string") element[name] = value
      else element.setAttribute(name, value)
    }
    element.append(...children)
    return element
  }

  const CTRL_ALT = MAC ? "⌘ ⌥ " : "Ctrl Alt "
  const KEYS = [
    [CTRL_ALT + "F", "new footnote at the cursor"],
    [CTRL_ALT + "J", "from a footnote mark to its note, and back"],
    ["[@", "cite a source: type part of its key, title or author"],
    ["[^", "refer to a footnote that exists"],
    [CTRL_ALT + "P", "show or hide the preview"],
    ["F8", "next problem"],
    [MAC ? "⌘ F" : "Ctrl F", "find and replace"],
    [MAC ? "⌘ S" : "Ctrl S", "save and continue editing"],
    ["Tab", "leave the editor"],
  ]

  /** Asks the server about the text. Only the newest question is answered; typing on makes those before obsolete. */
  function asker(url, token, answered) {
    let newest = 0
    return async text => {
      const turn = ++newest
      let answer = null
      let failure = ""
      try {
        const response = await fetch(url, {
          method: "POST",
          body: new URLSearchParams({ text }),
          headers: { "X-CSRFToken": token, Accept: "application/json" },
          redirect: "manual",
        })
        if (response.type === "opaqueredirect" || response.status === 403) {
          failure = "You are signed out. Sign in again in another tab, then go on here: your text is kept."
        } else if (!response.ok) {
          failure = `The server could not read this text (answer ${response.status}). Your text is kept here.`
        } else {
          answer = await response.json()
        }
      } catch {
        failure = "The server is out of reach. Your text is kept here."
      }
      if (turn === newest) answered(answer, failure)
    }
  }

  function enhance(textarea) {
    const form = textarea.form
    const token = form?.querySelector("[name=csrfmiddlewaretoken]")?.value || ""
    const label = form?.querySelector(`label[for="${textarea.id}"]`)
    const name = label ? label.textContent.replace(/[:*\s]+$/, "").trim() : "Text"
    const nonce = document.querySelector("link[nonce]")?.nonce || ""
    const id = textarea.id

    // the tools
    const button = (words, does, attributes = {}) => {
      const element = make("button", { type: "button", ...attributes }, words)
      element.addEventListener("click", does)
      return element
    }
    const previewButton = button("Preview", () => togglePreview(), { "aria-pressed": "false" })
    const keysButton = button("Keys", () => {
      keys.hidden = !keys.hidden
      keysButton.setAttribute("aria-expanded", String(!keys.hidden))
    }, { "aria-expanded": "false", "aria-controls": `${id}-keys` })
    const state = make("span", { class: "text-editor-state", role: "status" })
    const told = make("span", { class: "text-editor-told", "aria-hidden": "true" })
    const tools = make(
      "div", { class: "text-editor-tools", role: "group", "aria-label": `${name}: tools` },
      button("Footnote", () => insertFootnote(view), { title: `New footnote (${CTRL_ALT}F)` }),
      button("Cite a source", () => citeSource(view), { title: "Or type [@ in the text" }),
      button("Mark ⇄ note", () => jump(view), { title: `From mark to note and back (${CTRL_ALT}J)` }),
      button("Find", () => CM.openSearchPanel(view)),
      previewButton,
      keysButton,
      state,
      told,
    )
    const keys = make("dl", { class: "text-editor-keys", id: `${id}-keys`, hidden: true })
    for (const [press, does] of KEYS) keys.append(make("div", {}, make("dt", {}, make("kbd", {}, press)), make("dd", {}, does)))

    // the panes
    const writing = make("div", { class: "text-editor-writing" })
    const preview = make("section", {
      class: "text-editor-preview", hidden: true, tabindex: "0", "aria-label": `${name}: preview, as readers will see it`,
    })
    const panes = make("div", { class: "text-editor-panes" }, writing, preview)
    const list = make("ol", { class: "text-editor-problems" })
    const box = make("div", { class: "text-editor" }, tools, keys, panes, list)

    // what the server says
    function showProblems(answer, failure) {
      list.replaceChildren()
      box.classList.toggle("has-failed", Boolean(failure))
      if (failure) {
        state.textContent = failure
        return
      }
      const problems = answer.problems
      box.classList.toggle("has-problems", problems.length > 0)
      state.textContent = problems.length
        ? `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in the text`
        : "No problems in the text"
      const diagnostics = []
      for (const problem of problems) {
        const place = placeOf(view.state, problem)
        const words = problem.message.replace(/^Line \d+: /, "")
        if (!place) {
          list.append(make("li", {}, words))
          continue
        }
        diagnostics.push({ ...place, severity: "error", message: words })
        const line = view.state.doc.lineAt(place.from).number
        const go = button(`Line ${line}`, () => select(view, place.from), { "aria-label": `Go to line ${line}` })
        list.append(make("li", {}, go, " ", words))
      }
      view.dispatch(CM.setDiagnostics(view.state, diagnostics))
    }

    function showPreview(answer, failure) {
      if (failure) preview.replaceChildren(make("p", {}, failure))
      else preview.innerHTML = answer.html // made by the server's renderer and its sanitiser, as on the public page
    }

    const askProblems = asker(textarea.dataset.checkUrl, token, showProblems)
    const askPreview = asker(textarea.dataset.previewUrl, token, showPreview)

    function ask() {
      const text = view.state.doc.toString()
      askProblems(text)
      if (!preview.hidden) askPreview(text)
    }

    function togglePreview() {
      preview.hidden = !preview.hidden
      previewButton.setAttribute("aria-pressed", String(!preview.hidden))
      box.classList.toggle("is-previewing", !preview.hidden)
      if (!preview.hidden) askPreview(view.state.doc.toString())
      view.requestMeasure()
      return true
    }

    function saveAndContinue() {
      const reason = form?.elements.namedItem("reason")
      if (reason && !reason.value.trim()) {
        view.desk.tell("Say why first.")
        reason.focus()
        return true
      }
      const save = form?.querySelector("[name=_continue]")
      if (save) form.requestSubmit(save)
      return true
    }

    // the editor itself
    let waiting = 0
    let telling = 0
    const view = new EditorView({
      doc: textarea.value,
      parent: writing,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        CM.highlightSpecialChars(),
        CM.history(),
        CM.search({ top: true }),
        CM.highlightSelectionMatches({ minSelectionLength: 4 }),
        CM.commonmarkLanguage,
        CM.syntaxHighlighting(shapes),
        marksShown,
        CM.autocompletion({
          override: [sourceCompletions(textarea.dataset.sourcesUrl), noteCompletions],
          icons: false,
          addToOptions: [{
            position: 60,
            render: completion => make("span", { class: "cm-completion-line" }, completion.line || ""),
          }],
        }),
        CM.keymap.of([
          { key: "Ctrl-Alt-f", mac: "Cmd-Alt-f", run: insertFootnote, preventDefault: true },
          { key: "Ctrl-Alt-j", mac: "Cmd-Alt-j", run: jump, preventDefault: true },
          { key: "Ctrl-Alt-p", mac: "Cmd-Alt-p", run: togglePreview, preventDefault: true },
          { key: "Mod-s", run: saveAndContinue, preventDefault: true },
          { key: "F8", run: CM.nextDiagnostic, shift: CM.previousDiagnostic },
          { key: "Enter", run: CM.insertNewlineContinueMarkup },
          { key: "Backspace", run: CM.deleteMarkupBackward },
          ...CM.completionKeymap,
          ...CM.searchKeymap,
          ...CM.historyKeymap,
          ...CM.defaultKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": name,
          tabindex: "0", // contenteditable is focusable by itself; assistive technology and checkers look for this
          "aria-describedby": `${id}_helptext`,
          spellcheck: "true",
          autocorrect: "on",
          autocapitalize: "sentences",
          ...(textarea.lang ? { lang: textarea.lang } : {}),
        }),
        theme,
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return
          textarea.value = update.state.doc.toString()
          clearTimeout(waiting)
          waiting = setTimeout(ask, IDLE)
        }),
      ],
    })
    view.desk = {
      tell(words) {
        told.textContent = words
        clearTimeout(telling)
        telling = setTimeout(() => { told.textContent = "" }, 4000)
      },
    }

    // the form: the browser cannot point at a hidden required field, so the server says what is missing
    textarea.required = false
    textarea.hidden = true
    textarea.after(box)
    label?.addEventListener("click", () => view.focus())
    warnBeforeLeaving(form, textarea)
    if (form) keepPlace(form, view)
    ask()
  }

  /** Where in the editor a problem of the server stands: its line, and in it the words quoted. */
  function placeOf(state, problem) {
    if (!problem.line || problem.line > state.doc.lines) return null
    const line = state.doc.line(problem.line)
    const at = problem.quote ? line.text.indexOf(problem.quote) : -1
    return at < 0 ? { from: line.from, to: line.to } : { from: line.from + at, to: line.from + at + problem.quote.length }
  }

  /** Typed words are never lost by a wrong click: leaving with unsaved text asks first. */
  function warnBeforeLeaving(form, textarea) {
    const before = textarea.value
    let sending = false
    form?.addEventListener("submit", () => { sending = true })
    window.addEventListener("beforeunload", event => {
      if (!sending && textarea.value !== before) event.preventDefault()
    })
  }

  /** Whoever saves and goes on writing finds the place and the reason again, once, in the page that follows. */
  function keepPlace(form, view) {
    const key = `desk ${location.pathname}`
    const reason = form.elements.namedItem("reason")
    const kept = JSON.parse(sessionStorage.getItem(key) || "null")
    sessionStorage.removeItem(key)
    if (kept && !document.querySelector(".errornote")) {
      if (reason && !reason.value) reason.value = kept.reason
      if (kept.writing) select(view, Math.min(kept.place, view.state.doc.length))
    }
    form.addEventListener("submit", event => {
      if (event.submitter?.name !== "_continue") return
      const place = view.state.selection.main.head
      sessionStorage.setItem(key, JSON.stringify({ reason: reason?.value || "", place, writing: view.hasFocus }))
    })
  }

  for (const textarea of document.querySelectorAll("textarea[data-researched-text]")) {
    if (!textarea.name.includes("__prefix__")) enhance(textarea)
  }
  document.addEventListener("formset:added", event => {
    for (const textarea of event.target.querySelectorAll("textarea[data-researched-text]")) enhance(textarea)
  })
})()
