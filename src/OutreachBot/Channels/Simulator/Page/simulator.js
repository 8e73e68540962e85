// Puts the page together: three phones, the clock, and what happens inside.
import { w, language, setLanguage, whenLanguageChanges } from './words.js';
import * as api from './api.js';
import { Phone, badge } from './phone.js';
import { addTurn, clearTurns } from './inside.js';

const main = document.getElementById('phones');
const toast = document.getElementById('toast');
const nav = [...document.querySelectorAll('[data-show]')];
const phones = [
  new Phone('reporter', ['reporter'], send, showUnread),
  new Phone('responder', ['defender', 'coordinator'], send, showUnread),
  new Phone('official', ['official'], send, showUnread),
];
main.append(...phones.map(phone => phone.element));

let first = 1;
let clockOffset = 0;
let leadMinutes = 0;
let toastTimer = 0;

async function send(message) {
  try {
    await api.send(message);
  } catch (fault) {
    say(fault.message === '503' ? w('busy') : w('failed'));
  }
}

function say(text) {
  clearTimeout(toastTimer);
  toast.textContent = text;
  toastTimer = setTimeout(() => { toast.textContent = ''; }, 5000);
}

function show(state) {
  document.getElementById('line-name').textContent = state.line;
  if (state.first > first) {
    first = state.first;
    for (const phone of phones) phone.clear();
    clearTurns();
  }
  setClock(state);
  for (const entry of state.entries) {
    phones.find(phone => phone.people.includes(entry.phone)).add(entry);
    if (entry.inside) addTurn(entry);
  }
}

function setClock(state) {
  clockOffset = new Date(state.now).getTime() - Date.now();
  leadMinutes = Math.round(state.leadMinutes);
  tick();
}

function tick() {
  const now = new Date(Date.now() + clockOffset);
  const element = document.getElementById('now');
  element.dateTime = now.toISOString();
  element.textContent = now.toLocaleString(language(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  document.getElementById('lead').textContent = leadMinutes === 0 ? w('onTime') : w('lead')(spell(leadMinutes));
}

function spell(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  return [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ');
}

function select(name) {
  for (const button of nav) {
    if (button.dataset.show === name) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  main.dataset.shown = name;
  phones.find(phone => phone.name === name).shown();
}

function showUnread(name, count) {
  badge(nav.find(button => button.dataset.show === name).querySelector('.unread'), count);
}

for (const button of nav) button.addEventListener('click', () => select(button.dataset.show));

for (const button of document.querySelectorAll('[data-advance]')) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      setClock(await api.advance(Number(button.dataset.advance)));
      say(w('advanced'));
    } catch {
      say(w('failed'));
    }
    button.disabled = false;
    button.focus();
  });
}

document.getElementById('reset').addEventListener('click', async () => {
  if (!confirm(w('resetSure'))) return;
  try {
    await api.reset();
    say(w('resetDone'));
  } catch {
    say(w('failed'));
  }
});

const toggle = document.getElementById('language');
toggle.addEventListener('click', () => {
  setLanguage(w('otherLang'));
  localStorage.setItem('language', language());
});
whenLanguageChanges(() => {
  document.title = w('title');
  toggle.textContent = w('other');
  toggle.lang = w('otherLang');
  tick();
});

setLanguage(new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language') ?? 'es');
select('reporter');
setInterval(tick, 5000);
api.follow(show);
