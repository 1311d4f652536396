// On a page of work in the background: while something waits or runs, what the page says is asked for anew.
const EVERY = 3000; // milliseconds
const SELECTOR = "[data-work]";

/** Puts what the server says now in the place of what the page says; answers whether it goes on. */
export async function lookAgain(page = document, ask = fetch) {
  const here = page.querySelector(SELECTOR);
  const answer = await ask(page.location.href, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) return true; // the next look may find it
  const said = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(SELECTOR);
  if (!said) return false; // signed out: the page stays as it is
  if (said.innerHTML !== here.innerHTML) here.innerHTML = said.innerHTML;
  here.toggleAttribute("data-goes-on", said.hasAttribute("data-goes-on"));
  return said.hasAttribute("data-goes-on");
}

async function goOn() {
  let goesOn = true;
  try {
    goesOn = document.hidden || (await lookAgain());
  } catch {
    // the network is away: the next look may find it
  }
  if (goesOn) setTimeout(goOn, EVERY);
}

if (document.querySelector(`${SELECTOR}[data-goes-on]`)) setTimeout(goOn, EVERY);
