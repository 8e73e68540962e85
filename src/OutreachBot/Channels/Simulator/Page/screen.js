// One conversation on a phone: its bubbles, the answers at hand, and what can be written.
import { w, language, whenLanguageChanges } from './words.js';

const places = [
  { label: 'Tarabuco', lat: -19.1817, lon: -64.9150 },
  { label: 'Quillacollo', lat: -17.3975, lon: -66.2790 },
  { label: 'El Alto', lat: -16.5047, lon: -68.1633 },
  { label: 'Sololá', lat: 14.7722, lon: -91.1833 },
  { label: 'Momostenango', lat: 15.0444, lon: -91.4083 },
  { key: 'lake', lat: -16.0200, lon: -69.1000 },
];

const icons = { voice: '🎙', image: '📷', pin: '📍' };

export class Screen {
  constructor(person, road, onSend) {
    this.person = person;
    this.road = road;
    this.element = document.getElementById('screen').content.firstElementChild.cloneNode(true);
    const part = selector => this.element.querySelector(selector);
    this.log = part('.log');
    this.list = part('ol');
    this.empty = part('.empty');
    this.chips = part('.chips');
    this.input = part('textarea');
    this.buttons = { voice: part('.voice'), image: part('.image'), pin: part('.pin'), send: part('.send') };
    this.file = part('.file');
    this.menu = part('.places');
    this.menu.id = `places-${person}`;
    this.buttons.pin.setAttribute('popovertarget', this.menu.id);
    this.onSend = message => onSend({ phone: person, channel: road(), ...message });
    this.#listen(part('form'));
    new ResizeObserver(() => this.scrollDown()).observe(this.log);
    whenLanguageChanges(() => this.#name());
    this.#name();
  }

  #listen(form) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const text = this.input.value;
      if (text.trim() === '') return;
      this.input.value = '';
      this.#grow();
      this.onSend({ text });
    });
    this.input.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.input.addEventListener('input', () => this.#grow());
    this.buttons.voice.addEventListener('click', () => this.#carry({ media: 'voice' }));
    this.buttons.image.addEventListener('click', () => this.file.click());
    this.file.addEventListener('change', () => {
      if (this.file.files.length > 0) this.#carryFile(this.file.files[0]);
      this.file.value = '';
    });
    this.element.addEventListener('dragover', event => event.preventDefault());
    this.element.addEventListener('drop', event => {
      event.preventDefault();
      if (event.dataTransfer.files.length > 0) this.#carryFile(event.dataTransfer.files[0]);
    });
  }

  /** A picture or a voice file of this computer; it stays on it. */
  #carryFile(file) {
    const reader = new FileReader();
    reader.addEventListener('load', () => this.#carry({
      media: file.type.startsWith('audio/') ? 'voice' : 'image',
      bytes: reader.result.slice(reader.result.indexOf(',') + 1),
    }));
    reader.readAsDataURL(file);
  }

  // A caption goes along with what is carried.
  #carry(message) {
    this.onSend({ text: this.input.value, ...message });
    this.input.value = '';
    this.#grow();
    this.input.focus();
  }

  #grow() {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 110)}px`;
  }

  #name() {
    this.log.setAttribute('aria-label', `${w('log')}: ${w(this.person)}`);
    this.chips.setAttribute('aria-label', w('chips'));
    this.input.setAttribute('aria-label', `${w('write')} (${w(this.person)})`);
    this.input.placeholder = w('write');
    this.buttons.send.setAttribute('aria-label', w('send'));
    this.#sayEmpty();
    this.#listPlaces();
    this.refreshRoad();
    for (const bubble of this.list.children) this.#foot(bubble);
  }

  #sayEmpty() {
    this.empty.textContent = w(`${this.person}Empty`);
    if (this.person === 'reporter') {
      const hello = document.createElement('button');
      hello.type = 'button';
      hello.className = 'chip';
      hello.textContent = 'hola';
      hello.addEventListener('click', () => {
        this.input.focus();
        this.onSend({ text: 'hola' });
      });
      this.empty.append(document.createElement('br'), hello);
    }
  }

  #listPlaces() {
    this.menu.replaceChildren(...places.map(place => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = place.label ?? w(place.key);
      button.addEventListener('click', () => {
        this.menu.hidePopover();
        this.#carry({ pin: { lat: place.lat, lon: place.lon } });
      });
      return button;
    }));
  }

  /** Plain SMS carries no voice and no place. */
  refreshRoad() {
    const plain = this.road() === 'sms';
    this.element.dataset.road = this.road();
    for (const kind of ['voice', 'image', 'pin']) {
      const button = this.buttons[kind];
      const off = plain && kind !== 'image';
      button.disabled = off;
      const label = off ? `${w(kind)} (${w('onlyWhatsApp')})` : w(kind);
      button.setAttribute('aria-label', label);
      button.title = label;
    }
  }

  add(entry) {
    const bubble = document.createElement('li');
    bubble.className = entry.fromLine ? 'line' : 'me';
    bubble.dataset.road = entry.shownOn;
    bubble.classList.toggle('unasked', entry.unasked);
    bubble.entry = entry;
    const said = document.createElement('p');
    said.className = 'said';
    said.textContent = entry.text;
    const foot = document.createElement('p');
    foot.className = 'foot';
    bubble.append(said, foot);
    this.#foot(bubble);
    this.list.append(bubble);
    this.empty.hidden = true;
    this.offer(entry.fromLine ? entry.answers : []);
    this.scrollDown();
  }

  scrollDown() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  #foot(bubble) {
    const { entry } = bubble;
    const said = bubble.querySelector('.said');
    said.replaceChildren(hidden(entry.fromLine ? w('line') : w('me')));
    if (entry.carries) {
      const carried = document.createElement('span');
      carried.className = 'carried';
      carried.textContent = `${icons[entry.carries]} ${w({ voice: 'sentVoice', image: 'sentImage', pin: 'sentPin' }[entry.carries])}`;
      said.append(carried, entry.text ? '\n' : '');
    }
    said.append(entry.text);
    if (entry.sound && entry.isPicture && !bubble.querySelector('.said + img')) {
      const picture = document.createElement('img');
      picture.src = entry.sound;
      picture.alt = w('sentImage');
      picture.width = 180;
      said.after(picture);
    } else if (entry.sound && !entry.isPicture && !bubble.querySelector('audio')) {
      const sound = document.createElement('audio');
      sound.controls = true;
      sound.preload = 'none';
      sound.src = entry.sound;
      sound.setAttribute('aria-label', w('sound'));
      said.after(sound);
    }
    const time = new Date(entry.at).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
    const parts = [time];
    if (entry.unasked) parts.unshift(w('unasked'));
    bubble.querySelector('.foot').replaceChildren(parts.join(' · '), ...cost(entry.sms));
  }

  /** The numbered answers, to be pressed. */
  offer(answers) {
    const held = this.chips.contains(document.activeElement);
    this.chips.replaceChildren(...answers.map(answer => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = 'chip';
      const number = document.createElement('b');
      number.textContent = answer.send;
      chip.append(number, ` ${answer.label}`);
      chip.addEventListener('click', () => {
        this.input.focus();
        this.onSend({ text: answer.send });
      });
      return chip;
    }));
    if (held) this.input.focus();
  }

  clear() {
    this.list.replaceChildren();
    this.empty.hidden = false;
    this.offer([]);
  }
}

function hidden(text) {
  const span = document.createElement('span');
  span.className = 'hidden';
  span.textContent = `${text} `;
  return span;
}

/** What a text costs as SMS; dear ones stand out. */
export function cost(sms) {
  if (!sms) return [];
  const span = document.createElement('span');
  span.className = sms.segments > 1 || sms.encoding === 'UCS-2' ? 'cost dear' : 'cost';
  const odd = sms.oddCharacter ? ` ${w('because')} «${sms.oddCharacter}»` : '';
  span.textContent = `${sms.segments} SMS · ${sms.encoding}${odd} · ${sms.units}`;
  return [' · ', span];
}
