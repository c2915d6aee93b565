"""Templates of ceremonies, and a ceremony made from one.

A template holds what its source says. Everything in it that another office would change hangs
on a key that takes a value (`ikrar new --set KEY=VALUE`): plain keys (`unit`, `year`, `date`)
that stand in the words as `{unit}`, keys of the people with a part (`representative.2.name`),
and the points of texts that a template leaves open (`ikrar.1`). What has no value stays visible
as a blank: it is filled in by people, never by the program.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ceremony_app.domain.ceremony import (
    Cue,
    Details,
    LegalBasis,
    Letterhead,
    Pact,
    Paper,
    Zone,
)
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.phrases import suggest
from ceremony_app.domain.signing import head_last
from ceremony_app.domain.template_keys import (
    PLAIN_KEYS,
    check_keys,
    is_party_key,
    party_keys,
    read_date,
    read_paper,
    read_parties,
    read_time,
    read_zone,
)
from ceremony_app.domain.texts import Pace, Phrase, PhraseRole, Point, Text

BLANK = "…………"
"""Stands on screen and paper where a value is still to be filled in."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A point before its placeholders are filled; without `phrases` they are suggested."""

    words: str
    phrases: tuple[str, ...] = ()
    role: PhraseRole = PhraseRole.HALL


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A text before its placeholders are filled; `open` means the operator gives the points."""

    key: str
    title: str
    points: tuple[PointDraft, ...] = ()
    opening: PointDraft | None = None
    closing: PointDraft | None = None
    pace: Pace = Pace.PHRASE
    open: bool = False
    optional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PactDraft:
    """A pact before its placeholders are filled; `points_from` is the key of a text."""

    pact: Pact
    points_from: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What `--set` takes, with the value that stands where nothing is set."""

    name: str
    default: str


