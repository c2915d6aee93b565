"""Reads one template file (TOML) and refuses what it does not understand.

A template is written by hand, so every fault is told with file, field and reason, and a field
that no version knows is a fault too: it is most likely a slip of the pen.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from ceremony_app.domain.ceremony import Cue, CueKind, LegalBasis, Pact, PactForm
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.messages import message
from ceremony_app.domain.people import Role
from ceremony_app.domain.template import PLACEHOLDER, PactDraft, PointDraft, Template, TextDraft
from ceremony_app.domain.template_keys import (
    NUMBERED_ROLES,
    PARTY_FIELDS,
    PLAIN_KEYS,
    SINGLE_ROLES,
    read_date,
    read_paper,
    read_time,
    read_zone,
)
from ceremony_app.domain.texts import Pace, PhraseRole
from ceremony_app.services.toml_table import TomlTable

_READERS: Mapping[str, Callable[[str], object]] = {
    "date": read_date,
    "time": read_time,
    "zone": read_zone,
    "paper": read_paper,
}
_PARTY_TABLES = {Role.REPRESENTATIVE: "representatives", Role.WITNESS: "witnesses"}


def read_template(path: Path) -> Template:
    """The template in a file; raises FileTrouble that names the file, the field and the reason."""
    table = TomlTable(path.name, _toml(path))
    if table.text("id") != path.stem:
        raise table.fault("id", message("templates.reason.not_the_file_name", name=path.stem))
    defaults = {**_settings(table), **_people(table)}
    template = Template(
        id=path.stem,
        title=table.text("title"),
        source=table.text("source"),
        defaults=defaults,
        texts=tuple(_text(part) for part in table.tables("texts")),
        pacts=tuple(_pact(part) for part in table.tables("pacts")),
        programme=tuple(_cue(part) for part in table.tables("programme")),
        divisions=table.texts("divisions"),
        sessions=table.texts("sessions"),
        legal_bases=tuple(_legal_basis(part) for part in table.tables("legal_bases")),
        notes=table.texts("notes"),
    )
    table.close()
    _check_references(table, template)
    return template


def _toml(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileTrouble("templates.unreadable", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileTrouble("templates.not_toml", file=path.name, reason=str(error)) from error


def _settings(table: TomlTable) -> dict[str, str]:
    settings = table.table("settings")
    values = {key: settings.text(key, "") for key in settings.names()}
    known = {*PLAIN_KEYS, *values}
    for key, value in values.items():
        _check_placeholders(settings, key, value, known)
    for key, read in _READERS.items():
        _check_value(settings, key, values.get(key, ""), read)
    return values


def _check_value(table: TomlTable, name: str, value: str, read: Callable[[str], object]) -> None:
    if not value:
        return
    try:
        read(value)
    except Refused as refusal:
        raise table.fault(name, refusal.message) from refusal


def _people(table: TomlTable) -> dict[str, str]:
    slots = [(str(role), table.table(role)) for role in SINGLE_ROLES if table.has(role)]
    for role in NUMBERED_ROLES:
        parts = enumerate(table.tables(_PARTY_TABLES[role]), start=1)
        slots += [(f"{role}.{number}", part) for number, part in parts]
    values = {}
    for slot, part in slots:
        values.update({f"{slot}.{name}": part.text(name, "") for name in PARTY_FIELDS})
        part.close()
    return values


def _text(table: TomlTable) -> TextDraft:
    draft = TextDraft(
        key=table.text("key"),
        title=table.text("title"),
        points=tuple(_point(part) for part in table.tables("points")),
        opening=_point(table.table("opening")) if table.has("opening") else None,
        closing=_point(table.table("closing")) if table.has("closing") else None,
        pace=table.choice("pace", Pace, Pace.PHRASE),
        open=table.flag("open"),
        optional=table.flag("optional"),
        note=table.text("note", ""),
    )
    if bool(draft.points) == draft.open:
        raise table.fault("points", message("templates.reason.points_or_open"))
    table.close()
    return draft


def _point(table: TomlTable) -> PointDraft:
    words, phrases = table.text("words"), table.texts("phrases")
    if phrases and _are_other_words(words, phrases):
        raise table.fault("phrases", message("templates.reason.other_words"))
    point = PointDraft(words, phrases, table.choice("role", PhraseRole, PhraseRole.HALL))
    table.close()
    return point


def _are_other_words(words: str, phrases: tuple[str, ...]) -> bool:
    """Whether the phrases cannot be the words: between placeholders they must agree.

    A placeholder may stand written out in the phrases, where a name is broken in the middle.
    """
    rest = " ".join(phrases)
    for piece in PLACEHOLDER.split(words)[::2]:
        _, found, rest = rest.partition(piece.strip())
        if piece.strip() and not found:
            return True
    return False


def _pact(table: TomlTable) -> PactDraft:
    points_from = table.text("points_from", "")
    pact = Pact(
        id="",
        key=table.text("key"),
        title=table.text("title"),
        points=table.texts("points"),
        form=table.choice("form", PactForm),
        opening=table.text("opening", ""),
        sanction=table.text("sanction", ""),
        closing=table.text("closing", ""),
        optional=table.flag("optional"),
        note=table.text("note", ""),
    )
    if bool(pact.points) == bool(points_from):
        raise table.fault("points", message("templates.reason.points_or_points_from"))
    table.close()
    return PactDraft(pact, points_from)


def _cue(table: TomlTable) -> Cue:
    cue = Cue(
        id="",
        kind=table.choice("kind", CueKind),
        title=table.text("title"),
        subtitle=table.text("subtitle", ""),
        text=table.text("text", ""),
        pact=table.text("pact", ""),
        minutes=table.number("minutes"),
    )
    for name, kind in (("text", CueKind.TEXT), ("pact", CueKind.SIGNING)):
        if bool(getattr(cue, name)) != (cue.kind is kind):
            raise table.fault(name, message("templates.reason.cue_and_reference", kind=cue.kind))
    table.close()
    return cue


def _legal_basis(table: TomlTable) -> LegalBasis:
    basis = LegalBasis(
        citation=table.text("citation"),
        superseded_by=table.text("superseded_by", ""),
        superseded_on=table.text("superseded_on", ""),
    )
    _check_value(table, "superseded_on", basis.superseded_on, read_date)
    table.close()
    return basis


def _check_references(table: TomlTable, template: Template) -> None:
    texts = [text.key for text in template.texts]
    pacts = [draft.pact.key for draft in template.pacts]
    for where, keys in (("texts", texts), ("pacts", pacts)):
        for key in keys:
            if keys.count(key) > 1:
                raise table.fault(where, message("templates.reason.twice", name=key))
    wanted = [("pacts", draft.points_from, texts) for draft in template.pacts]
    wanted += [("programme", cue.text, texts) for cue in template.programme]
    wanted += [("programme", cue.pact, pacts) for cue in template.programme]
    for where, key, known in wanted:
        if key and key not in known:
            raise table.fault(where, message("templates.reason.no_such_key", name=key))
    known_placeholders = {key.name for key in template.keys}
    for where, words in _all_words(template):
        _check_placeholders(table, where, words, known_placeholders)


def _all_words(template: Template) -> list[tuple[str, str]]:
    words = [("texts", text.title) for text in template.texts]
    for text in template.texts:
        points = (text.opening, *text.points, text.closing)
        for point in points:
            if point:
                words += [("texts", part) for part in (point.words, *point.phrases)]
    for pact in (draft.pact for draft in template.pacts):
        parts = (pact.title, *pact.points, pact.opening, pact.sanction, pact.closing)
        words += [("pacts", part) for part in parts]
    words += [
        ("programme", part) for cue in template.programme for part in (cue.title, cue.subtitle)
    ]
    words += [(name, value) for name, value in template.defaults.items() if "." in name]
    return words


def _check_placeholders(table: TomlTable, field: str, words: str, known: set[str]) -> None:
    for name in PLACEHOLDER.findall(words):
        if name not in known:
            raise table.fault(field, message("templates.reason.no_such_placeholder", name=name))
