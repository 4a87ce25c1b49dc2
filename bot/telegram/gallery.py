"""Pictures on their way to Telegram: drawn when first wanted, and known by their file id after."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from bot.views.sketches import Sketch

MOST = 512  # file ids that are remembered

Paint = Callable[[Sketch], Awaitable[bytes]]


class Gallery:
    """What Telegram has already is not drawn and uploaded again; the longest unused is forgotten.

    `paint` gives a picture as a PNG.
    """

    def __init__(self, paint: Paint, most: int = MOST) -> None:
        self.paint = paint
        self._most = most
        self._ids: OrderedDict[Sketch, str] = OrderedDict()

    def id_of(self, sketch: Sketch) -> str | None:
        """The file id of this picture, if it was sent before."""
        if sketch in self._ids:
            self._ids.move_to_end(sketch)
        return self._ids.get(sketch)

    def sent(self, sketch: Sketch, message: dict[str, Any]) -> None:
        """Remember the picture of this message; the last of its sizes is the biggest."""
        self._ids[sketch] = message["photo"][-1]["file_id"]
        while len(self._ids) > self._most:
            self._ids.popitem(last=False)

    def forget(self, sketch: Sketch) -> None:
        self._ids.pop(sketch, None)
