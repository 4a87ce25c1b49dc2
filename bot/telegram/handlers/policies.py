"""What applies to bookings, changed by taps: by an organization's admins and by providers."""

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import Turn
from bot.usecases import policies as usecases
from bot.usecases.holidays import administered
from bot.views import policies as views, taps
from bot.views.screens import Answer
from domain.policies import Level


async def show_houses(tap: taps.PoliciesOfHouses, turn: Turn) -> Answer:
    await leave_all(turn)
    mine = await administered(turn.tx, turn.person)
    if len(mine) > 1:
        return views.choice(mine, turn.words)
    return await show(taps.Policies(Level.ORGANIZATION, mine[0].id), turn)


async def show(tap: taps.Policies, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.laid_down(turn.tx, turn.person, tap.level, tap.whose)
    return views.policies(seen, turn.words)


async def choose_clause(tap: taps.ChooseClause, turn: Turn) -> Answer:
    seen = await usecases.laid_down(turn.tx, turn.person, tap.level, tap.whose)
    return views.choose(seen, tap.clause, turn.words)


async def set_clause(tap: taps.SetClause, turn: Turn) -> Answer:
    seen = await usecases.set_clause(
        turn.tx, turn.person, tap.level, tap.whose, tap.clause, tap.value
    )
    return views.policies(seen, turn.words, turn.words.label("saved"))


async def leave_clause(tap: taps.LeaveClause, turn: Turn) -> Answer:
    seen = await usecases.leave_clause(turn.tx, turn.person, tap.level, tap.whose, tap.clause)
    return views.policies(seen, turn.words, turn.words.label("saved"))
