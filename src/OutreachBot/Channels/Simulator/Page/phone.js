// A phone on the page: one person's screen, or several behind tabs.
import { w, whenLanguageChanges } from './words.js';
import { Screen } from './screen.js';

export class Phone {
  constructor(name, people, onSend, onUnread) {
    this.name = name;
    this.people = people;
    this.onUnread = onUnread;
    this.unread = Object.fromEntries(people.map(person => [person, 0]));
    this.element = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    this.element.dataset.phone = name;
    this.title = this.element.querySelector('h2');
    this.title.id = `title-${name}`;
    this.element.setAttribute('aria-labelledby', this.title.id);
    this.radios = [...this.element.querySelectorAll('input[type=radio]')];
    for (const radio of this.radios) {
      radio.name = `road-${name}`;
      radio.addEventListener('change', () => this.#each(screen => screen.refreshRoad()));
    }
    this.screens = Object.fromEntries(people.map(person => [person, new Screen(person, () => this.road(), onSend)]));
    this.element.querySelector('.screens').append(...Object.values(this.screens).map(screen => screen.element));
    this.#makeTabs();
    this.select(people[0]);
    whenLanguageChanges(() => this.#name());
    this.#name();
  }

  road() {
    return this.radios.find(radio => radio.checked).value;
  }

  #each(action) {
    Object.values(this.screens).forEach(action);
  }

  #name() {
    this.title.textContent = w(this.name);
    this.element.querySelector('.role').textContent = w(`${this.name}Role`);
    this.element.querySelector('legend').textContent = `${w('road')} (${w(this.name)})`;
    for (const tab of this.tabs) this.#nameTab(tab);
  }

  #makeTabs() {
    const list = this.element.querySelector('.people');
    this.tabs = [];
    if (this.people.length === 1) return;
    list.hidden = false;
    list.setAttribute('aria-labelledby', this.title.id);
    this.tabs = this.people.map(person => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.role = 'tab';
      tab.id = `tab-${person}`;
      tab.dataset.person = person;
      tab.append(document.createElement('span'), document.createElement('span'));
      tab.lastChild.className = 'unread';
      tab.addEventListener('click', () => this.select(person));
      tab.addEventListener('keydown', event => this.#turn(event, person));
      const panel = this.screens[person].element;
      panel.id = `panel-${person}`;
      panel.role = 'tabpanel';
      panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', panel.id);
      return tab;
    });
    list.append(...this.tabs);
  }

  #turn(event, person) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = this.people[(this.people.indexOf(person) + step + this.people.length) % this.people.length];
    this.select(next);
    this.tabs.find(tab => tab.dataset.person === next).focus();
  }

  #nameTab(tab) {
    const { person } = tab.dataset;
    tab.firstChild.textContent = w(person);
    badge(tab.lastChild, this.unread[person]);
  }

  select(person) {
    this.selected = person;
    for (const [name, screen] of Object.entries(this.screens)) screen.element.hidden = name !== person;
    for (const tab of this.tabs) {
      const on = tab.dataset.person === person;
      tab.ariaSelected = String(on);
      tab.tabIndex = on ? 0 : -1;
    }
    this.#read();
  }

  /** Whether it is on the page now: on a narrow page only one is. */
  get isShown() {
    return this.element.offsetParent !== null;
  }

  shown() {
    this.#read();
    this.screens[this.selected].scrollDown();
  }

  #read() {
    if (this.isShown || !this.element.isConnected) this.unread[this.selected] = 0;
    this.#tellUnread();
  }

  #tellUnread() {
    for (const tab of this.tabs) this.#nameTab(tab);
    this.onUnread(this.name, Object.values(this.unread).reduce((sum, n) => sum + n, 0));
  }

  add(entry) {
    this.screens[entry.phone].add(entry);
    if (entry.fromLine && !(this.isShown && this.selected === entry.phone)) {
      this.unread[entry.phone] += 1;
      this.#tellUnread();
    }
  }

  clear() {
    this.#each(screen => screen.clear());
    for (const person of this.people) this.unread[person] = 0;
    this.#tellUnread();
  }
}

export function badge(element, count) {
  element.hidden = count === 0;
  element.textContent = count === 0 ? '' : String(count);
  element.setAttribute('aria-label', count === 0 ? '' : w('unread')(count));
  element.role = 'img';
}
