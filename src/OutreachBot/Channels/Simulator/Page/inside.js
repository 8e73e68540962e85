// What a message did, newest first. Values are named, never shown: the marks say who could read them.
import { w, language, whenLanguageChanges } from './words.js';
import { cost } from './screen.js';

const most = 60;
const list = document.getElementById('turns');
let turns = [];

export function addTurn(entry) {
  turns = [entry, ...turns].slice(0, most);
  draw();
}

export function clearTurns() {
  turns = [];
  draw();
}

whenLanguageChanges(draw);

function draw() {
  if (turns.length === 0) {
    list.replaceChildren(element('li', 'none', w('noTurns')));
    return;
  }
  list.replaceChildren(...turns.map(card));
}

function card(entry) {
  const item = element('li', 'turn');
  const time = new Date(entry.at).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const head = element('h3', '', w(entry.phone));
  head.append(element('small', '', ` ${time}${entry.inside.language ? ` · ${entry.inside.language}` : ''}`));
  item.append(head, table(entry));
  return item;
}

function table(entry) {
  const { inside } = entry;
  const rows = element('dl', '');
  row(rows, 'where', inside.where.length ? inside.where.map(path => element('code', '', path)) : [w('nowhere')]);
  row(rows, 'remembers', inside.values.length ? inside.values.map(value => {
    const mark = element('span', `mark ${value.privacy}`, `${value.flow}.${value.name}`);
    mark.append(element('span', 'hidden', ` (${w(value.privacy)})`));
    return mark;
  }) : [w('nothing')]);
  if (inside.effects.length) row(rows, 'effects', inside.effects.map(effect => element('code', 'effect', effect)));
  // Each arrow names the state it leads to.
  const events = inside.events.filter(event => event.kind !== 'state');
  if (events.length) row(rows, 'events', [eventList(events)]);
  if (entry.sms) row(rows, 'cost', cost(entry.sms).slice(1));
  return rows;
}

function eventList(events) {
  const items = element('ul', 'events');
  items.append(...events.map(event => element('li', event.kind, event.text)));
  return items;
}

function row(rows, name, content) {
  const value = element('dd', '');
  value.append(...content.flatMap(part => [part, ' ']));
  rows.append(element('dt', '', w(name)), value);
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
