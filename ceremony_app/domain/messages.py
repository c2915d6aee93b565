"""Sentences for people: code below the windows names them, the translations say them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by its key in the translations, with the values it names.

    Values are shown as they are: numbers and dates are formatted by whoever makes the message.
    A value may be a message itself.
    """

    key: str
    values: Mapping[str, "Value | Message"] = field(default_factory=dict)

    def __str__(self) -> str:
        named = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key}({named})"


def message(key: str, **values: "Value | Message") -> Message:
    """A message without the ceremony of a mapping: `message("roster.empty", file="a.xlsx")`."""
    return Message(key, values)


class Catalogue:
    """The sentences of one language, read from `translations/LANGUAGE/*.toml`.

    A file holds tables of sentences; a key is the file's name and the path within it, joined by
    dots (`roster.toml`, table `[header]`, name `missing`: `roster.header.missing`). Sentences
    name their values in braces, as `str.format` does.
    """

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = dict(sentences)

    @classmethod
    def read(cls, translations: Path, language: str) -> "Catalogue":
        """Read every file of `language`; raises OSError or tomllib.TOMLDecodeError (bugs)."""
        sentences: dict[str, str] = {}
        for path in sorted((translations / language).glob("*.toml")):
            with path.open("rb") as file:
                sentences.update(_flatten(path.stem, tomllib.load(file)))
        return cls(language, sentences)

    def keys(self) -> frozenset[str]:
        return frozenset(self._sentences)

    def template(self, key: str) -> str:
        """The sentence with its braces still open."""
        return self._sentences[key]

    def __contains__(self, key: object) -> bool:
        return key in self._sentences

    def say(self, text: Message) -> str:
        """The sentence; raises KeyError where the key or a value is missing (a bug)."""
        values = {
            name: self.say(value) if isinstance(value, Message) else value
            for name, value in text.values.items()
        }
        return self._sentences[text.key].format(**values)

    def __call__(self, key: str, **values: "Value | Message") -> str:
        return self.say(Message(key, values))


def _flatten(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(f"{prefix}.{name}", value)
        else:
            yield f"{prefix}.{name}", str(value)
