"""How well a text can be told from what is behind it."""

from playwright.async_api import Locator

# The contrast of WCAG 2.2 between the text's colour and the backgrounds behind it, laid over each
# other from the page up to the text. A canvas turns every way to write a colour into bytes.
_MEASURE = """
node => {
  const paper = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const behind = [];
  for (let at = node; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    behind.unshift(backgroundColor);
  }
  const lay = (colours) => {
    paper.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      paper.fillStyle = colour;
      paper.fillRect(0, 0, 1, 1);
    }
    const parts = [...paper.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = lay(["white", ...behind]);
  const ink = lay(["white", ...behind, getComputedStyle(node).color]);
  const [low, high] = [ground, ink].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}
"""


async def contrast(text: Locator) -> float:
    """The contrast ratio, from 1 (cannot be seen) to 21 (black on white)."""
    return float(await text.evaluate(_MEASURE))
