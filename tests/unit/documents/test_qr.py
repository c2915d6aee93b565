"""The square codes: put together from qrcode's answers, they are what qrcode itself makes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import ALPHA_NUM, MODE_ALPHA_NUM, QRData

from ceremony_app.documents import qr
from ceremony_app.domain.paper_code import SheetCode, spelled
from ceremony_app.domain.token import new_token

HELD = st.text(ALPHA_NUM.decode("ascii"), min_size=0, max_size=20)


def made_by_qrcode(words: str) -> list[bytes]:
    """The whole code, with the same version, level and mask."""
    code = QRCode(version=1, error_correction=ERROR_CORRECT_M, mask_pattern=2, border=0)
    code.add_data(QRData(words.encode("ascii"), mode=MODE_ALPHA_NUM, check_data=False), optimize=0)
    code.make(fit=False)
    return [bytes(map(bool, row)) for row in code.modules]


def painted(path: str) -> list[bytes]:
    """The modules that a path of rectangles covers."""
    rows = [bytearray(qr.MODULES) for _ in range(qr.MODULES)]
    for rectangle in path.split("re"):
        if rectangle.strip():
            left, up, width, height = map(int, rectangle.split())
            for row in range(qr.MODULES - up - height, qr.MODULES - up):
                for column in range(left, left + width):
                    assert not rows[row][column], "painted twice"
                    rows[row][column] = 1
    return [bytes(row) for row in rows]


@given(HELD)
def test_a_code_is_the_one_that_qrcode_makes(words: str) -> None:
    assert qr.modules(words) == made_by_qrcode(words)


@pytest.mark.parametrize("sheet", [1, 9, 10, 99, 100, 340, 9999])
def test_so_are_badges_and_sheets(sheet: int) -> None:
    token, code = new_token(), spelled(SheetCode("7KQ29XMD", sheet, 1))
    assert qr.modules(token) == made_by_qrcode(token)
    assert qr.modules(code) == made_by_qrcode(code)


@given(HELD)
def test_both_paths_paint_the_dark_modules_and_no_others(words: str) -> None:
    assert painted(qr.path(words)) == painted(qr.quick_path(words)) == qr.modules(words)


@pytest.mark.parametrize("words", ["A" * 21, "kecil", "É"])
def test_what_does_not_fit_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=words):
        qr.modules(words)
