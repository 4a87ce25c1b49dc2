// One message: a bubble with what it carries, its text, its time, and the keys under it.

import { lastLineDirection } from "./directions.js";
import { el } from "./dom.js";
import { endsInBlock, formatted } from "./entities.js";
import { fullName } from "./faces.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboards.js";
import { mediaKind, mediaOf } from "./media.js";
import { clockTime, fromUnix, fullTime } from "./times.js";

const SERVICE = {
  pinned_message: () => "Randevu pinned a message",
  successful_payment: ({ successful_payment: { total_amount, currency } }) => `You paid ${total_amount} ${currency} (smallest units)`,
  refunded_payment: () => "The payment was refunded",
};

/** The element of a message; `acts` does what its links and keys ask for. */
export function messageView(message, acts) {
  const service = Object.keys(SERVICE).find((name) => message[name]);
  if (service) return serviceView(message, SERVICE[service](message));
  const keys = message.reply_markup?.inline_keyboard?.length ? inlineKeyboard(message, acts) : null;
  const side = message.from?.is_bot ? "in" : "out";
  const reply = () => acts.reply(message);
  return el(
    "article",
    { class: `message ${side}${keys ? " keyed" : ""}`, data: { messageId: message.message_id }, on: { dblclick: (event) => event.target.closest(".keys, a, button") || reply() } },
    bubble(message, acts),
    keys,
  );
}

function serviceView(message, text) {
  return el("article", { class: "message service", data: { messageId: message.message_id } }, el("span", { class: "pill" }, text));
}

function bubble(message, acts) {
  const kind = mediaKind(message);
  const text = message.text ?? message.caption ?? (kind ? "" : "Unsupported message");
  const entities = message.entities ?? message.caption_entities;
  const words = text ? el("div", { class: kind || message.text ? "text" : "text unknown", dir: "auto" }, formatted(text, entities, acts), spacer(message)) : null;
  const parts = [quote(message), mediaOf(message, acts), words];
  if (message.show_caption_above_media) parts.push(parts.splice(1, 1)[0]);
  return el("div", { class: `bubble ${shape(message, kind, text, entities)}` }, ...parts, meta(message));
}

function shape(message, kind, text, entities) {
  const names = [kind ? `with-${kind}` : "with-text", text ? "worded" : "bare"];
  if (text && lastLineDirection(text) === "rtl") names.push("ends-rtl");
  if (text && (endsInBlock(text, entities) || message.show_caption_above_media)) names.push("meta-below");
  return names.join(" ");
}

// An empty stretch as wide as the time, so that the last line of the text leaves room for it.
const spacer = (message) => el("span", { class: "spacer", "aria-hidden": "true" }, ...stamp(message));

function meta(message) {
  const date = fromUnix(message.date);
  return el("span", { class: "meta", title: fullTime(date) }, ...stamp(message));
}

function stamp(message) {
  const edited = message.edit_date ? el("span", { class: "edited" }, "edited") : null;
  const ticks = message.from?.is_bot ? null : el("span", { class: "ticks" }, icon("check"), icon("check"));
  return [edited, el("span", { class: "at" }, clockTime(fromUnix(message.date))), ticks];
}

function quote({ reply_to_message: original }) {
  if (!original) return null;
  return el("div", { class: "replied", dir: "auto" }, el("strong", {}, fullName(original.from ?? {})), el("span", {}, excerpt(original)));
}

/** A message in a few words, for quotes and banners. */
export function excerpt(message) {
  const text = message.text ?? message.caption;
  if (text) return text.replaceAll(/\s+/g, " ").slice(0, 120);
  const kind = mediaKind(message) ?? "message";
  return kind.charAt(0).toUpperCase() + kind.slice(1).replace("_", " ");
}
