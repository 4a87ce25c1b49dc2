// One phone: whose it is, the head of the chat, the messages, the foot.

import { actsOf } from "./acts.js";
import { Composer } from "./composer.js";
import { ROLE_NAMES } from "./desk.js";
import { badge, button, el } from "./dom.js";
import { avatar, fullName } from "./faces.js";
import { Feed } from "./feed.js";
import { icon } from "./icons.js";
import { settle } from "./keyboards.js";
import { openMenu } from "./menus.js";
import { alertBox, notice } from "./modals.js";
import { peopleMenu } from "./people.js";

const TYPING_TIME = 5000; // milliseconds

export class Phone {
  #store;
  #desk;
  #role;
  #typingEnds = 0;

  constructor(role, store, desk, view) {
    this.#role = role;
    this.#store = store;
    this.#desk = desk;
    this.screen = el("div", { class: "screen" });
    this.acts = {
      ...actsOf({ store, view, screen: this.screen, personId: () => this.#personId, touched: () => desk.hold(role) }),
      reply: (message) => this.composer.reply(message),
      draft: (text) => this.composer.draft(text),
      keyUsed: () => this.composer.keyUsed(),
    };
    this.feed = new Feed(store, this.acts, () => this.#markRead());
    this.composer = new Composer(this.acts, this.screen);
    this.#build();
    this.#listen();
  }

  get #personId() {
    return this.#desk.shown(this.#role);
  }

  get #person() {
    return this.#store.people.get(this.#personId);
  }

  #build() {
    this.picker = button({ class: "picker", data: { testid: `picker-${this.#role}` }, "aria-haspopup": "menu", "aria-expanded": "false", on: { click: () => this.#pick() } });
    this.title = el("div", { class: "title" });
    this.more = button({ class: "plain", "aria-label": "Menu of the chat", "aria-haspopup": "menu", "aria-expanded": "false", on: { click: () => this.#openMore() } }, icon("more"));
    this.banner = el("div", { class: "banner-box", "aria-live": "polite" });
    this.screen.append(
      el("header", { class: "head" }, this.title, this.more),
      this.banner,
      this.feed.element,
      this.composer.element,
      el("div", { class: "notices", role: "status" }),
    );
    this.element = el("section", { class: "phone", "aria-label": `Phone of the ${this.#role}`, data: { phone: this.#role } }, this.picker, this.screen);
  }

  #listen() {
    const ours = (act) => (event) => event.chat === this.#personId && act(event);
    this.#store.on("hello", () => this.show());
    this.#store.on("person", ({ person }) => (person.id === this.#personId ? this.#refresh() : this.#drawPicker()));
    this.#store.on("message edited deleted", ours(({ message }) => this.#changed(message)));
    this.#store.on("menu", ours(() => this.#refresh()));
    this.#store.on("action", ours(() => this.#typing()));
    this.#store.on("answer", (event) => settle(event.callback_query_id));
    this.#store.on("answer", ours((event) => this.#answered(event)));
    this.#store.on("message", (event) => this.#announce(event));
    this.#store.on("unread", () => this.#drawUnread());
    this.#store.on("clock", () => this.feed.tick());
    this.#desk.addEventListener("shown", ({ detail }) => detail === this.#role && this.show());
    document.addEventListener("visibilitychange", () => this.#markRead());
  }

  /** Show the chat of whoever holds this phone now. */
  show() {
    if (!this.#person) return;
    this.element.dataset.person = this.#personId;
    this.banner.replaceChildren();
    this.#typingEnds = 0;
    this.#refresh();
    this.feed.open(this.#personId);
  }

  /** The phone came into sight or left it. */
  sight(isInSight) {
    const came = isInSight && this.element.hidden;
    this.element.hidden = !isInSight;
    if (came && this.feed.atBottom) this.feed.toBottom("instant");
  }

  #refresh() {
    this.#drawPicker();
    this.#drawTitle();
    this.composer.open(this.#person, this.#store.chat(this.#personId));
  }

  #changed(message) {
    if (message?.from?.is_bot) this.#typingEnds = 0;
    this.#refresh();
    this.feed.refresh();
  }

  #drawTitle() {
    const bot = this.#store.bot;
    const isTyping = performance.now() < this.#typingEnds;
    const subtitle = isTyping ? el("span", { class: "subtitle active" }, "typing", el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"))) : el("span", { class: "subtitle" }, "bot");
    this.title.replaceChildren(avatar(bot, { class: "avatar avatar-bot" }), el("div", { class: "title-text" }, el("h2", {}, bot.first_name), subtitle));
  }

  #drawPicker() {
    const person = this.#person;
    if (!person) return;
    const others = this.#store.ofRole(this.#role).filter(({ id }) => id !== person.id);
    const unread = others.reduce((sum, { id }) => sum + this.#store.unreadOf(id), 0);
    this.picker.replaceChildren(
      avatar(person),
      el("span", { class: "picker-text" }, el("span", { class: "picker-role" }, ROLE_NAMES[person.role]), el("span", { class: "picker-name", dir: "auto" }, fullName(person)), person.label ? el("small", { dir: "auto" }, person.label) : ""),
      badge(unread) ?? "",
      icon("expand"),
    );
  }

  #drawUnread() {
    this.#drawPicker();
    this.feed.showUnread(this.#store.unreadOf(this.#personId));
  }

  #pick() {
    const choose = (person) => {
      this.#desk.show(this.#role, person.id);
      this.#desk.hold(this.#role);
    };
    openMenu(this.picker, this.element, peopleMenu(this.#store, this.#role, this.#personId, choose));
  }

  #openMore() {
    const { blocked } = this.#person;
    const block = blocked
      ? { text: "Unblock the bot", icon: "check", act: () => this.acts.block(false) }
      : { text: "Block the bot", icon: "block", danger: true, act: () => this.acts.block(true) };
    openMenu(this.more, this.screen, [{ text: "Send /start", icon: "send", act: () => this.acts.send("/start") }, block]);
  }

  #typing() {
    this.#typingEnds = performance.now() + TYPING_TIME;
    this.#drawTitle();
    setTimeout(() => this.#drawTitle(), TYPING_TIME + 50);
  }

  #answered({ text, show_alert, url }) {
    if (url) this.acts.follow(url) || notice(this.screen, `The bot opens ${url}`);
    if (!text) return;
    if (show_alert) alertBox(this.screen, text);
    else notice(this.screen, text);
  }

  // A message for somebody of this role who is not on any phone now.
  #announce({ chat, message }) {
    const person = this.#store.people.get(chat);
    if (person?.role !== this.#role || chat === this.#personId || !message.from?.is_bot) return;
    const open = () => this.#desk.show(this.#role, chat);
    this.banner.replaceChildren(
      button({ class: "banner", on: { click: open } }, avatar(person), el("span", {}, "New message for ", el("b", { dir: "auto" }, fullName(person)))),
      button({ class: "plain", "aria-label": "Hide", on: { click: () => this.banner.replaceChildren() } }, icon("close")),
    );
  }

  #markRead() {
    const isSeen = !document.hidden && this.#desk.inSight(this.#role) && this.feed.atBottom;
    if (isSeen && this.#personId !== null) this.#store.read(this.#personId);
  }
}
