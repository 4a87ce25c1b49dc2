"""In a session room, where all that is said goes to the other side; and one message outside."""

from bot.telegram.handlers import rooms
from bot.telegram.on import said, tap
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="room",
        entry_points=[tap(taps.OpenRoom, rooms.open_room), tap(taps.WriteOnce, rooms.ask_message)],
        states={State.ROOM: [said(rooms.say)], State.WRITING: [said(rooms.write)]},
    )
