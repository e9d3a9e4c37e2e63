// Suggestions below a search field. Without this file the form works as it is: whoever types more sends it.
const pause = 150;
const fewestLetters = 2;

for (const form of document.querySelectorAll('form[data-suggest]')) {
  attach(form, form.querySelector('input[type=search]'));
}

function attach(form, input) {
  const list = Object.assign(document.createElement('ul'), { id: input.id + '-suggestions', className: 'sp-suggest', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.suggestLabel);
  const status = Object.assign(document.createElement('p'), { className: 'govuk-visually-hidden' });
  status.setAttribute('role', 'status');
  input.parentElement.append(list);
  form.append(status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let waiting;
  let asking;
  let active = -1;

  const close = () => {
    asking?.abort();
    clearTimeout(waiting);
    list.hidden = true;
    list.replaceChildren();
    activate(-1);
    input.setAttribute('aria-expanded', 'false');
  };

  const activate = index => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  };

  const show = suggestions => {
    list.replaceChildren(...suggestions.map((suggestion, i) => option(list.id + '-' + i, suggestion)));
    list.hidden = suggestions.length === 0;
    activate(-1);
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
    status.textContent = suggestions.length > 0 ? form.dataset.suggestLabel + ': ' + suggestions.length : '';
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed.length < fewestLetters) {
      close();
      return;
    }

    asking?.abort();
    asking = new AbortController();
    try {
      const address = new URL(form.dataset.suggest, location.href);
      address.searchParams.set('q', typed);
      const answer = await fetch(address, { signal: asking.signal, headers: { accept: 'application/json' } });
      if (answer.ok && document.activeElement === input) {
        show((await answer.json()).suggestions);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        close(); // a reader loses nothing: the form goes on working
      }
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  input.addEventListener('blur', () => setTimeout(close, pause));
  input.addEventListener('keydown', event => {
    const count = list.children.length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      activate(active < 0 && step < 0 ? count - 1 : active + step >= count ? -1 : active + step);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.href);
    }
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const chosen = event.target.closest('[data-href]');
    if (chosen) {
      location.assign(chosen.dataset.href);
    }
  });
}

function option(id, suggestion) {
  const item = Object.assign(document.createElement('li'), { id });
  item.setAttribute('role', 'option');
  item.dataset.href = suggestion.href;
  const text = Object.assign(document.createElement('span'), { textContent: suggestion.text });
  if (suggestion.lang) {
    text.lang = suggestion.lang;
  }

  item.append(text, Object.assign(document.createElement('small'), { textContent: suggestion.kindLabel }));
  return item;
}
