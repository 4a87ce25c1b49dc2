"""Links to a provider and to its services."""

from bot.telegram.turn import Turn
from bot.usecases import sharing
from bot.usecases.sharing import Shared
from bot.views import share as views, taps
from bot.views.screens import Answer, Reply


async def share(tap: taps.Share, turn: Turn) -> Answer:
    turn.stop_asking()
    return views.share(await _provider(tap.provider_id, turn), turn.bot_link, turn.words)


async def share_service(tap: taps.ShareService, turn: Turn) -> Answer:
    turn.stop_asking()
    return views.share(await _service(tap, turn), turn.bot_link, turn.words)


async def share_code(tap: taps.ShareCode, turn: Turn) -> Answer:
    return _with_code(await _provider(tap.provider_id, turn), turn)


async def share_service_code(tap: taps.ShareServiceCode, turn: Turn) -> Answer:
    return _with_code(await _service(tap, turn), turn)


def _with_code(seen: Shared, turn: Turn) -> Answer:
    """The picture stays in the chat; the screen goes on below it."""
    screen = views.share(seen, turn.bot_link, turn.words)
    return Reply(screen, photo=views.code(seen, turn.bot_link, turn.words))


async def _provider(provider_id: int, turn: Turn) -> Shared:
    return await sharing.shared(turn.tx, turn.person, provider_id)


async def _service(tap: taps.OneService, turn: Turn) -> Shared:
    ids = tap.provider_id, tap.service_id
    return await sharing.shared_service(turn.tx, turn.person, *ids)
