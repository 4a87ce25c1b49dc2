// The foot of a phone: text field, attachments, commands, START, and the bot's own keyboard.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./keyboards.js";
import { openMenu } from "./menus.js";
import { excerpt } from "./message.js";

const PLACEHOLDER = "Message";

export class Composer {
  #acts;
  #screen;
  #drafts = new Map(); // person id -> unfinished text
  #personId = null;
  #replyTo = null;
  #markup = null;
  #commands = [];

  constructor(acts, screen) {
    this.#acts = acts;
    this.#screen = screen;
    this.input = el("textarea", { rows: 1, placeholder: PLACEHOLDER, "aria-label": "Message", dir: "auto", enterkeyhint: "send", data: { testid: "composer-input" }, on: { input: () => this.#typed(), keydown: (event) => this.#key(event) } });
    this.menu = button({ class: "menu-button", data: { testid: "menu-button" }, "aria-expanded": "false", "aria-label": "Commands", on: { click: () => this.#toggleCommands() } }, icon("menu"), el("span", {}, "Menu"));
    this.attach = button({ class: "plain", data: { testid: "attach-button" }, "aria-label": "Attach", "aria-haspopup": "menu", "aria-expanded": "false", on: { click: () => this.#attach() } }, icon("attach"));
    this.toggle = button({ class: "plain", "aria-label": "Keyboard of the bot", hidden: true, on: { click: () => this.#openKeys(this.keys.hidden) } }, icon("keyboard"));
    this.sendKey = button({ class: "send", data: { testid: "send-button" }, "aria-label": "Send", on: { click: () => this.#send() } }, icon("send"));
    this.file = el("input", { type: "file", class: "off-screen", tabindex: "-1", "aria-hidden": "true", on: { change: () => this.#picked() } });
    this.panel = el("div", { class: "commands", role: "menu", "aria-label": "Commands", hidden: true, on: { keydown: (event) => this.#panelKey(event) } });
    this.quote = el("div", { class: "quote-bar", hidden: true });
    this.field = el("div", { class: "field" }, this.input, this.toggle, this.attach);
    this.line = el("div", { class: "line" }, this.menu, this.field, this.sendKey, this.file);
    this.keys = el("div", { class: "reply-box", hidden: true });
    this.big = button({ class: "big" });
    this.element = el("footer", { class: "composer" }, this.panel, this.quote, this.line, this.keys, this.big);
  }

  /** Show the foot for a person and what the bot offers them. */
  open(person, chat) {
    const isOther = person.id !== this.#personId;
    if (isOther) this.#change(person.id);
    this.#commands = chat.commands ?? [];
    this.#offerBig(person);
    this.menu.hidden = this.#commands.length === 0;
    if (isOther || chat.reply_keyboard !== this.#markup) this.#offerKeys(chat);
    this.#typed();
  }

  draft(text) {
    this.input.value = text;
    this.#typed();
    this.input.focus();
  }

  reply(message) {
    this.#replyTo = message;
    const drop = button({ class: "plain", "aria-label": "Do not reply", on: { click: () => this.#endReply() } }, icon("close"));
    this.quote.replaceChildren(icon("reply"), el("span", { class: "quote-text", dir: "auto" }, excerpt(message)), drop);
    this.quote.hidden = false;
  }

  /** A key of a one-time keyboard was used: it folds away. */
  keyUsed() {
    if (this.#markup?.one_time_keyboard) this.#openKeys(false);
  }

  #change(personId) {
    this.#drafts.set(this.#personId, this.input.value);
    this.#personId = personId;
    this.input.value = this.#drafts.get(personId) ?? "";
    this.#endReply();
    this.#showCommands([]);
  }

  #offerBig({ started, blocked }) {
    const isBig = blocked || !started;
    this.line.hidden = isBig;
    this.big.hidden = !isBig;
    this.big.textContent = blocked ? "UNBLOCK" : "START";
    this.big.dataset.testid = blocked ? "unblock-button" : "start-button";
    this.big.onclick = blocked ? () => this.#acts.block(false) : () => this.#acts.send("/start");
    if (isBig) this.keys.hidden = true;
  }

  #offerKeys({ reply_keyboard: markup, messages }) {
    this.#markup = markup;
    const hasKeys = Boolean(markup?.keyboard);
    this.toggle.hidden = !hasKeys;
    this.keys.replaceChildren(...(hasKeys ? [replyKeyboard(markup, this.#acts)] : []));
    this.#openKeys(hasKeys);
    this.input.placeholder = markup?.input_field_placeholder ?? PLACEHOLDER;
    const asked = messages.findLast(({ from }) => from?.is_bot);
    if (markup?.force_reply && asked) this.reply(asked);
  }

  #openKeys(isOpen) {
    this.keys.hidden = !isOpen || this.line.hidden;
    this.toggle.setAttribute("aria-expanded", String(isOpen));
  }

  #endReply() {
    this.#replyTo = null;
    this.quote.hidden = true;
  }

  #typed() {
    const { value } = this.input;
    this.element.classList.toggle("typing", value !== "");
    this.sendKey.disabled = value.trim() === "";
    this.input.style.height = "auto";
    const { scrollHeight } = this.input; // none while the phone is out of sight
    if (scrollHeight) this.input.style.height = `${scrollHeight}px`;
    if (document.activeElement !== this.input) return;
    this.#showCommands(/^\/\w*$/.test(value) ? this.#commands.filter(({ command }) => `/${command}`.startsWith(value.toLowerCase())) : []);
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape") {
      this.#showCommands([]);
      this.#endReply();
    } else if (!this.panel.hidden && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.panel.querySelectorAll("button").item(event.key === "ArrowUp" ? this.panel.childElementCount - 1 : 0).focus();
    } else if (!this.panel.hidden && event.key === "Tab") {
      event.preventDefault();
      this.draft(this.panel.querySelector("b").textContent);
    }
  }

  #panelKey(event) {
    const rows = [...this.panel.children];
    const at = rows.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      this.#showCommands([]);
      this.input.focus();
    } else if (step) {
      event.preventDefault();
      rows.at((at + step) % rows.length).focus();
    }
  }

  async #send() {
    const text = this.input.value.trim();
    if (!text) return;
    const reply = this.#replyTo;
    this.input.value = "";
    this.#endReply();
    this.#showCommands([]);
    this.#typed();
    if (!(await this.#acts.send(text, reply?.message_id))) this.draft(text);
  }

  #toggleCommands() {
    const isOpen = this.panel.hidden;
    this.#showCommands(isOpen ? this.#commands : []);
    if (isOpen) this.panel.querySelector("button").focus();
  }

  #showCommands(commands) {
    this.panel.replaceChildren(...commands.map((command) => this.#commandRow(command)));
    this.panel.hidden = commands.length === 0;
    this.menu.setAttribute("aria-expanded", String(commands.length > 0));
  }

  #commandRow({ command, description }) {
    const pick = () => {
      this.#showCommands([]);
      this.input.value = "";
      this.#typed();
      this.#acts.send(`/${command}`);
    };
    return button({ role: "menuitem", on: { click: pick } }, el("span", { dir: "auto" }, description), el("b", {}, `/${command}`));
  }

  #attach() {
    openMenu(this.attach, this.#screen, [
      { text: "Photo", icon: "photo", act: () => this.#choose("photo", "image/*") },
      { text: "Document", icon: "document", act: () => this.#choose("document", "") },
      { text: "Voice message", icon: "voice", act: () => this.#choose("voice", "audio/*") },
      { text: "Video", icon: "video", act: () => this.#choose("video", "video/*") },
      { text: "My contact", icon: "contact", act: () => this.#acts.askContact() },
      { text: "Location", icon: "location", act: () => this.#acts.askLocation() },
    ]);
  }

  #choose(kind, accept) {
    Object.assign(this.file, { accept, value: "" });
    this.file.dataset.kind = kind;
    this.file.click();
  }

  #picked() {
    const [file] = this.file.files;
    if (!file) return;
    this.#acts.upload(file, this.file.dataset.kind, this.input.value.trim(), this.#replyTo?.message_id);
    this.#endReply();
    this.input.value = "";
    this.#typed();
  }
}
