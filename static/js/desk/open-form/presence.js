// Says who else has a form open, whether somebody saved it meanwhile, and whether one is still signed in.
const EVERY = 30000; // milliseconds
const SIGNED_OUT =
  "You are no longer signed in. Go on writing: saving leads through the sign-in, and nothing you typed is lost.";
const SAVED_MEANWHILE = "It was saved by somebody else since you opened it; saving will show you both versions.";

export function tellPresence(notice, form) {
  const address = notice.dataset.presenceUrl;
  if (!address) return;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;

  function posted(extra) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token);
    for (const [name, value] of Object.entries(extra)) body.append(name, value);
    return body;
  }

  async function beat() {
    if (document.hidden) return;
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: posted({}),
        headers: { Accept: "application/json" },
      });
      const words =
        answer.redirected || !answer.ok ? SIGNED_OUT : inWords(await answer.json(), notice.dataset.mark);
      notice.textContent = words;
      notice.hidden = words === "";
    } catch {
      // the network is away: the next beat tries again
    }
  }

  setInterval(beat, EVERY);
  beat();
  addEventListener("pagehide", () => navigator.sendBeacon(address, posted({ leave: "1" })));
}

/** Others by name; `changed` is the newest version's mark, `seen` the mark of the version in this form. */
export function inWords({ others, changed }, seen) {
  const words = others.map((one) => `${one.name} has this form open too.`);
  if (changed !== seen) words.push(SAVED_MEANWHILE);
  return words.join(" ");
}
