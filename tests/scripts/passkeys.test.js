import assert from "node:assert/strict";
import { test } from "node:test";
import { module, openPage, run, serve, settle } from "./page.js";

const { given, taken } = await module("desk/passkeys/json.js");
const bytes = (...numbers) => new Uint8Array(numbers).buffer;

const CREDENTIAL = {
  type: "public-key",
  id: "-_8",
  rawId: bytes(251, 255),
  authenticatorAttachment: "platform",
  response: { clientDataJSON: bytes(123, 125), signature: bytes(1), userHandle: null },
  getClientExtensionResults: () => ({}),
};

const TOLD = '<p data-passkey-told hidden></p><button type="submit">Passkey</button>';
const options = (publicKey) =>
  `<script type="application/json" id="passkey-options">${JSON.stringify({ publicKey })}</script>`;

/** A page with a form, and a browser that knows passkeys; gives the form and what was sent. */
async function page(html, credentials) {
  const window = openPage(html);
  if (credentials) {
    window.PublicKeyCredential = class {};
    Object.defineProperty(window.navigator, "credentials", { value: credentials, configurable: true });
  }
  const form = document.querySelector("form");
  form.addEventListener("submit", (event) => event.preventDefault()); // nothing goes anywhere here
  await run("desk/passkeys.js");
  const after = []; // what the form would send, each time the script has had its say
  form.addEventListener("submit", () => after.push(form.querySelector("[type=hidden]").value));
  return { form, after, told: form.querySelector("[data-passkey-told]") };
}

const submit = (form) => form.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));

test("bytes go to the browser as bytes and come back as base64url", () => {
  const asked = taken({
    publicKey: {
      challenge: "-_8",
      user: { id: "AQ", name: "ana" },
      allowCredentials: [{ id: "AQI", type: "public-key" }],
    },
  }).publicKey;
  assert.deepEqual([...asked.challenge], [251, 255]);
  assert.deepEqual([...asked.user.id], [1]);
  assert.equal(asked.user.name, "ana");
  assert.deepEqual([...asked.allowCredentials[0].id], [1, 2]);
  assert.equal("excludeCredentials" in asked, false);
  const said = given(CREDENTIAL);
  assert.equal(said.rawId, "-_8");
  assert.deepEqual(said.response, { clientDataJSON: "e30", signature: "AQ" });
  assert.equal(said.authenticatorAttachment, "platform");
});

test("a new passkey is asked for as one that finds itself, and the form is sent with it", async () => {
  let asked;
  const create = async (given) => {
    asked = given.publicKey;
    return CREDENTIAL;
  };
  const html = `<form data-passkey="add"><input type="hidden" name="credential">${options({ challenge: "AQ", user: { id: "AQ" }, authenticatorSelection: { userVerification: "discouraged" } })}${TOLD}</form>`;
  const { form, after } = await page(html, { create });
  submit(form);
  await settle(20);
  assert.deepEqual(asked.authenticatorSelection, {
    userVerification: "preferred",
    residentKey: "preferred",
    requireResidentKey: false,
  });
  assert.equal(JSON.parse(after.at(-1)).id, "-_8");
});

test("to sign in, the options come from the server", async () => {
  const asked = serve(() => ({ request_options: { publicKey: { challenge: "AQ" } } }));
  const html = `<form data-passkey="sign-in" action="https://monitor.test/admin/login/passkey/"><input type="hidden" name="credential">${TOLD}</form>`;
  const { form, after } = await page(html, { get: async () => CREDENTIAL });
  submit(form);
  await settle(20);
  assert.equal(asked[0].address, "https://monitor.test/admin/login/passkey/");
  assert.equal(asked[0].headers.Accept, "application/json");
  assert.equal(JSON.parse(after.at(-1)).type, "public-key");
});

test("what went wrong is said, and one can try again", async () => {
  const html = `<form data-passkey="prove"><input type="hidden" name="again_said">${options({ challenge: "AQ" })}${TOLD}</form>`;
  const refuse = async () => {
    throw Object.assign(new Error("no"), { name: "NotAllowedError" });
  };
  const { form, told } = await page(html, { get: refuse });
  submit(form);
  await settle(20);
  assert.match(told.textContent, /No passkey was used/);
  assert.equal(told.hidden, false);
  assert.equal(form.querySelector("button").disabled, false);
  assert.equal(form.querySelector("[type=hidden]").value, "");
});

test("a browser without passkeys says so and offers none", async () => {
  const html = `<form data-passkey="prove"><input type="hidden" name="credential">${TOLD}</form>`;
  const { form, told } = await page(html, null);
  assert.equal(form.querySelector("button").disabled, true);
  assert.match(told.textContent, /knows no passkeys here/);
});