@dataclass(frozen=True, slots=True)
class Template:
    """A ceremony to start from; `defaults` holds a value for each key, often an empty one.

    The programme's cues name texts and pacts by their keys. `sessions` are the names of
    follow-up sessions that a ceremony of this kind has beside the main one. `notes` tell the
    operator where facts come from and which are doubtful.
    """

    id: str
    title: str
    source: str
    defaults: Mapping[str, str]
    texts: tuple[TextDraft, ...]
    pacts: tuple[PactDraft, ...] = ()
    programme: tuple[Cue, ...] = ()
    divisions: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every key that `fill` takes, in the order plain, people, points of open texts.

        Of roles that several people may have (`representative.N`, `witness.N`) and of open
        points (`TEXT.N`) those of the template are listed, at least the first; higher numbers
        are taken too.
        """
        plain = dict.fromkeys(PLAIN_KEYS, "")
        plain.update((name, value) for name, value in self.defaults.items() if "." not in name)
        people = {name: self.defaults.get(name, "") for name in party_keys(self.defaults)}
        points = {f"{text.key}.1": "" for text in self.texts if text.open}
        return tuple(Key(name, value) for name, value in {**plain, **people, **points}.items())


def fill(
    template: Template, settings: Mapping[str, str], make_id: Callable[[], str]
) -> tuple[Details, tuple[Text, ...]]:
    """The ceremony that a template and the operator's settings make.

    `make_id` gives a new id at each call (`ceremony_app.domain.ids.new_id`). Raises Refused for
    a key that the template does not have, and for a date, time, zone or paper that is not one.
    """
    open_texts = tuple(text.key for text in template.texts if text.open)
    plain_keys = tuple(key.name for key in template.keys if "." not in key.name)
    check_keys(settings, plain_keys, open_texts)
    words = _Words({**template.defaults, **{key: text.strip() for key, text in settings.items()}})
    texts = tuple(_text(draft, words, make_id) for draft in template.texts)
    pacts = tuple(_pact(draft, texts, words, make_id) for draft in template.pacts)
    details = Details(
        template=template.id,
        title=words.of("title") or BLANK,
        event=words.of("event"),
        unit=words.of("unit"),
        date=read_date(words.of("date")),
        time=read_time(words.of("time")),
        place=words.of("place"),
        city=words.of("city"),
        zone=read_zone(words.of("zone") or Zone.WIB),
        paper=read_paper(words.of("paper") or Paper.A4),
        letterhead=_letterhead(words),
        parties=head_last(read_parties(words.values, words.fill, make_id)),
        divisions=template.divisions,
        legal_bases=template.legal_bases,
        pacts=pacts,
        programme=_programme(template.programme, texts, pacts, words, make_id),
        settings=words.plain(plain_keys),
        notes=template.notes,
    )
    return details, texts


@dataclass(frozen=True, slots=True)
class _Words:
    """Fills placeholders from the values of the keys, which may hold placeholders themselves."""

    values: Mapping[str, str]
    path: tuple[str, ...] = field(default=())

    def of(self, key: str) -> str:
        """The value of a key, or an empty string; a value of nothing but blanks is none."""
        value = self.values.get(key, "")
        return self._within(key).fill(value) if value else ""

    def fill(self, words: str) -> str:
        return PLACEHOLDER.sub(self._value, words)

    def plain(self, keys: tuple[str, ...]) -> dict[str, str]:
        values = ((key, self.of(key)) for key in keys if not is_party_key(key))
        return {key: value for key, value in values if value}

    def _value(self, found: re.Match[str]) -> str:
        key = found[1]
        if key not in self.values and key not in PLAIN_KEYS:
            # Braces that an operator typed; a template's own are checked when it is read.
            return found[0]
        if key in self.path:
            raise Refused("templates.circle", name=key)
        return self.of(key) or BLANK

    def _within(self, key: str) -> "_Words":
        return replace(self, path=(*self.path, key))


def _letterhead(words: _Words) -> Letterhead:
    lines = (line.strip() for line in words.of("address").split("|"))
    return Letterhead(
        words.of("ministry"), words.of("office"), tuple(line for line in lines if line)
    )


def _text(draft: TextDraft, words: _Words, make_id: Callable[[], str]) -> Text:
    points = _open_points(draft.key, words) if draft.open else draft.points
    return Text(
        id=make_id(),
        key=draft.key,
        title=words.fill(draft.title) or BLANK,
        points=tuple(_point(point, words) for point in points),
        opening=_point(draft.opening, words) if draft.opening else None,
        closing=_point(draft.closing, words) if draft.closing else None,
        pace=draft.pace,
        optional=draft.optional,
        note=draft.note,
    )


def _open_points(key: str, words: _Words) -> tuple[PointDraft, ...]:
    """The points that were set as `KEY.1`, `KEY.2` ..., or one blank point."""
    numbers = (name.removeprefix(f"{key}.") for name in words.values if name.startswith(f"{key}."))
    given = (words.of(f"{key}.{number}") for number in sorted(numbers, key=int))
    return tuple(PointDraft(point) for point in given if point) or (PointDraft(BLANK),)


def _point(draft: PointDraft, words: _Words) -> Point:
    """The template's own split where it still fits the words, else a suggested one.

    It no longer fits when a name that it broke in the middle was replaced by another.
    """
    spoken = " ".join(words.fill(draft.words).split())
    given = tuple(words.fill(phrase) for phrase in draft.phrases)
    phrases = given if " ".join(given) == spoken else suggest(spoken)
    return Point(tuple(Phrase(phrase, draft.role) for phrase in phrases))


def _pact(
    draft: PactDraft, texts: tuple[Text, ...], words: _Words, make_id: Callable[[], str]
) -> Pact:
    points = tuple(words.fill(point) for point in draft.pact.points)
    for text in texts:
        if text.key == draft.points_from:
            points = tuple(point.words for point in text.points)
    return replace(
        draft.pact,
        id=make_id(),
        title=words.fill(draft.pact.title) or BLANK,
        points=points,
        opening=words.fill(draft.pact.opening),
        sanction=words.fill(draft.pact.sanction),
        closing=words.fill(draft.pact.closing),
    )


def _programme(
    cues: tuple[Cue, ...],
    texts: tuple[Text, ...],
    pacts: tuple[Pact, ...],
    words: _Words,
    make_id: Callable[[], str],
) -> tuple[Cue, ...]:
    text_ids = {text.key: text.id for text in texts}
    pact_ids = {pact.key: pact.id for pact in pacts}
    return tuple(
        replace(
            cue,
            id=make_id(),
            title=words.fill(cue.title),
            subtitle=words.fill(cue.subtitle),
            text=text_ids[cue.text] if cue.text else "",
            pact=pact_ids[cue.pact] if cue.pact else "",
        )
        for cue in cues
    )
