"""`ikrar paper`: a numbered list printed beforehand, its numbers typed in afterwards."""

from collections.abc import Callable
from pathlib import Path

from ceremony_app.scanning.pages import read_badges
from tests.helpers.command import Answer
from tests.helpers.pdf_pages import read_pages, text_of

Call = Callable[..., Answer]


def test_a_list_is_printed_and_typed_in(call: Call, ceremony: Path, tmp_path: Path) -> None:
    out = tmp_path / "daftar.pdf"
    made = call("paper", "print", ceremony, "-o", out, "--json").json
    assert made["list"] in text_of(out)
    looked = call("paper", "mark", ceremony, "1, 3-4", "--dry-run", "--json").json
    assert [one["number"] for one in looked["people"]] == [1, 3, 4]
    assert call("show", ceremony, "--json").json["present"] == 0
    done = call("paper", "mark", ceremony, "1, 3-4", "--list", made["list"], "--door", "Utara")
    assert (done.code, "3 orang dicatat hadir" in done.out) == (0, True)
    assert looked["people"][0]["name"] in done.out
    assert call("show", ceremony, "--json").json["present"] == 3
    assert call("verify", ceremony).code == 0


def test_bad_numbers_are_named_and_nothing_is_recorded(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    none = call("paper", "mark", ceremony, "1")
    assert (none.code, "ikrar paper print" in none.err) == (1, True)
    call("paper", "print", ceremony, "-o", tmp_path / "daftar.pdf")
    answer = call("paper", "mark", ceremony, "1, 9999, 2")
    assert (answer.code, "9999" in answer.err) == (1, True)
    assert call("show", ceremony, "--json").json["present"] == 0


def test_the_list_is_printed_on_the_paper_that_is_there(
    call: Call, ceremony: Path, tmp_path: Path
) -> None:
    call("paper", "print", ceremony, "-o", tmp_path / "daftar.pdf", "--paper", "f4")
    assert round(read_pages(tmp_path / "daftar.pdf")[0].height) == 330


def test_a_badge_is_reissued_alone_on_paper(call: Call, ceremony: Path, tmp_path: Path) -> None:
    someone = call("missing", ceremony, "--json").json["missing"][0]
    out = tmp_path / "kartu.pdf"
    answer = call("badge", ceremony, "reissue", someone["id_number"], "-o", out, "--json").json
    assert answer["token"]
    assert someone["name"].split(",")[0].split()[0] in text_of(out)
    asked = ("-o", out, "--layout", "label-small", "--json")
    token = call("badge", ceremony, "reissue", someone["id_number"], *asked).json["token"]
    (page,) = read_pages(out)
    assert (round(page.width), round(page.height)) == (62, 29)
    assert read_badges(out) == [token]
