"""Tells the keys of a scanner from those of a person, by the events' own time stamps.

A keyboard-wedge scanner is a keyboard: its letters come 1 to 20 milliseconds apart, a person's
50 and more. So a character is held for a moment; when the next one comes close behind it, a run
is growing that may be a burst, and when none comes, the character was typed and is given back.
Nothing typed is lost, nothing changes its place, and what a burst held is never typed.

Only the stamps of the events count, never the time at which they were handled: a window that
was stalled gets everything at once.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ceremony_app.domain.token import LENGTH, PREFIX
from ceremony_app.scanning.burst import Part, explain, is_mixed, mark_length, read_burst
from ceremony_app.scanning.scan import Scan, Source
from ceremony_app.scanning.token_text import find_tokens, is_token

GAP_MS = 35
"""The longest pause within a run. Scanners send a character every 1 to 20 ms: a USB keyboard is
asked every 1 to 10 ms, press and release are two answers, and some set a short delay. Of people,
Dhakal et al. (2018, 136 million keystrokes) found the fastest typists at some 120 words a minute,
100 ms a key; two keys rolled over one another come closer, a whole run of them does not.
Characters are held for this long, and a few ms more by the timer."""

PATIENCE_MS = 120
"""The longest pause within what has shown itself a burst: a radio scanner may falter. I and K
are struck by the same finger, so nobody types `IK` within GAP_MS."""

SLOW_MS = 150
"""A scanner set to long delays looks like a person at the keyboard. What it typed cannot be
held, but it is still a scan when the last nineteen characters, none further apart than this,
are a token by its check character."""

LEAST = 8
"""From so many characters on, a run without prefix and terminator is a burst."""
LEAST_ENDED = 5
"""With Enter or Tab in the same rhythm, so many are enough."""

_WRAPS = 1 << 32  # X11 and Windows count milliseconds in 32 bits


class KeyKind(StrEnum):
    """What a key press is to a scanner."""

    CHARACTER = "character"
    END = "end"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Key:
    """One key press: `at` by the event's own clock in milliseconds, `text` as it would be typed.

    END is Enter, Tab or a line feed; CONTROL any other control character, which is Ctrl with a
    letter. `coded`: struck as a number with Alt, too quickly for a person. `ref` is whatever the
    caller knows the press by.
    """

    at: int
    text: str
    kind: KeyKind = KeyKind.CHARACTER
    ref: object = None
    coded: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys to give back, in this order. `alone`: a single character with none near it."""

    keys: tuple[Key, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan, whose keys are swallowed. `given` is what of its text had been given back before
    the scan was known for one."""

    scan: Scan
    keys: tuple[Key, ...] = ()
    given: str = ""


@dataclass(frozen=True, slots=True)
class Swallowed:
    """Marks and terminators of a scanner that belong to no scan's text."""

    keys: tuple[Key, ...]


Outcome = Typed | Scanned | Swallowed


def pause_between(before: int, after: int) -> int:
    """Milliseconds from one stamp to a later one; stamps may have wrapped."""
    passed = (after - before) % _WRAPS
    return passed if passed < _WRAPS // 2 else 0


class Wedge:
    """Takes key presses in their order and says of each, sooner or later, what it was.

    Whoever owns it hands on every press with `press`, and calls `rest` when `wait_ms` has passed
    without another one.
    """

    def __init__(self) -> None:
        self._run: list[Key] = []
        self._text = ""
        self._given: deque[Key] = deque(maxlen=LENGTH)
        self._scanned_at: int | None = None
        self._ended = False

    @property
    def is_open(self) -> bool:
        """Whether keys are held."""
        return bool(self._run)

    @property
    def is_burst(self) -> bool:
        """Whether what is held is a scanner's beyond doubt."""
        begins = self._text[mark_length(self._text) :][: len(PREFIX)]
        return len(self._text) >= LEAST or begins.upper() == PREFIX

    @property
    def wait_ms(self) -> int:
        """How long to wait for the next key; 0 where none is held."""
        if not self._run:
            return 0
        if self._run[-1].coded:
            return SLOW_MS  # each character takes a scanner eight reports
        goes_on = self.is_burst and self._run[-1].kind is not KeyKind.END
        return PATIENCE_MS if goes_on else GAP_MS

    def follows_scan(self, at: int) -> bool:
        """Whether a key at this time comes so soon after a scan that it may belong to it.

        After the first terminator, only what follows in the same rhythm does: an Enter that a
        person strikes as soon as the answer is there is the person's.
        """
        return self._scanned_within(GAP_MS if self._ended else SLOW_MS, at)

    def press(self, key: Key) -> list[Outcome]:
        """Take a key press; say what has become certain by it."""
        late = self._run and pause_between(self._run[-1].at, key.at) > self.wait_ms
        before = self.rest() if late else []
        if not self._run and self._is_beside(key):
            return [*before, self._beside(key)]
        self._run.append(key)
        if key.kind is KeyKind.CHARACTER:
            self._text += key.text
            return [*before, *self._whole()]
        if key.kind is KeyKind.CONTROL or is_mixed(self._text):
            return before
        return [*before, *self.rest()]

    def rest(self) -> list[Outcome]:
        """No key came in time: everything that is held is decided."""
        found: list[Outcome] = []
        while self._run:
            length = self._rhythm()
            keys, self._run = self._run[:length], self._run[length:]
            found += self._decide(keys)
        self._text = ""
        return found

    def _whole(self) -> list[Outcome]:
        """The scan, as soon as its last character is there."""
        mark = mark_length(self._text)
        token = self._text[mark:]
        if not is_token(token):
            return []
        keys, marks = self._run, _controls(self._run) + self._text[:mark]
        self._run, self._text = [], ""
        return [self._scanned(keys, token, marks)]

    def _rhythm(self) -> int:
        """How many of the keys held belong together: all of them where a code is whole.

        A run that has shown itself a burst waits longer than GAP_MS; if no code came of it, what
        follows the first longer pause is looked at for itself.
        """
        if not find_tokens(_text(self._run)):
            for place, (before, after) in enumerate(pairwise(self._run), start=1):
                if pause_between(before.at, after.at) > (SLOW_MS if after.coded else GAP_MS):
                    return place
        return len(self._run)

    def _decide(self, keys: Sequence[Key]) -> list[Outcome]:
        characters = [key for key in keys if key.kind is KeyKind.CHARACTER]
        ends = tuple(key for key in keys if key.kind is not KeyKind.CHARACTER)
        if len(characters) >= (LEAST_ENDED if ends else LEAST):
            return [*self._burst(characters), *self._ending(ends)]
        alone = len(keys) == 1 and not self._has_company(keys[0])
        self._remember(characters)
        if self._ends_token():
            return [Typed(tuple(characters)), self._late(()), *self._ending(ends)]
        if ends:
            self._given.clear()
        return [Typed(tuple(keys), alone=alone)]

    def _burst(self, characters: Sequence[Key]) -> list[Outcome]:
        text = _text(characters)
        stretches = read_burst(text)
        if all(one.part is not Part.CODE for one in stretches):
            self._remember(characters)
            if self._ends_token():
                return [self._late(characters)]
        owners = [key for key in characters for _ in key.text]
        found: list[Outcome] = []
        marks = ""
        for one in stretches:
            theirs, words = tuple(owners[one.start : one.end]), text[one.start : one.end]
            if one.part is Part.MARK:
                marks = words
                found.append(Swallowed(theirs))
            elif one.part is Part.STRAY:
                self._remember(theirs)
                found.append(Typed(theirs))
            else:
                found.append(self._scanned(theirs, words, marks))
                marks = ""
        return found

    def _scanned(self, keys: Sequence[Key], text: str, marks: str) -> Scanned:
        self._scanned_at, self._ended = keys[-1].at, False
        self._given.clear()
        why = None if is_token(text) else explain(text)
        return Scanned(Scan(text, Source.KEYS, why, _slowest(keys), marks), tuple(keys))

    def _is_beside(self, key: Key) -> bool:
        """Whether a key that comes while nothing is held is decided at once.

        A person's Enter is never held. A control character may be what a scanner sends before its
        code, so it is held like a letter: no shortcut runs ahead of the hold.
        """
        if key.kind is KeyKind.CONTROL:
            return self.follows_scan(key.at)
        return key.kind is KeyKind.END

    def _beside(self, key: Key) -> Outcome:
        """A terminator, or a control character after a scan, while nothing is held."""
        if self.follows_scan(key.at):
            return self._ending((key,))[0]
        self._given.clear()
        return Typed((key,), alone=True)

    def _remember(self, keys: Sequence[Key]) -> None:
        """Keep what was given back, as far as it stands in one slow rhythm."""
        for key in keys:
            if self._given and pause_between(self._given[-1].at, key.at) > SLOW_MS:
                self._given.clear()
            self._given.append(key)

    def _ends_token(self) -> bool:
        return is_token(_text(self._given)[-LENGTH:])

    def _late(self, keys: Sequence[Key]) -> Scanned:
        """The scan of a slow scanner; `keys` are those of its last characters still held."""
        slow = tuple(self._given)
        text = _text(slow)[-LENGTH:]
        self._given.clear()
        self._scanned_at, self._ended = slow[-1].at, False
        scan = Scan(text, Source.KEYS, slowest=_slowest(slow))
        return Scanned(scan, tuple(keys), given=text[: LENGTH - len(_text(keys))])

    def _ending(self, ends: tuple[Key, ...]) -> list[Outcome]:
        """Terminators that go with a scan."""
        if not ends:
            return []
        self._scanned_at, self._ended = ends[-1].at, True
        return [Swallowed(ends)]

    def _scanned_within(self, longest: int, at: int) -> bool:
        return self._scanned_at is not None and pause_between(self._scanned_at, at) <= longest

    def _has_company(self, key: Key) -> bool:
        """Whether the key stands so close to others that it may come from a slow scanner."""
        if self._scanned_within(SLOW_MS, key.at):
            return True
        near = self._given and pause_between(self._given[-1].at, key.at) <= SLOW_MS
        return bool(near) and any(one.text != key.text for one in self._given)


def _text(keys: Iterable[Key]) -> str:
    return "".join(key.text for key in keys if key.kind is KeyKind.CHARACTER)


def _controls(keys: Iterable[Key]) -> str:
    """What a scanner put before its code as Ctrl with a letter: STX and its kin."""
    return "".join(key.text for key in keys if key.kind is KeyKind.CONTROL)


def _slowest(keys: Sequence[Key]) -> int:
    return max((pause_between(one.at, other.at) for one, other in pairwise(keys)), default=0)
