// Which way a line runs: as its first letter says that stands in no isolated part.

const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069?/g;
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u200f]/u;
const MARKS = { ltr: "\u200e", rtl: "\u200f" };

const byFirstLetter = (text) => (FROM_THE_RIGHT.test(/[\p{L}\u200e\u200f]/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr");
const direction = (line) => byFirstLetter(line.replaceAll(ISOLATED, ""));

/** Which way the last line of a text runs. */
export const lastLineDirection = (text) => direction(text.slice(text.lastIndexOf("\n") + 1));

/**
 * The text with a mark before each line that begins with an isolated part of the other direction:
 * Chromium aligns such a line by the isolated part. The entities move along.
 */
export function marked(text, entities) {
  let at = 0;
  let moved = entities;
  const lines = text.split("\n").map((line) => {
    const own = direction(line);
    const isMisread = own !== byFirstLetter(line);
    if (isMisread) moved = moved.map((entity) => makeRoom(entity, at));
    const shown = isMisread ? MARKS[own] + line : line;
    at += shown.length + 1;
    return shown;
  });
  return { text: lines.join("\n"), entities: moved };
}

function makeRoom(entity, at) {
  if (entity.offset >= at) return { ...entity, offset: entity.offset + 1 };
  return entity.offset + entity.length > at ? { ...entity, length: entity.length + 1 } : entity;
}
