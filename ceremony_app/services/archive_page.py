"""The page of an archive that says what the folder is, in any browser and without a script."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain import wording
from ceremony_app.domain.archive import EVENTS, MANIFEST, Filed, Manifest, Part
from ceremony_app.domain.messages import Catalogue, Message, message
from ceremony_app.services.document_words import document_words

_PARTS = {
    Part.SHEET: message("export.page.sheet"),
    Part.PHOTOGRAPH: message("export.page.photograph"),
    Part.PICTURE: message("export.page.picture"),
    Part.EVENTS: message("export.page.events"),
}
_STYLE = (
    "body{font:16px/1.5 Arial,sans-serif;max-width:48em;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;padding:.3em .6em;border-bottom:1px solid #ccc;vertical-align:top}"
    "code{font-family:Consolas,monospace;overflow-wrap:anywhere}"
    ".mark{color:#a00;font-weight:bold}"
)


def archive_page(
    stationery: Stationery,
    manifest: Manifest,
    left_out: Sequence[Message],
    numbers: Mapping[str, str],
) -> bytes:
    """HTML in Indonesian; `left_out` are the reasons why papers are not there, `numbers` those of
    the papers by the event of their making."""
    words = stationery.words
    title = escape(words("export.page.title", title=manifest.title))
    body = "\n".join(_body(words, manifest, left_out, numbers))
    return (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    ).encode()


def moment_in_words(local: str) -> str:
    """A local moment of the record as people read it: "17 Oktober 2022 08.30.15 WIB"."""
    zone = local.partition("[")[2].rstrip("]")
    return f"{wording.date_words(local[:10])} {local[11:19].replace(':', '.')} {zone}".rstrip()


def _body(
    words: Catalogue, manifest: Manifest, left_out: Sequence[Message], numbers: Mapping[str, str]
) -> Iterator[str]:
    date = wording.date_words(manifest.date) if manifest.date else "-"
    yield _paragraph(words("export.page.about", date=date, file=manifest.ceremony))
    yield _paragraph(words("export.page.made", at=moment_in_words(manifest.made)))
    yield _paragraph(words("export.page.personal"))
    if left_out:
        yield _paragraph(words("export.page.left_out"))
        yield "<ul>"
        yield from (f"<li>{escape(words.say(reason))}</li>" for reason in left_out)
        yield "</ul>"
    yield f"<h2>{escape(words('export.page.files'))}</h2>\n<table>"
    yield from (_row(words, one, numbers.get(one.event, "")) for one in manifest.files)
    yield "</table>"
    yield f"<h2>{escape(words('export.page.checking'))}</h2>"
    yield _paragraph(words("export.page.how", manifest=MANIFEST, events=EVENTS))
    if manifest.head:
        yield _paragraph(words("export.page.head"))
        yield f"<p><code>{escape(wording.grouped_head(manifest.head))}</code></p>"
    else:
        yield _paragraph(words("export.page.no_head"))
    yield "<p><code>ikrar verify</code></p>"


def _row(words: Catalogue, one: Filed, number: str) -> str:
    what = document_words(one.kind) if one.kind else _PARTS[one.part]
    if number:
        what = message("made.archived", what=what, number=number)
    name = escape(one.path)
    return f'<tr><td><a href="{name}">{name}</a></td><td>{escape(words.say(what))}</td></tr>'


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"
