"""The empty roster that an office fills in, with examples on a sheet that is never imported."""

from pathlib import Path
from typing import Any

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.ranks import GOLONGAN
from ceremony_app.locator import installed
from ceremony_app.roster.sheets_written import TextWorkbook

HEADER = ("NO", "NIP", "NAMA LENGKAP", "GOLONGAN", "JABATAN", "DIVISI", "STATUS")
WIDTHS = (6.0, 24.0, 38.0, 14.0, 44.0, 32.0, 12.0)
_STAFF_KINDS = ("PNS", "CPNS", "PPPK", "PPNPN", "POLRI")
_FILLED_ROWS = 2_000
_EXAMPLES = (
    ("1", "196608011988031001", "Dr. H. Contoh Satu, S.H., M.H.", "IV/b", "Kepala Divisi", "PNS"),
    ("2", "199003142015032002", "Ni Made Contoh Dua, A.Md.", "II/d", "Bendahara", "PNS"),
    ("3", "199411052023211003", "Contoh Tiga, S.Kom.", "IX", "Pranata Komputer", "PPPK"),
    ("4", "70010234", "Contoh Empat", "", "Tenaga Ahli", "POLRI"),
    ("5", "PPNPN-001", "Contoh Lima", "", "Pengemudi", "PPNPN"),
)


def write_roster_form(path: Path, *, replace: bool = False) -> None:
    """Write the form; like all papers of an office it is in Indonesian.

    The first sheet is empty but for its header; "Contoh" and "Petunjuk" are passed over by the
    import. Raises FileTrouble where the file exists already (unless `replace`) or cannot be
    written.
    """
    words = Catalogue.read(installed().translations, "id")
    book = TextWorkbook()
    above = (words("roster.form.title"), words("roster.form.hint"))
    _guide(book.add_table(words("roster.form.sheet"), above, HEADER, WIDTHS, ()), words, len(above))
    division = words("roster.form.division")
    examples = [(*row[:5], division, row[5]) for row in _EXAMPLES]
    above = (words("roster.form.examples_title"), words("roster.form.examples_hint"))
    book.add_table(words("roster.form.examples"), above, HEADER, WIDTHS, examples)
    book.add_page(
        words("roster.form.help"),
        (
            words("roster.form.help_title"),
            words("roster.form.help_nip"),
            words("roster.form.help_local"),
            words("roster.form.help_name"),
            words("roster.form.help_rank"),
            words("roster.form.help_division"),
            words("roster.form.help_private"),
        ),
    )
    book.save(path, replace=replace)


def _guide(sheet: Any, words: Catalogue, header_row: int) -> None:
    """Hints that appear at a cell, and lists to choose from that allow other entries."""
    first, last = header_row + 1, header_row + _FILLED_ROWS
    hint = {
        "validate": "any",
        "input_title": words("roster.form.nip_title"),
        "input_message": words("roster.form.nip_hint"),
    }
    sheet.data_validation(first, HEADER.index("NIP"), last, HEADER.index("NIP"), hint)
    for column, choices in (("GOLONGAN", tuple(GOLONGAN)), ("STATUS", _STAFF_KINDS)):
        at = HEADER.index(column)
        chosen = {"validate": "list", "source": list(choices), "show_error": False}
        sheet.data_validation(first, at, last, at, chosen)
