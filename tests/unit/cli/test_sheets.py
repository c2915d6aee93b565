"""`ikrar sheets`: brought in, listed, matched, verified; what is refused is told with exit 3."""

from collections.abc import Callable
from pathlib import Path

from tests.helpers import scanned_sheets as sheets
from tests.helpers.command import Answer

Call = Callable[..., Answer]


def test_sheets_are_brought_in_listed_and_matched(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    pact = tmp_path / "pakta.pdf"
    assert call("pact", ceremony, "-o", pact, "--form", "individual", "--number", "W.1-7").code == 0
    pages = [sheets.drawn(pact, 2), sheets.without_code(sheets.drawn(pact, 3))]
    scan = sheets.save_pages(pages, tmp_path / "pindaian.pdf")
    added = call("sheets", "add", ceremony, scan, "--json").json
    assert (added["counts"]["matched"], added["counts"]["waiting"]) == (1, 1)
    first, second = added["pages"]
    assert (first["document"]["number"], first["document"]["sheet"]) == ("W.1-7", 2)
    assert (second["document"], second["reason"]) == (None, "kode arsip tidak terbaca")
    code = first["document"]["code"]
    matched = call("sheets", "match", ceremony, 2, f"{code[:4]}-{code[4:]}".lower(), "--sheet", 3)
    assert (matched.code, "lembar 3" in matched.out) == (0, True)
    listed = call("sheets", "list", ceremony, "--json").json["pages"]
    assert [one["document"]["how"] for one in listed] == ["code", "hand"]
    undo = call("undo", ceremony, listed[1]["document"]["match"], "--reason", "bukan lembar 3")
    assert undo.code == 0
    assert "menunggu dicocokkan" in call("sheets", "list", ceremony).out
    assert call("verify", ceremony).code == 0
    known = call("verify", scan, "--in", ceremony)
    assert (known.code, "pindaian.pdf" in known.out) == (0, True)


def test_what_is_refused_is_told(call: Call, ceremony: Path, tmp_path: Path) -> None:
    other, pact = tmp_path / "lain.ikrar", tmp_path / "lain.pdf"
    assert call("new", other, "--template", "banten").code == 0
    assert call("pact", other, "-o", pact).code == 0
    (tmp_path / "catatan.txt").write_text("bukan pindaian")
    scan = sheets.save(sheets.drawn(pact), tmp_path / "lain.jpg")
    answer = call("sheets", "add", ceremony, scan, tmp_path / "catatan.txt")
    assert answer.code == 3
    assert "tidak ada dalam catatan upacara ini" in answer.out
    assert "catatan.txt bukan pindaian" in answer.out
    assert "2 halaman atau berkas tidak dimasukkan" in answer.err
    assert call("sheets", "list", ceremony).out.strip() == "Belum ada lembar yang dimasukkan."
    wrong = call("sheets", "match", ceremony, 1, "7KQ2-9XMD")
    assert (wrong.code, "ikrar sheets list" in wrong.err) == (1, True)
