// CodeMirror, built by deploy/editor and loaded before this module; undefined where it could not be loaded.
export const CM = globalThis.CodeMirror;
