// Passkeys: asks the server for a question, lets the browser answer it with a passkey, and sends the answer with the form around the button.
// Forms of this kind stay hidden without it; what data-instead names is shown in their place until then.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const listed = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    document.querySelector(form.dataset.instead)?.remove();
    form.addEventListener('submit', event => {
      event.preventDefault();
      answer(form);
    });
  }
}

async function answer(form) {
  const [button, problem] = [form.querySelector('button'), form.querySelector('[role=alert]')];
  button.disabled = true;
  problem.textContent = '';
  try {
    const asked = await fetch(form.dataset.question, { headers: { accept: 'application/json' } });
    if (asked.redirected || !asked.ok) {
      throw new Error(String(asked.status));
    }

    const { options, state } = await asked.json();
    form.elements.state.value = state;
    form.elements.credential.value = JSON.stringify(form.dataset.passkey === 'make' ? await make(options) : await show(options));
    form.submit();
  } catch {
    problem.textContent = form.dataset.failed;
    button.disabled = false;
    button.focus();
  }
}

async function make(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: listed(options.excludeCredentials),
    },
  });
  const { response } = made;
  return envelope(made, { attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] });
}

async function show(options) {
  const shown = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) } });
  const { response } = shown;
  return envelope(shown, {
    authenticatorData: text(response.authenticatorData), signature: text(response.signature), userHandle: response.userHandle ? text(response.userHandle) : null,
  });
}

function envelope(credential, response) {
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: {},
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  };
}
