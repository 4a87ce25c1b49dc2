// Keys under a message, and the keyboard in place of the letters.

import { button, copy, el } from "./dom.js";
import { icon } from "./icons.js";
import { safeUrl } from "./links.js";

const PATIENCE = 15_000; // milliseconds a tapped key waits for its answer

const spinning = new Map(); // callback query id -> the key that waits
const answered = new Set(); // answers that came before the id of their tap

/** Rows of keys for one message. */
export function inlineKeyboard(message, acts) {
  const rows = message.reply_markup.inline_keyboard.map((row, r) =>
    el("div", { class: `keys-row keys-${row.length}` }, ...row.map((key, c) => inlineKey(key, { message, row: r, column: c }, acts))),
  );
  return el("div", { class: "keys" }, ...rows);
}

function inlineKey(key, place, acts) {
  if (key.url) return urlKey(key, acts);
  const act = actOf(key, place, acts);
  const node = button({ class: keyClass(key), dir: "auto", title: long(key.text), on: { click: () => act(node) } }, key.text);
  if (key.copy_text) node.append(icon("copy"));
  return node;
}

function urlKey(key, acts) {
  const href = safeUrl(key.url);
  const follow = (event) => href && acts.follow(href) && event.preventDefault();
  return el("a", { class: keyClass(key), href, target: "_blank", rel: "noopener noreferrer", dir: "auto", title: key.url, on: { click: follow } }, key.text, icon("open"));
}

function actOf(key, { message, row, column }, acts) {
  if (key.copy_text) return () => copy(key.copy_text.text).then(() => acts.notify("Copied to clipboard"));
  if (key.switch_inline_query_current_chat !== undefined) return () => acts.draft(`@${acts.bot().username} ${key.switch_inline_query_current_chat}`);
  if (key.web_app || key.login_url || key.switch_inline_query !== undefined) return () => acts.notify("The sandbox cannot open this.");
  return (node) => tap(node, () => acts.tap(message.message_id, row, column));
}

const keyClass = ({ style }) => (style ? `key key-${style}` : "key");
const long = (text) => (text.length > 18 ? text : null);

async function tap(node, ask) {
  if (node.classList.contains("waiting")) return;
  wait(node);
  const id = await ask();
  if (!id || answered.delete(id)) {
    rest(node);
    return;
  }
  spinning.set(id, node);
  setTimeout(() => spinning.has(id) && settle(id), PATIENCE);
}

function wait(node) {
  node.classList.add("waiting");
  node.setAttribute("aria-busy", "true");
}

function rest(node) {
  node.classList.remove("waiting");
  node.removeAttribute("aria-busy");
}

/** The answer to a tap has come: its key stops spinning. */
export function settle(queryId) {
  const node = spinning.get(queryId);
  if (!node) {
    answered.add(queryId);
    return;
  }
  spinning.delete(queryId);
  rest(node);
}

/** The keyboard a bot puts in place of the letters. */
export function replyKeyboard(markup, acts) {
  const rows = markup.keyboard.map((row) =>
    el("div", { class: "reply-row" }, ...row.map((key) => replyKey(typeof key === "string" ? { text: key } : key, acts))),
  );
  return el("div", { class: markup.resize_keyboard ? "reply-keys" : "reply-keys tall", role: "group", "aria-label": "Keyboard of the bot" }, ...rows);
}

function replyKey(key, acts) {
  const act = () => {
    if (key.request_contact) acts.askContact();
    else if (key.request_location) acts.askLocation();
    else acts.send(key.text);
    acts.keyUsed();
  };
  return button({ class: keyClass(key), dir: "auto", on: { click: act } }, key.text);
}
