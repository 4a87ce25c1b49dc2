"""The provider's workspace: the way to all that a provider does."""

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import Turn
from bot.usecases import workspace as usecases
from bot.views import taps
from bot.views import workspace as views
from bot.views.screens import Answer


async def provider_command(args: str, turn: Turn) -> Answer:
    await leave_all(turn)
    mine = await usecases.mine(turn.tx, turn.person)
    if len(mine) > 1:
        return views.choice(mine, turn.words)
    return await _of(mine[0].id, turn)


async def show_workspace(tap: taps.Workspace, turn: Turn) -> Answer:
    return await provider_command("", turn)


async def show_workspace_of(tap: taps.WorkspaceOf, turn: Turn) -> Answer:
    await leave_all(turn)
    return await _of(tap.provider_id, turn)


async def _of(provider_id: int, turn: Turn) -> Answer:
    seen = await usecases.workspace(turn.tx, turn.person, provider_id, turn.now)
    return views.workspace(seen, turn.now, turn.words)
