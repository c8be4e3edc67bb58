/** What a browser that knows passkeys offers; older ones lack parts of it. */
interface Knowing {
  parseCreationOptionsFromJSON(options: object): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: object): PublicKeyCredentialRequestOptions;
}

/** Shows the button of each form that asks for a passkey, where this browser can; else the words for it stay. */
export function offerPasskeys(document: Document, window: Window & { PublicKeyCredential?: unknown }): void {
  const known = window.PublicKeyCredential as Partial<Knowing> | undefined;
  if (!known?.parseRequestOptionsFromJSON || !known.parseCreationOptionsFromJSON || !window.navigator.credentials) {
    return;
  }
  for (const box of document.querySelectorAll<HTMLElement>("[data-osn-passkey]")) {
    offer(box, known as Knowing, window.navigator.credentials);
  }
}

function offer(box: HTMLElement, known: Knowing, credentials: CredentialsContainer): void {
  const form = box.closest("form");
  const answer = box.querySelector<HTMLInputElement>("input[name=credential]");
  const can = box.querySelector<HTMLElement>("[data-osn-passkey-can]");
  const broken = box.querySelector<HTMLElement>("[data-osn-passkey-broken]");
  if (!form || !answer || !can || !broken) {
    return;
  }
  box.querySelector<HTMLElement>("[data-osn-passkey-cannot]")?.setAttribute("hidden", "");
  can.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    broken.hidden = true;
    ask(box, known, credentials).then(
      (credential) => {
        answer.value = JSON.stringify(credential);
        form.submit(); // past this listener
      },
      () => {
        broken.hidden = false;
        can.querySelector("button")?.focus();
      },
    );
  });
}

async function ask(box: HTMLElement, known: Knowing, credentials: CredentialsContainer): Promise<object> {
  const options = JSON.parse(box.dataset.osnOptions ?? "{}") as object;
  const credential =
    box.dataset.osnPasskey === "create"
      ? await credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
      : await credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
  if (credential === null) {
    throw new Error("no credential");
  }
  return (credential as PublicKeyCredential).toJSON() as object;
}
