// Small menus that open at a button: the people, the attachments, the chat's own menu.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";

/** Open a menu inside `box` at `anchor`; an item is {text, detail, face, icon, badge, checked, danger, data, act} or {title}. */
export function openMenu(anchor, box, items) {
  const close = (toAnchor) => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (toAnchor) anchor.focus();
  };
  const outside = ({ target }) => menu.contains(target) || anchor.contains(target) || close(false);
  if (anchor.getAttribute("aria-expanded") === "true") {
    box.querySelector(":scope > .menu")?.dispatchEvent(new Event("shut"));
    return;
  }

  const menu = el("div", { class: "menu", role: "menu", on: { keydown: (event) => keys(event, menu, close), shut: () => close(true) } }, ...items.map((item) => row(item, close)));
  box.append(menu);
  place(menu, anchor, box);
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  (menu.querySelector("[aria-checked=true]") ?? menu.querySelector("button"))?.focus();
}

function row(item, close) {
  if (item.title) return el("div", { class: "menu-title", role: "presentation" }, item.title);
  const pick = () => {
    close(true);
    item.act();
  };
  const kind = item.checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": String(item.checked) };
  return button(
    { class: item.danger ? "menu-item danger" : "menu-item", data: item.data ?? {}, ...kind, on: { click: pick } },
    item.face ?? (item.icon ? icon(item.icon) : null),
    el("span", { class: "menu-text" }, el("span", { dir: "auto" }, item.text), item.detail ? el("small", { dir: "auto" }, item.detail) : null),
    item.badge,
    item.checked ? icon("check") : null,
  );
}

function place(menu, anchor, box) {
  const from = anchor.getBoundingClientRect();
  const within = box.getBoundingClientRect();
  const isLow = from.top > within.top + within.height / 2;
  const isRight = from.left > within.left + within.width / 2;
  menu.style[isRight ? "right" : "left"] = `${isRight ? within.right - from.right : from.left - within.left}px`;
  menu.style[isLow ? "bottom" : "top"] = `${isLow ? within.bottom - from.top + 6 : from.bottom - within.top + 6}px`;
}

function keys(event, menu, close) {
  const rows = [...menu.querySelectorAll("button")];
  const at = rows.indexOf(document.activeElement);
  const goals = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close(true);
  } else if (event.key in goals) {
    event.preventDefault();
    rows.at(goals[event.key] % rows.length).focus();
  }
}
