"""A table of a TOML file that is read field by field and knows where it stands."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Message, message

Choice = TypeVar("Choice", bound=StrEnum)


class TomlTable:
    """One table of the file `file`; `path` is its place, as `texts[1].points[2].`.

    Every method that reads raises FileTrouble naming file, field and reason.
    """

    def __init__(self, file: str, values: Mapping[str, object], path: str = "") -> None:
        self._file = file
        self._values = values
        self._path = path
        self._read: set[str] = set()

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def has(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, default: str | None = None) -> str:
        """A text, trimmed; without a default it must be there and not be empty."""
        value = self._get(name, default)
        if not isinstance(value, str):
            raise self.fault(name, self._missing_or("templates.reason.not_text", value))
        if default is None and not value.strip():
            raise self.fault(name, message("templates.reason.empty"))
        return value.strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; an absent one is an empty list."""
        value = self._get(name, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) and item.strip() for item in value
        ):
            raise self.fault(name, message("templates.reason.not_texts"))
        return tuple(item.strip() for item in value)

    def flag(self, name: str) -> bool:
        value = self._get(name, default=False)
        if not isinstance(value, bool):
            raise self.fault(name, message("templates.reason.not_a_flag"))
        return value

    def number(self, name: str) -> int:
        """A whole number from zero up; zero where it is absent."""
        value = self._get(name, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.fault(name, message("templates.reason.not_a_number"))
        return value

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One value of an enumeration."""
        value = self.text(name, default)
        if value not in list(kind):
            known = ", ".join(kind)
            raise self.fault(name, message("templates.reason.no_choice", value=value, known=known))
        return kind(value)

    def table(self, name: str) -> "TomlTable":
        value = self._get(name, None)
        if not isinstance(value, dict):
            raise self.fault(name, self._missing_or("templates.reason.not_a_table", value))
        return TomlTable(self._file, value, f"{self._path}{name}.")

    def tables(self, name: str) -> tuple["TomlTable", ...]:
        """A list of tables; an absent one is an empty list."""
        value = self._get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(name, message("templates.reason.not_tables"))
        return tuple(
            TomlTable(self._file, item, f"{self._path}{name}[{number}].")
            for number, item in enumerate(value, start=1)
        )

    def close(self) -> None:
        """Refuses fields that nobody has asked for: they are misspelled."""
        for name in self._values:
            if name not in self._read:
                raise self.fault(name, message("templates.reason.unknown_field"))

    def fault(self, field: str, reason: Message) -> FileTrouble:
        """The trouble with one field of this table."""
        return FileTrouble(
            "templates.broken", file=self._file, field=f"{self._path}{field}", reason=reason
        )

    def _get(self, name: str, default: object) -> object:
        self._read.add(name)
        return self._values.get(name, default)

    @staticmethod
    def _missing_or(key: str, value: object) -> Message:
        return message("templates.reason.missing") if value is None else message(key)
