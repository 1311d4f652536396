/** Asks the server about the text. Only the newest question is answered; typing on makes those before obsolete. */
export function asker(url, token, answered) {
  let newest = 0;
  return async (text) => {
    const turn = ++newest;
    let answer = null;
    let failure = "";
    try {
      const response = await fetch(url, {
        method: "POST",
        body: new URLSearchParams({ text }),
        headers: { "X-CSRFToken": token, Accept: "application/json" },
        redirect: "manual",
      });
      if (response.type === "opaqueredirect" || response.status === 403) {
        failure = "You are signed out. Sign in again in another tab, then go on here: your text is kept.";
      } else if (!response.ok) {
        failure = `The server could not read this text (answer ${response.status}). Your text is kept here.`;
      } else {
        answer = await response.json();
      }
    } catch {
      failure = "The server is out of reach. Your text is kept here.";
    }
    if (turn === newest) answered(answer, failure);
  };
}
