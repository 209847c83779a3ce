"""The people and what stands in their chats with the bot.

One counter numbers everything that happens: a new message takes it as its id, an edit or deletion as the message's
`change`. So ids grow with gaps, as Telegram's do, and `after` may be a message's id as well as an earlier cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field

from bot.sandbox.bot_api_error import Json
from bot.sandbox.store import Store

FIRST_PERSON = 1001
Cast = tuple[tuple[str, str], ...]
"""Names and usernames of those who are there from the beginning; an empty username is made up."""
CAST = (
    ("李明", "liming"),
    ("赵工", "zhaogong"),
    ("周助理", "zhouzhuli"),
    ("孙总", "sunzong"),
    ("王芳", "wangfang"),
    ("钱总", "qianzong"),
    ("陈经理", "chenjingli"),
    ("刘经理", "liujingli"),
    ("管理员", "guanliyuan"),
)


@dataclass
class Person:
    id: int
    name: str
    username: str
    language: str = "zh-hans"
    started: bool = False
    blocked: bool = False
    unread: int = 0

    def user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "username": self.username,
            "language_code": self.language,
        }

    def chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.name, "username": self.username}

    @property
    def phone(self) -> str:
        return f"86138{self.id:08d}"


@dataclass
class Message:
    """`content` holds the Bot API's own fields: text and entities, or one medium with its caption."""

    chat: int
    id: int
    date: int
    from_bot: bool
    content: Json
    markup: Json | None = None
    change: int = 0
    edited: int = 0
    edit_date: int | None = None
    deleted: bool = False
    extra: Json = field(default_factory=dict)

    @property
    def inline(self) -> list[list[Json]]:
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return [] if self.deleted else rows

    @property
    def editable(self) -> bool:
        """Only the bot's own messages without markup or with an inline keyboard."""
        return self.from_bot and (self.markup is None or "inline_keyboard" in self.markup)


@dataclass
class Chat:
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: int | None = None
    """The message whose reply keyboard the person sees."""
    typing_until: float = 0.0
    typing: str = ""
    change: int = 0


class World:
    def __init__(self, store: Store) -> None:
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.counter = 100
        self.epoch = 0
        """Changes when the chats are cleared: what a page showed before is no more."""
        self.watchers: list[Callable[[int], None]] = []
        self._store = store
        self._load()

    def _load(self) -> None:
        for _, body in self._store.load("person"):
            self.people[body["id"]] = Person(**body)
        for _, body in self._store.load("message"):
            message = Message(**body)
            self.chat(message.chat).messages[message.id] = message
            self.counter = max(self.counter, message.change)
        for key, body in self._store.load("keyboard"):
            self.chat(int(key)).keyboard = body
        for chat in self.chats.values():
            chat.messages = dict(sorted(chat.messages.items()))
        if self.people:
            self.counter += 1000

    def next(self) -> int:
        self.counter += 1
        return self.counter

    def chat(self, person: int) -> Chat:
        return self.chats.setdefault(person, Chat())

    def add_person(self, name: str, *, username: str = "", language: str = "zh-hans", started: bool = False) -> Person:
        number = max(self.people, default=FIRST_PERSON - 1) + 1
        person = Person(number, name, username or f"user{number}", language, started)
        self.people[number] = person
        self.changed(person)
        return person

    def add_cast(self, people: Cast) -> None:
        for name, username in people:
            self.add_person(name, username=username, language="en" if name.isascii() else "zh-hans", started=True)

    def changed(self, person: Person) -> None:
        self._store.put("person", person.id, lambda: asdict(person))
        self._tell(person.id)

    def keep(self, message: Message) -> Message:
        """To be called after every change of a message; new ones come in here too."""
        chat = self.chat(message.chat)
        fresh = message.id == self.counter and message.id not in chat.messages
        message.change = chat.change = message.id if fresh else self.next()
        chat.messages[message.id] = message
        self._store.put("message", message.id, lambda: asdict(message))
        self._tell(message.chat)
        return message

    def show_keyboard(self, person: int, message: int | None) -> None:
        self.chat(person).keyboard = message
        self._store.put("keyboard", person, lambda: message)
        self._tell(person)

    def _tell(self, person: int) -> None:
        for watcher in self.watchers:
            watcher(person)

    def touched(self, person: int) -> None:
        """Something passing, a typing sign say, is to be seen on the page."""
        self._tell(person)

    def reply_keyboard(self, person: int) -> list[list[Json]] | None:
        chat = self.chat(person)
        message = chat.messages.get(chat.keyboard) if chat.keyboard else None
        if message is None or message.markup is None:
            return None
        rows: list[list[Json]] = message.markup["keyboard"]
        return rows

    def with_buttons(self, person: int) -> Iterator[Message]:
        """Newest first."""
        for message in reversed(self.chat(person).messages.values()):
            if message.inline:
                yield message

    def clear(self, *, people: bool) -> None:
        """Everybody's chats gone; with `people` the people too."""
        for chat in self.chats.values():
            for number in chat.messages:
                self._store.drop("message", number)
        for number in self.chats:
            self._store.drop("keyboard", number)
        self.chats = {}
        self.epoch = self.next()
        for person in list(self.people.values()):
            person.unread, person.blocked = 0, False
            if people:
                del self.people[person.id]
                self._store.drop("person", person.id)
            self._tell(person.id)


def message_json(message: Message, person: Person, bot: Json) -> Json:
    """A message as the Bot API shows it, without null fields."""
    shown: Json = {
        "message_id": message.id,
        "from": bot if message.from_bot else person.user(),
        "chat": person.chat(),
        "date": message.date,
        **message.content,
        **{name: value for name, value in message.extra.items() if not name.startswith("_")},
    }
    if message.edit_date is not None:
        shown["edit_date"] = message.edit_date
    if message.inline:
        shown["reply_markup"] = {"inline_keyboard": message.inline}
    return shown
