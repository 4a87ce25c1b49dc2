// The messages of one chat: days, runs of one sender, scrolling that never jumps.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { messageView } from "./message.js";
import { dayKey, dayName, fromUnix } from "./times.js";

const NEAR = 80; // pixels from the bottom that still count as being there
const FLOATING = 4; // pixels a day is above the top when its name begins to lie over its messages
const RUN_GAP = 600; // seconds after which a new run of one sender begins

export class Feed {
  #acts;
  #store;
  #onBottom;
  #personId = null;
  #days = new Map(); // day key -> section
  #views = new Map(); // message id -> { message, node }

  constructor(store, acts, onBottom) {
    this.#store = store;
    this.#acts = acts;
    this.#onBottom = onBottom;
    this.list = el("div", { class: "feed", role: "log", "aria-live": "polite", "aria-label": "Messages", tabindex: "0", on: { scroll: () => this.#scrolled() } });
    this.down = button({ class: "down", hidden: true, "aria-label": "To the newest message", on: { click: () => this.toBottom("smooth") } }, icon("down"));
    this.element = el("div", { class: "feed-box" }, this.list, this.down);
    new ResizeObserver(() => this.#resized()).observe(this.list);
  }

  #stuck = true;

  get atBottom() {
    return this.#stuck;
  }

  /** Show the chat of a person from its end. */
  open(personId) {
    this.#personId = personId;
    this.#days.clear();
    this.#views.clear();
    this.list.replaceChildren();
    this.list.lang = this.#store.people.get(personId)?.language_code ?? "en";
    this.#arrange();
    this.toBottom("instant");
  }

  /** Take over what changed in the chat; the view stays where it was. */
  refresh() {
    const anchor = this.#anchor();
    const focus = focusedKey(this.list);
    this.#arrange("arriving");
    focus?.();
    if (this.#stuck) this.toBottom("instant");
    else anchor();
  }

  toBottom(behavior) {
    this.#stuck = true;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior });
    this.#told();
  }

  /** Day names and relative times follow the product's clock. */
  tick() {
    const now = this.#store.now();
    for (const { dataset, firstChild } of this.#days.values()) firstChild.firstChild.textContent = dayName(new Date(Number(dataset.at)), now);
    for (const time of this.list.querySelectorAll("time")) time.dispatchEvent(new Event("tick"));
  }

  showUnread(count) {
    this.down.hidden = this.#stuck;
    this.down.replaceChildren(icon("down"), ...(count ? [el("span", { class: "badge" }, String(count))] : []));
  }

  #arrange(arrival) {
    const { messages } = this.#store.chat(this.#personId);
    this.#drop(new Set(messages.map(({ message_id }) => message_id)));
    messages.forEach((message, index) => {
      const node = this.#view(message, arrival);
      node.classList.toggle("run-first", !sameRun(messages[index - 1], message));
      node.classList.toggle("run-last", !sameRun(message, messages[index + 1]));
      const day = this.#day(message);
      if (node.parentNode !== day) insertInOrder(day, node);
    });
    this.list.classList.toggle("empty", messages.length === 0);
  }

  #drop(kept) {
    for (const [id, { node }] of this.#views) {
      if (kept.has(id)) continue;
      const day = node.parentNode;
      node.remove();
      this.#views.delete(id);
      if (day.childElementCount > 1) continue; // more than its name
      day.remove();
      this.#days.delete(day.dataset.day);
    }
  }

  #view(message, arrival) {
    const known = this.#views.get(message.message_id);
    if (known?.message === message) return known.node;
    const node = messageView(message, this.#acts);
    if (known) known.node.replaceWith(node);
    else if (arrival) node.classList.add(arrival);
    this.#views.set(message.message_id, { message, node });
    return node;
  }

  #day({ date }) {
    const at = fromUnix(date);
    const key = dayKey(at);
    const known = this.#days.get(key);
    if (known) return known;
    const name = el("div", { class: "day-name" }, el("span", { class: "pill" }, dayName(at, this.#store.now())));
    const section = el("section", { class: "day", data: { day: key, at: at.getTime() } }, name);
    const later = [...this.#days.values()].find((day) => Number(day.dataset.at) > at.getTime());
    this.list.insertBefore(section, later ?? null);
    this.#days.set(key, section);
    return section;
  }

  #anchor() {
    const top = this.list.getBoundingClientRect().top;
    const view = [...this.#views.values()].find(({ node }) => node.getBoundingClientRect().bottom > top);
    if (!view) return () => {};
    const before = view.node.getBoundingClientRect().top;
    return () => {
      const node = this.#views.get(view.message.message_id)?.node;
      if (node) this.list.scrollTop += node.getBoundingClientRect().top - before;
    };
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#told();
  }

  #resized() {
    if (this.#stuck) this.list.scrollTop = this.list.scrollHeight;
  }

  #told() {
    this.down.hidden = this.#stuck;
    this.list.classList.toggle("resting", this.#stuck);
    const top = this.list.getBoundingClientRect().top - FLOATING;
    for (const day of this.#days.values()) day.firstChild.classList.toggle("floating", day.getBoundingClientRect().top < top);
    if (this.#stuck) this.#onBottom();
  }
}

function sameRun(one, other) {
  if (!one || !other) return false;
  const sameDay = dayKey(fromUnix(one.date)) === dayKey(fromUnix(other.date));
  return sameDay && one.from?.id === other.from?.id && other.date - one.date < RUN_GAP;
}

function insertInOrder(day, node) {
  const id = Number(node.dataset.messageId);
  const later = [...day.querySelectorAll(":scope > .message")].find((other) => Number(other.dataset.messageId) > id);
  day.insertBefore(node, later ?? null);
}

// A key that was tapped keeps the focus when its message is drawn anew.
function focusedKey(list) {
  const key = document.activeElement?.closest?.(".key");
  const message = key?.closest("[data-message-id]");
  if (!message || !list.contains(message)) return null;
  const selector = `[data-message-id="${message.dataset.messageId}"] .key`;
  const index = [...list.querySelectorAll(selector)].indexOf(key);
  return () => list.querySelectorAll(selector)[index]?.focus({ preventScroll: true });
}
