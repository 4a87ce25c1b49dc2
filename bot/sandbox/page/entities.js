// Text with entities (offsets in UTF-16 units, nested) as nodes.

import { marked } from "./directions.js";
import { copy, el } from "./dom.js";
import { safeUrl } from "./links.js";
import { entityTime, fromUnix, fullTime } from "./times.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

const link = (address, acts) => {
  const href = safeUrl(address);
  if (!href) return el("span");
  const follow = (event) => acts.follow(href) && event.preventDefault();
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", on: { click: follow } });
};

const press = (className, label, act) => {
  const keys = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  };
  return el("span", { class: className, role: "button", tabindex: "0", "aria-label": label, on: { click: act, keydown: keys } });
};

// How each kind of entity becomes an element; kinds that are missing stay plain text.
const MAKERS = {
  spoiler: () => {
    const node = press("spoiler", "Hidden text, press to show", () => {
      node.classList.add("shown");
      node.removeAttribute("role");
      node.removeAttribute("aria-label");
    });
    return node;
  },
  pre: ({ language }) => el("pre", { "data-language": language || null }),
  blockquote: () => el("blockquote", { dir: "auto" }),
  expandable_blockquote: () => {
    const node = press("quote folded", null, () => {
      const folded = node.classList.toggle("folded");
      node.setAttribute("aria-expanded", String(!folded));
    });
    node.setAttribute("aria-expanded", "false");
    node.setAttribute("dir", "auto");
    return node;
  },
  text_link: ({ url }, _text, acts) => link(url, acts),
  url: (_entity, text, acts) => link(text, acts),
  email: (_entity, text, acts) => link(`mailto:${text}`, acts),
  mention: (_entity, text, acts) => link(`https://t.me/${text.slice(1)}`, acts),
  text_mention: () => el("span", { class: "linked" }),
  hashtag: () => el("span", { class: "linked" }),
  cashtag: () => el("span", { class: "linked" }),
  phone_number: (_entity, text, acts) => press("linked", null, () => copy(text).then(() => acts.notify("Number copied"))),
  bot_command: (_entity, text, acts) => press("linked", null, () => acts.send(text)),
  date_time: ({ unix_time: unix, date_time_format: letters }, text) => {
    const date = fromUnix(unix);
    return el("time", { datetime: date.toISOString(), title: `${text} · ${fullTime(date)}` });
  },
};

/** Nodes for a text; `acts` says what taps on links and commands do, and what time it is. */
export function formatted(text, entities, acts) {
  const fragment = document.createDocumentFragment();
  const shown = marked(text, entities ?? []);
  const inOrder = [...shown.entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  fill(fragment, shown.text, { from: 0, to: shown.text.length }, inOrder, acts);
  return fragment;
}

function fill(parent, text, { from, to }, entities, acts) {
  const waiting = [...entities];
  let at = from;
  while (waiting.length) {
    const entity = waiting.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    const inner = waiting.filter(({ offset }) => offset < end);
    parent.append(text.slice(at, start), wrap(entity, text, { from: start, to: end }, inner, acts));
    at = afterBlock(entity, text, end);
  }
  parent.append(text.slice(at, to));
}

// A line break after a block is the end of the block, not an empty line.
const afterBlock = ({ type }, text, end) => (BLOCKS.has(type) && text[end] === "\n" ? end + 1 : end);

function wrap(entity, text, range, inner, acts) {
  const own = text.slice(range.from, range.to);
  const node = MAKERS[entity.type]?.(entity, own, acts) ?? el(TAGS[entity.type] ?? "span");
  if (entity.type === "date_time" && entity.date_time_format) keepTime(node, entity, acts);
  else fill(node, text, range, inner, acts);
  return node;
}

function keepTime(node, { unix_time: unix, date_time_format: letters }, acts) {
  const show = () => node.replaceChildren(entityTime(unix, letters, acts.now()));
  show();
  if (letters === "r") node.addEventListener("tick", show); // phones send "tick" when the clock is told
}

export const endsInBlock = (text, entities) =>
  (entities ?? []).some(({ type, offset, length }) => BLOCKS.has(type) && offset + length >= text.trimEnd().length);
