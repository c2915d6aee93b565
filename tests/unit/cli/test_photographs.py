"""`ikrar photos`: brought in, captioned, on paper."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers.command import Answer
from tests.helpers.hall_photographs import take
from tests.helpers.pdf_pages import text_of

Call = Callable[..., Answer]


def test_photographs_come_to_paper(call: Call, ceremony: Path, tmp_path: Path) -> None:
    assert "Belum ada foto" in call("photos", "list", ceremony).out
    pictures = [take(tmp_path / f"{at}.jpg", tone=60 + at) for at in (1, 2)]
    added = call("photos", "add", ceremony, *pictures, "--caption", "Pembacaan ikrar", "--json")
    assert [one["number"] for one in added.json["photographs"]] == [1, 2]
    assert call("photos", "caption", ceremony, 2, "Penandatanganan").code == 0
    missing = call("photos", "caption", ceremony, 3, "Doa")
    assert (missing.code, "ikrar photos list" in missing.err) == (1, True)
    out = tmp_path / "foto.pdf"
    assert call("papers", ceremony, "--kind", "photographs", "-o", out).code == 0
    assert "Pembacaan ikrar" in text_of(out)
    assert "Penandatanganan" in text_of(out)
    assert call("verify", ceremony).code == 0
