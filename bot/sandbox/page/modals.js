// Boxes inside one phone: alerts, questions, the place picker; and its short notices.

import { button, el } from "./dom.js";

const NOTICE_TIME = 4500; // milliseconds

const PLACES = [
  { name: "Jakarta", latitude: -6.2088, longitude: 106.8456 },
  { name: "Istanbul", latitude: 41.0082, longitude: 28.9784 },
  { name: "London", latitude: 51.5072, longitude: -0.1276 },
  { name: "Riyadh", latitude: 24.7136, longitude: 46.6753 },
];

/** Ask in a box over the phone; gives the value of the pressed key, or null after Escape. */
function ask(screen, label, content, keys) {
  return new Promise((resolve) => {
    const others = [...screen.children];
    const before = document.activeElement;
    const done = (value) => {
      veil.remove();
      for (const other of others) other.inert = false;
      before?.focus?.();
      resolve(value);
    };
    const row = keys.map(({ text, value, kind }) => button({ class: kind ?? "", on: { click: () => done(value()) } }, text));
    const box = el("div", { class: "modal", role: "alertdialog", "aria-modal": "true", "aria-label": label, tabindex: "-1" }, ...content, el("div", { class: "modal-keys" }, ...row));
    const veil = el("div", { class: "veil", on: { keydown: (event) => event.key === "Escape" && done(null) } }, box);
    for (const other of others) other.inert = true;
    screen.append(veil);
    (row.at(-1) ?? box).focus();
  });
}

export const alertBox = (screen, text) =>
  ask(screen, "Message of the bot", [el("p", { class: "modal-text", dir: "auto" }, text)], [{ text: "OK", value: () => true, kind: "main" }]);

export function confirmBox(screen, title, text, yes) {
  const content = [el("h3", {}, title), el("p", { class: "modal-text" }, text)];
  return ask(screen, title, content, [{ text: "Cancel", value: () => false }, { text: yes, value: () => true, kind: "main" }]);
}

/** Let the person pick a place; gives {latitude, longitude} or null. */
export async function placeBox(screen) {
  const field = (label, name, most) => el("label", {}, label, el("input", { name, type: "number", step: "any", min: -most, max: most, required: true }));
  const form = el("form", { class: "place-fields" }, field("Latitude", "latitude", 90), field("Longitude", "longitude", 180));
  const choose = (place) => {
    form.elements.latitude.value = place.latitude;
    form.elements.longitude.value = place.longitude;
  };
  const cities = el("div", { class: "cities" }, ...PLACES.map((place) => button({ on: { click: () => choose(place) } }, place.name)));
  choose(PLACES[0]);
  const read = () => (form.checkValidity() ? { latitude: form.elements.latitude.valueAsNumber, longitude: form.elements.longitude.valueAsNumber } : null);
  const keys = [{ text: "Cancel", value: () => null }, { text: "Send", value: read, kind: "main" }];
  return ask(screen, "Send a location", [el("h3", {}, "Send a location"), cities, form], keys);
}

/** A notice at the top of the phone that goes by itself. */
export function notice(screen, text) {
  const box = screen.querySelector(":scope > .notices");
  const node = el("div", { class: "notice", dir: "auto" }, text);
  box.replaceChildren(node);
  setTimeout(() => node.remove(), NOTICE_TIME);
}
