// Puts the page together: one store, three phones, tabs, clock, traffic.

import { clockBar } from "./clock.js";
import { Desk, ROLE_NAMES, ROLES } from "./desk.js";
import { badge, button, byId, el } from "./dom.js";
import { trafficDrawer } from "./drawer.js";
import { icon } from "./icons.js";
import { notice } from "./modals.js";
import { addPerson } from "./people.js";
import { Phone } from "./phone.js";
import { listen } from "./server.js";
import { Store } from "./store.js";
import { themeToggle } from "./theme.js";

const HINT_KEY = "randevu-hint-closed";

const store = new Store();
const desk = new Desk(store);
const phones = new Map(ROLES.map((role) => [role, new Phone(role, store, desk, viewPhoto)]));
const tabs = new Map(ROLES.map((role) => [role, tab(role)]));

themeToggle();
hint();
clockBar(store, tell);
trafficDrawer(store);
addPerson(store, desk);
byId("desk").append(...[...phones.values()].map(({ element }) => element));
byId("tabs").append(...tabs.values());
desk.addEventListener("layout", layout);
store.on("hello unread person", drawUnread);
layout();
listen((event) => store.take(event), (isLost) => (byId("lost").hidden = !isLost));

function layout() {
  for (const [role, phone] of phones) phone.sight(desk.inSight(role));
  drawUnread();
}

function drawUnread() {
  for (const [role, node] of tabs) {
    node.setAttribute("aria-pressed", String(desk.inSight(role)));
    node.replaceChildren(el("span", {}, ROLE_NAMES[role]), badge(unreadOf(role)) ?? "");
  }
  const sum = ROLES.reduce((count, role) => count + unreadOf(role), 0);
  document.title = sum ? `(${sum}) Randevu sandbox` : "Randevu sandbox";
}

function tab(role) {
  return button({ class: "tab", data: { testid: `tab-${role}` }, on: { click: () => desk.open(role) } });
}

function unreadOf(role) {
  return store.ofRole(role).reduce((sum, { id }) => sum + store.unreadOf(id), 0);
}

function tell(text) {
  notice(phones.get(desk.tab).screen, text);
}

function viewPhoto(source, label) {
  const viewer = byId("viewer");
  const close = () => viewer.close();
  viewer.replaceChildren(el("img", { src: source, alt: label }), button({ class: "plain", "aria-label": "Close", on: { click: close } }, icon("close")));
  viewer.onclick = close;
  viewer.showModal();
}

function hint() {
  byId("hint").hidden = localStorage.getItem(HINT_KEY) !== null;
  byId("hint-close").append(icon("close"));
  byId("hint-close").addEventListener("click", () => {
    byId("hint").hidden = true;
    localStorage.setItem(HINT_KEY, "yes");
  });
}
