// The drawer with the raw traffic of the Bot API.

import { byId, el } from "./dom.js";
import { icon } from "./icons.js";
import { traffic } from "./server.js";
import { logTime } from "./times.js";

const MOST = 500; // entries kept, as the server does
const NEAR = 40; // pixels from the bottom that still count as being there

export function trafficDrawer(store) {
  const drawer = byId("drawer");
  const list = byId("traffic-list");
  const filter = byId("traffic-filter");
  const pause = byId("traffic-pause");
  let waiting = [];
  let newest = 0;

  const isPaused = () => pause.getAttribute("aria-pressed") === "true";
  const matches = (row) => row.dataset.text.includes(filter.value.toLowerCase());

  function add(entries) {
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    for (const entry of entries.filter(({ id }) => id > newest)) {
      const row = view(entry);
      row.hidden = !matches(row);
      list.append(row);
      newest = entry.id;
    }
    while (list.childElementCount > MOST) list.firstChild.remove();
    if (isNear) list.scrollTop = list.scrollHeight;
  }

  function take(entries) {
    if (isPaused()) waiting.push(...entries);
    else add(entries);
    pause.textContent = waiting.length ? `Resume (${waiting.length})` : isPaused() ? "Resume" : "Pause";
  }

  function toggle() {
    drawer.hidden = !drawer.hidden;
    byId("traffic").setAttribute("aria-expanded", String(!drawer.hidden));
    if (drawer.hidden) byId("traffic").focus();
    else list.scrollTop = list.scrollHeight;
  }

  byId("traffic").prepend(icon("traffic"));
  byId("traffic-close").append(icon("close"));
  byId("traffic").addEventListener("click", toggle);
  byId("traffic-close").addEventListener("click", toggle);
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && toggle());
  filter.addEventListener("input", () => {
    for (const row of list.children) row.hidden = !matches(row);
  });
  byId("traffic-clear").addEventListener("click", () => list.replaceChildren());
  pause.addEventListener("click", () => {
    pause.setAttribute("aria-pressed", String(!isPaused()));
    take(isPaused() ? [] : waiting.splice(0));
  });
  store.on("traffic", ({ entry }) => take([entry]));
  store.on("hello", async () => {
    const entries = await traffic().catch(() => []); // the line broke again: the next hello asks anew
    if (entries.length && entries.at(-1).id < newest) newest = 0; // the server began anew
    take(entries);
  });
}

function view(entry) {
  const { at, kind, method, status, chat, ms } = entry;
  const isGood = status < 400;
  const head = el(
    "summary",
    {},
    el("time", { datetime: at }, logTime(new Date(at))),
    el("span", { class: "traffic-method" }, kind === "update" ? `↓ ${updateKind(entry)}` : method),
    el("span", { class: isGood ? "status good" : "status bad" }, String(status)),
    el("span", { class: "traffic-chat" }, chat === null ? "" : String(chat)),
    el("span", { class: "traffic-ms" }, `${ms.toFixed(ms < 10 ? 1 : 0)} ms`),
  );
  const row = el("details", { class: `entry ${kind}`, data: { text: JSON.stringify(entry).toLowerCase() } }, head);
  row.addEventListener("toggle", () => unfold(row, entry), { once: true });
  return row;
}

const updateKind = ({ request }) => Object.keys(request ?? {}).find((key) => key !== "update_id") ?? "update";

function unfold(row, { kind, request, response }) {
  const part = (name, value) => (value === null || value === undefined ? [] : [el("h3", {}, name), el("pre", { tabindex: "0" }, JSON.stringify(value, null, 2))]);
  row.append(...part(kind === "update" ? "Update" : "Request", request), ...part("Response", response));
}
