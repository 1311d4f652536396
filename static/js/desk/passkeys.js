// Passkeys: a form marked data-passkey asks the browser for one before it is sent.
//
//   "sign-in"  by any passkey of this site: its options come from the form's own address
//   "prove"    by one of this person's:     options stand in the page as JSON
//   "add"      a new one:                   the same
import { given, taken } from "./passkeys/json.js";

const FAILED = {
  NotAllowedError: "No passkey was used: it was called off, took too long, or none is known here.",
  InvalidStateError: "This one is added already.",
  SecurityError: "Passkeys need the site's own name and https; open the page by its name.",
  "": "The passkey could not be used. Try again, or take another way.",
};

for (const form of document.querySelectorAll("form[data-passkey]")) attach(form);

function attach(form) {
  const kind = form.dataset.passkey;
  const field = form.elements.namedItem("credential") ?? form.elements.namedItem("again_said");
  const button = form.querySelector("button[type=submit]");
  const told = form.querySelector("[data-passkey-told]");
  const tell = (words) => {
    told.textContent = words;
    told.hidden = words === "";
  };

  if (!navigator.credentials || !window.PublicKeyCredential) {
    button.disabled = true;
    tell("This browser knows no passkeys here. They need https, or the name localhost.");
    return;
  }

  form.addEventListener("submit", async (event) => {
    if (field.value) return; // it was asked for already
    event.preventDefault();
    button.disabled = true;
    tell("");
    try {
      const options = taken(await optionsOf(form, kind));
      const made = await (kind === "add"
        ? navigator.credentials.create(options)
        : navigator.credentials.get(options));
      field.value = JSON.stringify(given(made));
      form.requestSubmit();
    } catch (error) {
      tell(FAILED[error.name] ?? FAILED[""]);
    } finally {
      button.disabled = false;
    }
  });
}

async function optionsOf(form, kind) {
  if (kind === "sign-in") {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).request_options;
  }
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  if (kind === "add") {
    // one that finds itself, so that it signs in without a name; where it can: a key without a PIN is still a second factor
    options.publicKey.authenticatorSelection = {
      ...options.publicKey.authenticatorSelection,
      residentKey: "preferred",
      requireResidentKey: false,
      userVerification: "preferred",
    };
  }
  return options;
}
