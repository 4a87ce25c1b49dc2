"""Everything the sandbox knows, in one place: people, chats, files, commands, queues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.chats import Chat
from bot.sandbox.clocks import Clock
from bot.sandbox.commands import Commands
from bot.sandbox.errors import Impossible
from bot.sandbox.events import Events
from bot.sandbox.files import Files
from bot.sandbox.limits import FloodControl
from bot.sandbox.objects import Json
from bot.sandbox.persons import Person, Persona
from bot.sandbox.profile import Profile
from bot.sandbox.queries import Queries
from bot.sandbox.updates import Updates


@dataclass(slots=True)
class World:
    bot: Json  # the User that the bot is
    clock: Clock
    queries: Queries
    files: Files
    flood: FloodControl
    events: Events
    changed: Callable[[], None]  # called after every change that should outlive the process
    updates: Updates = field(default_factory=Updates)
    commands: Commands = field(default_factory=Commands)
    profile: Profile = field(default_factory=Profile)
    chats: dict[int, Chat] = field(default_factory=dict)

    def add(self, persona: Persona) -> Chat:
        """Let somebody in; a persona with a known id replaces the former one."""
        known = self.chats.get(persona.id)
        if known:
            former = known.person
            started = former.started or persona.started
            known.person = Person(persona, started, former.blocked)
            return known
        chat = self.chats[persona.id] = Chat(Person(persona, persona.started))
        return chat

    def chat(self, person_id: int) -> Chat:
        """The chat of a person, or raise that there is nobody with that id."""
        if person_id not in self.chats:
            raise Impossible(f"there is nobody with the id {person_id}", status=404)
        return self.chats[person_id]

    def user(self, person_id: int) -> Json | None:
        chat = self.chats.get(person_id)
        return chat.person.user if chat else None

    def now(self) -> int:
        """The present as Unix time, by the product's clock."""
        return int(self.clock.now().timestamp())

    def seen(self, kind: str, chat: Chat, **fields: object) -> None:
        """Tell the page, and save, what happened in a chat."""
        self.events.publish(kind, chat=chat.id, **fields)
        self.changed()

    def tell_person(self, chat: Chat) -> None:
        self.events.publish("person", person=chat.person.to_json())
        self.changed()

    def tell_menu(self, chat: Chat) -> None:
        self.seen("menu", chat, **self.menu(chat))

    def menu(self, chat: Chat) -> Json:
        return {
            "commands": self.commands.seen_by(chat.person),
            "menu_button": self.profile.menu_button(chat.id),
        }

    def chat_json(self, chat: Chat) -> Json:
        return {
            "messages": list(chat.messages.values()),
            **self.menu(chat),
            "reply_keyboard": chat.reply_keyboard,
            "unread": chat.unread,
        }
