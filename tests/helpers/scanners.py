"""Scanners without hardware: keys pressed on a wedge, recorded streams, tokens of any kind."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

from ceremony_app.domain.token import ALPHABET, PREFIX, read_token
from ceremony_app.scanning.scan import Scan
from ceremony_app.scanning.wedge import Key, KeyKind, Outcome, Scanned, Swallowed, Typed, Wedge

ENTER = "\r"
_STREAMS = Path(__file__).resolve().parents[1] / "data" / "scanners"
_NAMED = {
    "Enter": "\r",
    "Tab": "\t",
    "Ctrl+J": "\n",
    "Space": " ",
    "Ctrl+B": "\x02",
    "Ctrl+C": "\x03",
    "Ctrl+\\": "\x1c",
    "Ctrl+]": "\x1d",
}
ALT = "Alt+"
"""Before a number: the character is struck as that number on the number pad, with Alt held."""


@dataclass(frozen=True)
class Recorded:
    """What one kind of scanner sent, and what has to come of it.

    `keys` are (pause in ms before it, what it types); `chunks` the same with bytes.
    """

    name: str
    scans: list[str]
    why: str
    typed: str = ""
    ends: list[str] = field(default_factory=list)
    keys: tuple[tuple[int, str], ...] = ()
    chunks: tuple[tuple[int, bytes], ...] = ()


def recorded_keys() -> list[Recorded]:
    """The streams of keyboard wedges."""
    return [_read(path) for path in sorted(_STREAMS.glob("*.toml")) if ".serial" not in path.name]


def recorded_bytes() -> list[Recorded]:
    """The streams of serial scanners."""
    return [_read(path) for path in sorted(_STREAMS.glob("*.serial.toml"))]


def _read(path: Path) -> Recorded:
    found = tomllib.loads(path.read_text("utf-8"))
    pairs = [line.split(" ", 1) for line in str(found.get("keys", "")).split("\n") if line]
    chunks = [line.split(" ", 1) for line in str(found.get("bytes", "")).split("\n") if line]
    return Recorded(
        name=path.name.removesuffix(".toml"),
        scans=found["scans"],
        why=found["why"],
        typed=found.get("typed", ""),
        ends=found.get("ends", []),
        keys=tuple((int(pause), _NAMED.get(key, key)) for pause, key in pairs),
        chunks=tuple((int(pause), bytes.fromhex(data)) for pause, data in chunks),
    )


@dataclass
class Keyboard:
    """Presses keys on a wedge at given times, and keeps what becomes of them, in order.

    `typed` and `scans` hold what came out, `story` both together, typed characters one by one.
    """

    at: int = 1000
    wedge: Wedge = field(default_factory=Wedge)
    story: list[str | Scan] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)

    @property
    def typed(self) -> str:
        return "".join(one for one in self.story if isinstance(one, str))

    @property
    def scans(self) -> list[Scan]:
        return [one for one in self.story if isinstance(one, Scan)]

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]

    def press(self, text: str, after: int) -> None:
        """A key after a pause; as in the window, a pause long enough settles what was held."""
        wait = self.wedge.wait_ms
        if wait and after > wait:
            self.take(self.wedge.rest())
        self.at += after
        coded = text.startswith(ALT)
        if coded:
            text = chr(int(text.removeprefix(ALT)))
        if text in "\r\n\t":
            kind = KeyKind.END
        else:
            kind = KeyKind.CONTROL if text < " " else KeyKind.CHARACTER
        self.take(self.wedge.press(Key(self.at, text, kind, coded=coded)))

    def burst(self, text: str, every: int = 8, after: int = 500, end: str = ENTER) -> None:
        for number, character in enumerate(text + end):
            self.press(character, every if number else after)

    def person(self, text: str, every: int = 160, after: int = 500) -> None:
        self.burst(text, every, after, end="")

    def rest(self) -> None:
        self.take(self.wedge.rest())

    def take(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Typed):
                self.story += [key.text for key in outcome.keys]
                if outcome.alone:
                    self.alone += [key.text for key in outcome.keys]
            elif isinstance(outcome, Scanned):
                self.story.append(outcome.scan)
            elif isinstance(outcome, Swallowed):
                self.ends += [key.text for key in outcome.keys if key.kind is KeyKind.END]


TOKENS = st.builds(
    lambda values: _with_check("".join(ALPHABET[value] for value in values)),
    st.lists(st.integers(0, 31), min_size=16, max_size=16),
)


def _with_check(body: str) -> str:
    return next(
        token for last in ALPHABET if (token := f"{PREFIX}{body}{last}") and read_token(token)
    )
