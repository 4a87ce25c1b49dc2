// What the page knows: the bot, people, chats and the clock, kept up to date by the server's events.

const EMPTY_CHAT = { messages: [], commands: [], menu_button: null, reply_keyboard: null, unread: 0 };

const RECEIVERS = {
  hello(store, event) {
    const known = new Map(store.chats);
    store.bot = event.bot;
    store.people = new Map(event.people.map((person) => [person.id, person]));
    store.chats = new Map(event.people.map(({ id }) => [id, { ...EMPTY_CHAT, ...event.chats[id] }]));
    for (const [id, chat] of store.chats) store.unread.set(id, store.missed(id, chat, known.get(id)));
    store.setClock(event.clock);
  },
  person(store, { person }) {
    store.people.set(person.id, person);
    if (!store.chats.has(person.id)) store.chats.set(person.id, { ...EMPTY_CHAT, messages: [] });
  },
  message(store, { chat, message, reply_keyboard }) {
    const before = store.chat(chat);
    const keyboard = reply_keyboard === undefined ? before.reply_keyboard : reply_keyboard;
    store.chats.set(chat, { ...before, messages: inOrder(before.messages, message), reply_keyboard: keyboard });
    if (message.from?.is_bot) store.unread.set(chat, store.unreadOf(chat) + 1);
  },
  edited(store, { chat, message }) {
    const { messages } = store.chat(chat);
    store.chats.set(chat, { ...store.chat(chat), messages: inOrder(messages, message) });
  },
  deleted(store, { chat, message_id }) {
    const messages = store.chat(chat).messages.filter((message) => message.message_id !== message_id);
    store.chats.set(chat, { ...store.chat(chat), messages });
  },
  menu(store, { chat, commands, menu_button }) {
    store.chats.set(chat, { ...store.chat(chat), commands, menu_button });
  },
  clock(store, { clock }) {
    store.setClock(clock);
  },
};

function inOrder(messages, message) {
  const others = messages.filter(({ message_id }) => message_id !== message.message_id);
  return [...others, message].sort((one, other) => one.message_id - other.message_id);
}

/** Sends an event named like the server's ("message", "edited", ...) after each change, and "unread". */
export class Store extends EventTarget {
  bot = null;
  people = new Map();
  chats = new Map();
  unread = new Map();
  clock = null;

  take(event) {
    RECEIVERS[event.type]?.(this, event);
    this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
    if (event.type === "message") this.dispatchEvent(new CustomEvent("unread"));
  }

  on(types, listener) {
    for (const type of types.split(" ")) this.addEventListener(type, ({ detail }) => listener(detail));
  }

  chat(id) {
    return this.chats.get(id) ?? EMPTY_CHAT;
  }

  unreadOf(id) {
    return this.unread.get(id) ?? 0;
  }

  read(id) {
    if (this.unreadOf(id) === 0) return;
    this.unread.set(id, 0);
    this.dispatchEvent(new CustomEvent("unread"));
  }

  /** People of a role, in the order the server knows them. */
  ofRole(role) {
    return [...this.people.values()].filter((person) => person.role === role);
  }

  /** The product's clock as a Date; the server tells it now and then, we count on from there. */
  now() {
    return this.clock ? new Date(this.clock.at + performance.now() - this.clock.heard) : new Date();
  }

  setClock(clock) {
    this.clock = { ...clock, at: Date.parse(clock.now), heard: performance.now() };
  }

  /** After a break in the line: what came meanwhile counts as unread. */
  missed(id, chat, known) {
    if (!known) return chat.unread;
    const last = known.messages.at(-1)?.message_id ?? 0;
    const fresh = chat.messages.filter(({ message_id, from }) => message_id > last && from?.is_bot);
    return this.unreadOf(id) + fresh.length;
  }
}
