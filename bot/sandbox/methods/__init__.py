"""The methods of the Bot API that the sandbox speaks, by name in lower case."""

from collections.abc import Callable

from bot.sandbox.methods import answering, describing, editing, sending
from bot.sandbox.params import Params
from bot.sandbox.world import World

Method = Callable[[World, Params], object]

METHODS: dict[str, Method] = {
    name.lower(): method
    for table in (sending.TABLE, editing.TABLE, answering.TABLE, describing.TABLE)
    for name, method in table.items()
}
