"""Badges as a list and as pictures."""

import csv
import io
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ceremony_app.documents.badge_files import file_name, make_badge_csv, make_badge_pictures
from ceremony_app.documents.badges import in_print_order
from ceremony_app.documents.stationery import Stationery
from ceremony_app.domain.badge_layouts import BadgeLayout
from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.papers import BadgePrint, BadgeSheet
from ceremony_app.domain.token import new_token

BADGES = (
    BadgePrint("Siti Nur'aini, S.H.", "Analis", "Divisi B", new_token(), "196608011988031001"),
    BadgePrint("X" * 90, "Penjaga", "Divisi A", new_token()),
    BadgePrint('=A<b>:"c"/d\\e|f?*', "", "", new_token(), "007"),
)


def test_the_list_has_one_line_a_badge_in_print_order(tmp_path: Path) -> None:
    make_badge_csv(BadgeSheet(BADGES), tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert rows[0] == ["id_number", "name", "division", "token"]
    assert [row[3] for row in rows[1:]] == [one.token for one in in_print_order(BADGES)]
    assert rows[2][:3] == ["196608011988031001", "Siti Nur'aini, S.H.", "Divisi B"]
    assert rows[3][1].startswith("'=")


@pytest.mark.parametrize("line_codes", [False, True])
def test_each_picture_holds_its_own_code(
    stationery: Stationery, tmp_path: Path, *, line_codes: bool
) -> None:
    told: list[tuple[int, int]] = []
    sheet = BadgeSheet(BADGES, heading="Ikrar", line_codes=line_codes)
    made = make_badge_pictures(
        stationery, sheet, tmp_path / "cards", lambda done, total: told.append((done, total))
    )
    files = sorted((tmp_path / "cards").iterdir())
    assert made.pages == len(files) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    for one, path in zip(in_print_order(BADGES), files, strict=True):
        with Image.open(path) as picture:
            assert picture.size == (1063, 650)
            texts = {code.text for code in zxingcpp.read_barcodes(picture)}
            kinds = len(zxingcpp.read_barcodes(picture))
        assert texts == {one.token}
        assert kinds == (2 if line_codes else 1)


@pytest.mark.parametrize(
    ("layout", "size"),
    [
        (BadgeLayout.LANYARD, (1063, 1535)),
        (BadgeLayout.LABEL, (1181, 591)),
        (BadgeLayout.SMALL_LABEL, (732, 343)),
    ],
)
def test_pictures_of_the_other_layouts_are_read(
    stationery: Stationery, tmp_path: Path, layout: BadgeLayout, size: tuple[int, int]
) -> None:
    make_badge_pictures(stationery, BadgeSheet(BADGES, "Ikrar", layout=layout), tmp_path / "cards")
    files = sorted((tmp_path / "cards").iterdir())
    for one, path in zip(in_print_order(BADGES), files, strict=True):
        with Image.open(path) as picture:
            assert picture.size == size
            assert [code.text for code in zxingcpp.read_barcodes(picture)] == [one.token]


def test_same_data_same_hash(stationery: Stationery, tmp_path: Path) -> None:
    sheet = BadgeSheet(BADGES)
    first = make_badge_pictures(stationery, sheet, tmp_path / "a")
    assert first == make_badge_pictures(stationery, sheet, tmp_path / "b")


def test_a_file_in_the_way_is_told(stationery: Stationery, tmp_path: Path) -> None:
    (tmp_path / "cards").write_bytes(b"")
    with pytest.raises(FileTrouble):
        make_badge_pictures(stationery, BadgeSheet(BADGES), tmp_path / "cards")


@given(st.text(max_size=200), st.integers(min_value=1, max_value=9999))
def test_file_names_are_safe_everywhere(name: str, number: int) -> None:
    safe = file_name(number, 9999, BadgePrint(name, "", "", "IK"))
    assert safe.startswith(f"{number:04}")
    assert safe.endswith(".png")
    assert not set(safe) & set('<>:"/\\|?*')
    assert all(ord(character) >= 32 for character in safe)
    assert len(safe.encode()) <= 255
    assert not safe.removesuffix(".png").endswith((".", " "))
