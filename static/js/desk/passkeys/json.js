// What a browser wants of passkeys as bytes, a page and a server as base64url in JSON. Browsers learn it themselves
// (parseRequestOptionsFromJSON, toJSON), but those of the last years do not know it yet.

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const withBytes = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

/** Options of the server as the browser takes them. */
export function taken({ publicKey }) {
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) options.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  for (const name of ["allowCredentials", "excludeCredentials"]) {
    if (publicKey[name]) options[name] = withBytes(publicKey[name]);
  }
  return { publicKey: options };
}

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

/** What the browser gave, as the server takes it. */
export function given(credential) {
  const { response } = credential;
  const said = {};
  for (const part of PARTS) if (response[part]) said[part] = text(response[part]);
  if (response.getTransports) said.transports = response.getTransports();
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    response: said,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}
