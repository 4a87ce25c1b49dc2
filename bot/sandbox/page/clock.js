// The clock bar: the product's time, ticking, and the keys that move it.

import { byId } from "./dom.js";
import { post } from "./server.js";
import { clockFace, eventTime, fullTime, movedBy, zoneName } from "./times.js";

const TICK = 1000; // milliseconds
const MOVED_FROM = 60; // seconds of offset from which the clock counts as moved

export function clockBar(store, tell) {
  const bar = byId("clock");
  const keys = [...bar.querySelectorAll("button")];
  const next = bar.querySelector("[data-testid=clock-next]");
  const now = bar.querySelector("[data-testid=clock-now]");
  let isBusy = false;
  let isFixed = false;

  function face() {
    if (!store.clock) return;
    const time = store.now();
    byId("clock-time").textContent = clockFace(time);
    byId("clock-time").dateTime = time.toISOString();
    byId("clock-zone").textContent = zoneName(time);
  }

  function draw() {
    if (!store.clock) return;
    const { offset_seconds: offset, next_event: event } = store.clock;
    const time = event ? new Date(event) : null;
    face();
    byId("clock-moved").textContent = movedBy(offset);
    byId("clock-moved").hidden = Math.abs(offset) < MOVED_FROM;
    next.textContent = time ? `Next event ${eventTime(time, store.now())}` : "Next event";
    next.title = time ? fullTime(time) : "Nothing is planned";
    for (const key of keys) key.disabled = isBusy || isFixed;
    next.disabled ||= !time;
    now.disabled ||= Math.abs(offset) < 1;
    bar.setAttribute("aria-busy", String(isBusy));
  }

  async function move(wish) {
    isBusy = true;
    draw();
    try {
      store.take({ type: "clock", clock: await post("/sandbox/clock", wish) });
    } catch (error) {
      isFixed = error.status === 409;
      if (isFixed) bar.title = error.message;
      tell(error.message);
    }
    isBusy = false;
    draw();
  }

  for (const key of keys) key.addEventListener("click", () => move(wishOf(key)));
  store.on("hello clock", draw);
  setInterval(face, TICK);
}

function wishOf({ dataset }) {
  if (dataset.seconds) return { advance_seconds: Number(dataset.seconds) };
  return { to: dataset.testid === "clock-next" ? "next" : "now" };
}
