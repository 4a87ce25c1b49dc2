// What a message carries besides text: pictures, files, sounds, places, contacts.

import { el, svg } from "./dom.js";
import { avatar } from "./faces.js";
import { icon } from "./icons.js";
import { fileUrl } from "./server.js";

const FEW = 4; // digits after the point of a coordinate: about ten metres

const MAKERS = {
  photo: photo,
  animation: (message) => video(message.animation, { autoplay: true, loop: true, muted: true }),
  video: (message) => video(message.video, { controls: true }),
  video_note: (message) => video(message.video_note, { controls: true, class: "media-video round" }),
  sticker: ({ sticker }) => picture(sticker, { class: "media-sticker", alt: sticker.emoji ?? "Sticker" }),
  voice: ({ voice }) => sound(voice, `Voice message, ${duration(voice.duration)}`),
  audio: ({ audio }) => sound(audio, audio.title ?? audio.file_name ?? "Audio"),
  document: file,
  venue: place,
  location: place,
  contact: contact,
  invoice: invoice,
  dice: ({ dice }) => el("div", { class: "media-dice" }, dice.emoji, el("small", {}, String(dice.value))),
};

/** The element for what a message carries, or null when it is text alone. */
export function mediaOf(message, acts) {
  const kind = mediaKind(message);
  return kind ? MAKERS[kind](message, acts) : null;
}

export const mediaKind = (message) => Object.keys(MAKERS).find((name) => message[name]) ?? null;

function picture({ file_id, width, height }, attributes) {
  return el("img", { src: fileUrl(file_id), width, height, loading: "lazy", draggable: "false", ...attributes });
}

function photo(message, acts) {
  const biggest = message.photo.reduce((one, other) => (other.width > one.width ? other : one));
  const image = picture(biggest, { alt: message.caption ?? "Photo", style: `aspect-ratio: ${biggest.width} / ${biggest.height}` });
  const view = () => acts.view(fileUrl(biggest.file_id), image.alt);
  return el("button", { type: "button", class: "media-photo", "aria-label": "Open the photo", on: { click: view } }, image);
}

function video({ file_id, width, height }, attributes) {
  return el("video", { class: "media-video", src: fileUrl(file_id), width, height, playsinline: true, preload: "metadata", ...attributes });
}

function sound({ file_id }, label) {
  return el("figure", { class: "media-sound" }, el("audio", { controls: true, preload: "metadata", src: fileUrl(file_id), "aria-label": label }), el("figcaption", {}, label));
}

function file({ document: { file_id, file_name, file_size } }) {
  const name = file_name ?? "File";
  const kind = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return el(
    "a",
    { class: "media-file", href: fileUrl(file_id), download: name },
    el("span", { class: "file-icon" }, kind ? el("span", { class: "file-kind" }, kind) : icon("document")),
    el("span", { class: "file-text" }, el("span", { class: "file-name", dir: "auto" }, name), el("span", { class: "file-size" }, `${size(file_size)} · Download`)),
  );
}

function place({ venue, location }) {
  const { latitude, longitude } = venue?.location ?? location;
  const where = `${latitude.toFixed(FEW)}, ${longitude.toFixed(FEW)}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return el(
    "a",
    { class: "media-place", href, target: "_blank", rel: "noopener noreferrer" },
    map(latitude, longitude),
    el(
      "span",
      { class: "place-text", dir: "auto" },
      venue ? el("span", { class: "place-title" }, venue.title) : null,
      venue ? el("span", { class: "place-address" }, venue.address) : null,
      el("span", { class: "place-where" }, `${where} · Open the map`),
    ),
  );
}

// A drawing that looks like a map; its streets depend on the place, so that two places look different.
function map(latitude, longitude) {
  const turn = (Math.abs(latitude * 7 + longitude * 13) % 30) - 15;
  const shift = Math.abs(latitude * 97 + longitude * 61) % 40;
  const street = (d) => svg("path", { class: "map-street", d });
  const ground = svg(
    "g",
    { transform: `rotate(${turn.toFixed(1)} 160 80)` },
    svg("rect", { class: "map-park", x: 30 + shift, y: -30, width: 86, height: 74, rx: 6 }),
    svg("path", { class: "map-water", d: `M-60 ${150 - shift}C60 ${110 - shift} 130 ${190 - shift / 2} 400 ${128 + shift / 3}` }),
    ...[-30, 46, 88, 132].map((y) => street(`M-80 ${y + shift / 4}H420`)),
    ...[20, 92, 160, 214, 288].map((x) => street(`M${x + shift / 3} -80V260`)),
    svg("path", { class: "map-road", d: `M-60 ${20 + shift}L400 ${96 + shift / 2}` }),
  );
  const pin = svg(
    "g",
    { transform: "translate(160 82)" },
    svg("ellipse", { class: "map-shadow", cx: 0, cy: 1, rx: 9, ry: 3 }),
    svg("path", { class: "map-pin", d: "M0 0C-3-10-15-17-15-29a15 15 0 0 1 30 0C15-17 3-10 0 0z" }),
    svg("circle", { class: "map-dot", cx: 0, cy: -29, r: 5.5 }),
  );
  return svg("svg", { class: "map", viewBox: "0 0 320 140", preserveAspectRatio: "xMidYMid slice", role: "img", "aria-label": "Map" }, ground, pin);
}

function contact({ contact: { first_name, last_name, phone_number, user_id } }) {
  const person = { id: user_id ?? 0, first_name, last_name };
  return el(
    "div",
    { class: "media-contact" },
    avatar(person),
    el("span", { class: "file-text" }, el("span", { class: "file-name", dir: "auto" }, [first_name, last_name].filter(Boolean).join(" ")), el("span", { class: "file-size" }, phone_number)),
  );
}

function invoice({ invoice: { title, description } }) {
  return el("div", { class: "media-invoice" }, el("strong", { dir: "auto" }, title), el("span", { dir: "auto" }, description));
}

function size(bytes) {
  if (!bytes) return "File";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

const duration = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
