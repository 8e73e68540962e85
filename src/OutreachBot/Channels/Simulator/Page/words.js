// The page's own words. What the line says is never translated here.
const words = {
  es: {
    title: 'Simulador', skip: 'Ir a los teléfonos', tagline: 'Teléfonos de prueba. Nada sale de esta computadora.',
    clock: 'Reloj', plus20: '+20 min', plus1h: '+1 h', plus1d: '+1 día', reset: 'Empezar de nuevo',
    resetSure: 'Se borra todo lo que pasó en este simulador. ¿Empezar de nuevo?', resetDone: 'Todo está como al principio.',
    phones: 'Teléfonos', other: 'English', otherLang: 'en',
    reporter: 'Quien avisa', reporterRole: 'Alguien de la comunidad',
    responder: 'Quien responde', defender: 'Defensora', coordinator: 'Coordinadora', responderRole: 'Defensora comunitaria y su coordinación',
    official: 'Autoridad', officialRole: 'Solo si hace falta, y con permiso',
    reporterEmpty: 'Escriba como lo haría desde su celular. Por ejemplo:', defenderEmpty: 'Aquí llega el aviso: un código y un lugar, nada de la historia.',
    coordinatorEmpty: 'Aquí llega lo que nadie tomó, o lo que no debe ver la defensora.', officialEmpty: 'Aquí llega solo lo que se le pide a su oficina.',
    road: 'Canal', log: 'Conversación', chips: 'Respuestas posibles', write: 'Escriba un mensaje', send: 'Enviar',
    sound: 'Oírlo', voice: 'Mandar nota de voz', image: 'Mandar foto', pin: 'Mandar ubicación', onlyWhatsApp: 'solo por WhatsApp',
    sentVoice: 'Nota de voz', sentImage: 'Foto', sentPin: 'Ubicación',
    me: 'Este teléfono:', line: 'La línea:', unasked: 'llega sola', units: 'de', because: 'por',
    unread: n => `${n} sin leer`, lead: m => `adelantado ${m}`, onTime: 'hora real',
    inside: 'Qué pasa por dentro', insideAbout: 'estados, efectos y lo que cuesta cada mensaje',
    open: 'abierto', openAbout: 'puede decirse', routing: 'ruta', routingAbout: 'sirve para saber a quién avisar',
    sealed: 'sellado', sealedAbout: 'nadie lo lee sin su llave',
    where: 'Está en', nowhere: 'nada abierto', remembers: 'Recuerda', nothing: 'nada', effects: 'Efectos', events: 'Eventos', cost: 'Mensaje',
    noTurns: 'Cuando alguien escriba, aquí se ve qué hizo el mensaje.',
    failed: 'No se pudo enviar. ¿Sigue funcionando el programa?', busy: 'El programa está ocupado. Pruebe otra vez.', advanced: 'El reloj avanzó.',
    lake: 'En el lago Titicaca',
  },
  en: {
    title: 'Simulator', skip: 'Go to the phones', tagline: 'Test phones. Nothing leaves this computer.',
    clock: 'Clock', plus20: '+20 min', plus1h: '+1 h', plus1d: '+1 day', reset: 'Start again',
    resetSure: 'Everything that happened in this simulator goes. Start again?', resetDone: 'Everything is as it was at first.',
    phones: 'Phones', other: 'Español', otherLang: 'es',
    reporter: 'Reporter', reporterRole: 'Somebody of the community',
    responder: 'Responder', defender: 'Defender', coordinator: 'Coordinator', responderRole: 'Community defender and her coordination',
    official: 'Official', officialRole: 'Only where needed, and allowed',
    reporterEmpty: 'Write as you would from your phone. For example:', defenderEmpty: 'The alert comes in here: a code and a place, nothing of the story.',
    coordinatorEmpty: 'What nobody took comes in here, or what the defender must not see.', officialEmpty: 'Only what is asked of this office comes in here.',
    road: 'Channel', log: 'Conversation', chips: 'Possible answers', write: 'Write a message', send: 'Send',
    sound: 'Listen', voice: 'Send a voice note', image: 'Send a picture', pin: 'Send a place', onlyWhatsApp: 'on WhatsApp only',
    sentVoice: 'Voice note', sentImage: 'Picture', sentPin: 'Place',
    me: 'This phone:', line: 'The line:', unasked: 'unasked', units: 'of', because: 'because of',
    unread: n => `${n} unread`, lead: m => `${m} ahead`, onTime: 'real time',
    inside: 'What happens inside', insideAbout: 'states, effects and what each message costs',
    open: 'open', openAbout: 'may be said', routing: 'routing', routingAbout: 'tells whom to alert',
    sealed: 'sealed', sealedAbout: 'nobody reads it without a key',
    where: 'Is at', nowhere: 'nothing open', remembers: 'Remembers', nothing: 'nothing', effects: 'Effects', events: 'Events', cost: 'Message',
    noTurns: 'When somebody writes, this shows what the message did.',
    failed: 'It could not be sent. Is the program still running?', busy: 'The program is busy. Try again.', advanced: 'The clock moved on.',
    lake: 'On Lake Titicaca',
  },
};

let current = 'es';
const listeners = [];

export const language = () => current;
export const w = key => words[current][key];
export const whenLanguageChanges = listener => listeners.push(listener);

export function setLanguage(tag) {
  current = tag in words ? tag : 'es';
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll('[data-w]')) element.textContent = w(element.dataset.w);
  for (const element of document.querySelectorAll('[data-w-label]')) element.setAttribute('aria-label', w(element.dataset.wLabel));
  for (const listener of listeners) listener();
}
