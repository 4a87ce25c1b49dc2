// Light, dark, or as the system says.

import { byId } from "./dom.js";
import { icon } from "./icons.js";

const KEY = "randevu-theme";
const ORDER = ["auto", "light", "dark"];

export function themeToggle() {
  const key = byId("theme");

  function show(theme) {
    document.documentElement.dataset.theme = theme;
    key.replaceChildren(icon(theme));
    key.title = `Colours: ${theme}`;
    key.setAttribute("aria-label", key.title);
    localStorage.setItem(KEY, theme);
    colourBrowser();
  }

  key.addEventListener("click", () => {
    const at = ORDER.indexOf(document.documentElement.dataset.theme);
    show(ORDER[(at + 1) % ORDER.length]);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colourBrowser);
  const kept = localStorage.getItem(KEY);
  show(ORDER.includes(kept) ? kept : "auto");
}

function colourBrowser() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  document.querySelector("meta[name=theme-color]").content = colour.trim();
}
