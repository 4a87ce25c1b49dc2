"""The provider's workspace: the way to all that a provider does."""

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import Turn
from bot.usecases import workspace as usecases
from bot.views import provider_settings, taps, workspace as views
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


async def show_settings(tap: taps.ProviderSettings, turn: Turn) -> Answer:
    await leave_all(turn)
    return provider_settings.settings(
        await usecases.own(turn.tx, turn.person, tap.provider_id), turn.words
    )


async def pause(tap: taps.Pause, turn: Turn) -> Answer:
    provider = await usecases.pause(turn.tx, turn.person, tap.provider_id, paused=True)
    return provider_settings.settings(provider, turn.words, turn.words.label("paused-toast"))


async def resume(tap: taps.Resume, turn: Turn) -> Answer:
    provider = await usecases.pause(turn.tx, turn.person, tap.provider_id, paused=False)
    return provider_settings.settings(provider, turn.words, turn.words.label("resumed-toast"))


async def choose_most(tap: taps.MostADay, turn: Turn) -> Answer:
    return provider_settings.most_a_day(
        await usecases.own(turn.tx, turn.person, tap.provider_id), turn.words
    )


async def set_most(tap: taps.SetMostADay, turn: Turn) -> Answer:
    provider = await usecases.limit(turn.tx, turn.person, tap.provider_id, tap.most)
    return provider_settings.settings(provider, turn.words, turn.words.label("saved"))


async def _of(provider_id: int, turn: Turn) -> Answer:
    seen = await usecases.workspace(turn.tx, turn.person, provider_id, turn.now)
    return views.workspace(seen, turn.now, turn.words)
