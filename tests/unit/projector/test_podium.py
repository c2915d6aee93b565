"""What the leader sees."""

import pytest

from ceremony_app.domain.ceremony import Theme
from ceremony_app.domain.live import Live, Pacing
from ceremony_app.projector.colours import THEMES
from ceremony_app.projector.items import Fill
from ceremony_app.projector.views import View
from tests.helpers.cue_gallery import LATE, LIVE, PACED, gallery
from tests.unit.projector.shown import HD, Paint

NAVY = THEMES[Theme.NAVY]


def test_the_podium_tells_what_is_on_who_speaks_and_what_comes(paint: Paint) -> None:
    shown = paint("speech", PACED, View.PODIUM)
    assert "SEKARANG Amanat Pembina Upacara Ratna Wulandari" in shown.said
    assert "Berikutnya Apel Ikrar tahun lalu" in shown.said
    before = paint("witness", PACED, View.PODIUM)
    assert "Berikutnya · Ratna Wulandari Amanat" in before.said


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        ("holding", "101 dari 125 orang hadir"),
        ("anthem", "Hadirin berdiri"),
        ("signing", "I Gede Wirawan, A.Md.I.P., S.Sos. · 1 dari 3 sudah menandatangani"),
        ("witness", "1 dari 2 saksi hadir"),
    ],
)
def test_the_podium_knows_how_far_an_item_is(paint: Paint, cue: str, told: str) -> None:
    assert told in paint(cue, LIVE, View.PODIUM).said


def test_the_podium_counts_down_in_the_place_of_the_hour(paint: Paint) -> None:
    assert "pukul 08.00 WIB" in paint("countdown", Live(), View.PODIUM).said
    running = paint("countdown", Live(remaining=65), View.PODIUM)
    assert "0 1 : 0 5" in running.said
    assert "pukul" not in running.said


def test_the_podium_tells_the_time_and_by_how_much_it_is_over(paint: Paint) -> None:
    on_time = paint("text", PACED, View.PODIUM)
    assert "08.31 berjalan 03:12 dari 05:00" in on_time.said
    assert "LEWAT" not in on_time.said
    late = paint("text", LATE, View.PODIUM)
    assert "LEWAT 00:32" in late.said
    assert late.line("LEWAT 00:32").colour == NAVY.on_accent
    unplanned = paint("text", Live(pacing=Pacing("08.31", 65)), View.PODIUM)
    assert "berjalan 01:05" in unplanned.said
    assert "dari" not in unplanned.line("berjalan 01:05").words


def test_the_operators_words_stand_on_a_band_and_hide_no_phrase(paint: Paint) -> None:
    shown = paint("text", LATE, View.PODIUM)
    message = shown.line("Mohon lebih pelan")
    band = next(item for item in shown.items if isinstance(item, Fill) and item.colour == "#ffffff")
    assert band.rect.width() == HD[0]
    assert band.rect.contains(message.rect)
    step = shown.picture.step
    assert step is not None
    phrase = [line for line in shown.lines if line.words in step.words and line.size > 60]
    assert phrase
    assert not any(band.rect.intersects(line.rect) for line in phrase)


def test_a_note_on_pronunciation_is_the_podiums_alone(paint: Paint) -> None:
    assert "ne-tra-li-tas" in paint("text", LIVE, View.PODIUM).said
    assert "ne-tra-li-tas" not in paint("text").said
    show = gallery()
    after = show.jump(show.first(), 4, 0, 1)
    assert "ne-tra-li-tas" not in paint("text", LIVE, View.PODIUM, state=after).said
