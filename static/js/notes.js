// Notes beside the text: in the margin where there is room, in place below the line where there is not.
// Without this script the marks lead to the list of notes at the end, and its back-links lead back.

const WIDE = matchMedia("(min-width: 1200px)");
const GAP = 12;

for (const frame of document.querySelectorAll("[data-notes]")) {
  const marks = [...frame.querySelectorAll("a[role='doc-noteref']")];
  if (marks.length) new Notes(frame, marks).start();
}

function Notes(frame, marks) {
  const inMargin = new Map();
  let open = null;
  let leading = false;

  this.start = () => {
    for (const mark of marks) {
      mark.addEventListener("click", (event) => {
        if (WIDE.matches) return;
        event.preventDefault();
        if (open && open.mark === mark && open.pinned) close();
        else show(mark, true);
      });
      mark.addEventListener("mouseenter", () => (WIDE.matches ? point(mark, true) : soon(mark)));
      mark.addEventListener("mouseleave", () => (WIDE.matches ? point(mark, false) : later()));
      mark.addEventListener("focus", () => {
        if (WIDE.matches) point(mark, true);
        else if (!leading && mark.matches(":focus-visible")) show(mark, false);
      });
      mark.addEventListener("blur", () => (WIDE.matches ? point(mark, false) : later()));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !open) return;
      const { mark, element } = open;
      const inside = element.contains(document.activeElement);
      close();
      if (inside) leadBack(mark);
    });
    document.addEventListener("pointerdown", (event) => {
      if (open && !open.element.contains(event.target) && !open.mark.contains(event.target)) close();
    });
    WIDE.addEventListener("change", arrange);
    addEventListener("resize", arrange);
    document.fonts?.ready.then(arrange);
    arrange();
  };

  // In the margin

  function arrange() {
    close();
    frame.style.minBlockSize = "";
    if (!WIDE.matches) {
      for (const element of inMargin.values()) element.remove();
      inMargin.clear();
      return;
    }
    for (const mark of marks) if (!inMargin.has(mark.hash)) addToMargin(mark);
    frame.classList.remove("is-dense");
    let end = stack();
    if (end > frame.offsetHeight) {
      frame.classList.add("is-dense");
      end = stack();
    }
    frame.style.minBlockSize = `${end}px`;
  }

  function addToMargin(mark) {
    const content = contentOf(mark);
    if (!content) return;
    const note = document.createElement("div");
    note.className = "margin-note";
    note.setAttribute("aria-hidden", "true");
    note.append(content);
    const number = document.createElement("b");
    number.textContent = `${mark.textContent.trim()} `;
    (note.querySelector("p") ?? note).prepend(number);
    for (const link of note.querySelectorAll("a")) link.tabIndex = -1;
    inMargin.set(mark.hash, note);
    frame.append(note);
  }

  // Each note beside its first mark, or below the note before it. Returns where the last one ends.
  function stack() {
    const top = frame.getBoundingClientRect().top;
    let free = 0;
    for (const [hash, note] of inMargin) {
      const mark = marks.find((one) => one.hash === hash);
      const place = Math.max(mark.getBoundingClientRect().top - top - 4, free);
      note.style.insetBlockStart = `${place}px`;
      note.classList.toggle("is-cut", note.scrollHeight > note.clientHeight + 1);
      free = place + note.offsetHeight + GAP;
    }
    return free;
  }

  function point(mark, on) {
    inMargin.get(mark.hash)?.classList.toggle("is-current", on);
  }

  // In place

  let timer = 0;

  function soon(mark) {
    clearTimeout(timer);
    timer = setTimeout(() => show(mark, false), 180);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!open || open.pinned) return;
      const { mark, element } = open;
      const used = [mark, element].some((part) => part.matches(":hover") || part.contains(document.activeElement));
      if (!used) close();
    }, 250);
  }

  function show(mark, pinned) {
    clearTimeout(timer);
    if (open && open.mark === mark) {
      if (pinned && !open.pinned) {
        open.pinned = true;
        open.element.prepend(closeButton(mark));
      }
      return;
    }
    close();
    const content = contentOf(mark);
    if (!content) return;
    const element = document.createElement("span");
    element.className = "note-popover";
    element.id = "note-in-place";
    element.setAttribute("role", "note");
    element.setAttribute("aria-label", mark.getAttribute("aria-label") ?? "Note");
    if (pinned) element.append(closeButton(mark));
    element.append(content);
    element.addEventListener("mouseleave", later);
    element.addEventListener("focusout", later);
    (mark.closest("sup") ?? mark).after(element);
    element.style.insetBlockStart = `${mark.getBoundingClientRect().bottom - frame.getBoundingClientRect().top + 6}px`;
    mark.classList.add("is-open");
    mark.setAttribute("aria-describedby", element.id);
    open = { mark, element, pinned };
    const below = element.getBoundingClientRect().bottom - innerHeight;
    if (pinned && below > 0) scrollBy({ top: below + GAP });
  }

  // The mark gets the focus back without opening its note again.
  function leadBack(mark) {
    leading = true;
    mark.focus({ preventScroll: true });
    leading = false;
  }

  // Only a note that stays until it is closed needs one: the others give way when the reader moves on.
  function closeButton(mark) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", "Close the note");
    button.textContent = "×";
    button.addEventListener("click", () => {
      close();
      leadBack(mark);
    });
    return button;
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    open.mark.classList.remove("is-open");
    open.mark.removeAttribute("aria-describedby");
    open.element.remove();
    open = null;
  }

  // A copy of the note as it stands in the list at the end, without ids and back-links.
  function contentOf(mark) {
    const item = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!item) return null;
    const copy = document.createDocumentFragment();
    copy.append(...item.cloneNode(true).childNodes);
    for (const link of copy.querySelectorAll("[role='doc-backlink']")) link.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return copy;
  }
}
