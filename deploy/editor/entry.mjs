// What static/js/researched_text_editor.js uses of CodeMirror 6, as one global: window.CodeMirror.
export { MatchDecorator, ViewPlugin, EditorView, Decoration, highlightSpecialChars, keymap } from "@codemirror/view"
export { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
export { autocompletion, completionKeymap, startCompletion } from "@codemirror/autocomplete"
export { nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint"
export { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search"
export { HighlightStyle, syntaxHighlighting } from "@codemirror/language"
export { commonmarkLanguage, deleteMarkupBackward, insertNewlineContinueMarkup } from "@codemirror/lang-markdown"
export { tags } from "@lezer/highlight"
