// Names and round faces with initials, coloured by id.

import { el } from "./dom.js";

const COLOURS = 7;

export const fullName = ({ first_name, last_name }) => [first_name, last_name].filter(Boolean).join(" ");

const initials = ({ first_name, last_name }) =>
  [first_name, last_name].filter(Boolean).map((name) => [...name][0].toLocaleUpperCase()).join("");

export function avatar(person, attributes = {}) {
  return el("span", { class: `avatar avatar-${person.id % COLOURS}`, "aria-hidden": "true", ...attributes }, initials(person));
}
