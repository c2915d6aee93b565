"""What each kind of item shows in the hall."""

from dataclasses import replace

import pytest

from ceremony_app.domain.ceremony import Pact, PactForm, Theme
from ceremony_app.domain.live import Arrivals, DivisionCount, Live, StandingIn
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Show
from ceremony_app.projector.colours import THEMES
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Shape
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.views import View, picture_of
from tests.helpers.cue_gallery import LIVE, gallery
from tests.unit.projector.conftest import WORDS
from tests.unit.projector.shown import HD, Paint, Shown, changed, with_parties

NAVY = THEMES[Theme.NAVY]


def test_the_holding_screen_counts_in_all_and_by_division(paint: Paint) -> None:
    shown = paint("holding")
    assert "101 dari 125 orang hadir" in shown.said
    assert "38 / 41 Divisi Administrasi" in shown.said
    assert "3 / 5 Tanpa divisi" in shown.said
    assert shown.said.index("Tanpa divisi") > shown.said.index("Divisi Keimigrasian")


def test_the_bars_of_divisions_are_as_long_as_their_shares(paint: Paint) -> None:
    live = Live(
        present=30,
        expected=40,
        divisions=(DivisionCount("A", 10, 20), DivisionCount("B", 20, 20)),
    )
    half, whole = [
        item.rect.width()
        for item in paint("holding", live).items
        if isinstance(item, Fill) and item.colour == NAVY.mark and item.radius
    ]
    assert half == pytest.approx(whole / 2)


def test_more_divisions_than_have_room_are_counted_together(paint: Paint) -> None:
    many = tuple(DivisionCount(f"Bagian {at}", at, 50) for at in range(60))
    shown = paint("holding", replace(LIVE, divisions=many))
    assert "Bagian 0" in shown.said
    assert "divisi lain" in shown.said
    counts = [line.words for line in shown.lines if " / " in line.words]
    present = sum(int(words.split(" / ")[0].replace(".", "")) for words in counts)
    people = sum(int(words.split(" / ")[1].replace(".", "")) for words in counts)
    assert (present, people) == (sum(range(60)), 3000)


def test_arrivals_are_drawn_in_their_order_over_the_time(paint: Paint) -> None:
    live = Live(present=9, expected=12, arrivals=Arrivals(475, 10, (3, 6, 9)))
    shown = paint("holding", live)
    assert "07.55" in shown.said
    assert "08.25" in shown.said
    fills = [item for item in shown.items if isinstance(item, Fill) and not item.radius]
    bottom = max(item.rect.bottom() for item in fills if item.colour == NAVY.quiet)
    bars = [item.rect for item in fills if item.rect.bottom() == pytest.approx(bottom)]
    highs = [rect.height() for rect in sorted(bars, key=lambda rect: rect.left())]
    assert len(highs) == 3
    assert highs[1] == pytest.approx(2 * highs[0])
    assert highs[2] == pytest.approx(3 * highs[0])


def test_a_countdown_shows_minutes_and_seconds_that_do_not_shake(paint: Paint) -> None:
    shown = [paint("countdown", Live(remaining=seconds)) for seconds in (272, 271)]
    assert "0 4 : 3 2" in shown[0].said
    assert "0 4 : 3 1" in shown[1].said
    places = [
        [line.rect.center().x() for line in one.lines if line.words in ":0123456789"]
        for one in shown
    ]
    assert places[0] == pytest.approx(places[1])
    assert "pukul 08.00 WIB" in shown[0].said


def test_a_countdown_of_more_than_an_hour_has_hours(paint: Paint) -> None:
    assert "1 : 0 1 : 0 1" in paint("countdown", Live(remaining=3661)).said


@pytest.mark.parametrize("view", View)
def test_a_countdown_says_so_when_it_is_time(paint: Paint, view: View) -> None:
    assert "Segera dimulai" in paint("countdown", Live(remaining=0), view).said
    assert "Segera dimulai" in paint("countdown", Live(remaining=-4), view).said


def test_without_a_running_clock_the_hour_is_large(paint: Paint) -> None:
    hour = paint("countdown", Live()).line("pukul 08.00 WIB")
    running = paint("countdown", Live(remaining=60)).line("pukul 08.00 WIB")
    assert hour.size > 2 * running.size


def test_the_anthem_is_named_and_all_stand_but_no_word_of_it_is_shown(paint: Paint) -> None:
    shown = paint("anthem")
    assert "Lagu Kebangsaan Indonesia Raya Hadirin berdiri" in shown.said
    assert "tanah" not in shown.said.lower()
    own = changed(gallery(), "anthem", subtitle="Hadirin dimohon berdiri")
    assert "Hadirin dimohon berdiri" in paint("anthem", show=own).said


def test_the_closing_thanks_where_nobody_wrote_anything_else(paint: Paint) -> None:
    assert "Penutup Terima kasih" in paint("closing").said
    own = changed(gallery(), "closing", subtitle="Selamat bertugas")
    assert "Penutup Selamat bertugas" in paint("closing", show=own).said


def test_who_signs_is_shown_large_with_the_post(paint: Paint) -> None:
    shown = paint("signing")
    assert "Sedang menandatangani I Gede Wirawan, A.Md.I.P., S.Sos." in shown.said
    sizes = [line.size for line in shown.lines if line.words.startswith("I Gede")]
    assert max(sizes) > 1.8 * min(sizes)
    assert "Kepala Divisi Pemasyarakatan" in shown.said
    # A tick for who has signed, and nothing yet for the third.
    assert shown.count(Shape, NAVY.on_accent) == 2
    assert shown.count(Shape, NAVY.coming) == 1


def test_before_anybody_signs_all_are_listed_with_their_posts(paint: Paint) -> None:
    shown = paint("signing", Live())
    assert "Sedang menandatangani" not in shown.said
    assert shown.count(Shape, NAVY.coming) == 3
    assert len({line.size for line in shown.lines if line.bold and "," in line.words}) == 1


def test_another_signer_whom_the_table_names_joins_the_list(paint: Paint) -> None:
    head = Party("head", Role.ACKNOWLEDGER, "Siti Aisyah", "Kepala Kantor", prefix="Plt.")
    show = with_parties(*gallery().details.parties, head)
    assert "Siti Aisyah" not in paint("signing", Live(), show=show).said
    assert "Plt. Kepala Kantor" in paint("signing", Live(signing="head"), show=show).said


def test_who_is_next_is_said_and_the_head_comes_after_the_representatives(paint: Paint) -> None:
    assert "Berikutnya: H. Bambang Surya" in paint("signing").said
    absent = Live(signing="signer-0", absent=frozenset({"signer-1"}))
    assert "Berikutnya: H. Bambang Surya" in paint("signing", absent).said
    assert "Berikutnya" not in paint("signing", Live(signing="signer-2")).said
    head = Party("head", Role.ACKNOWLEDGER, "Siti Aisyah", "Kepala Kantor")
    show = with_parties(*gallery().details.parties, head)
    said = paint("signing", Live(signing="signer-2"), show=show).said
    assert "Berikutnya: Siti Aisyah" in said


def test_who_stands_in_is_named_as_who_signs(paint: Paint) -> None:
    stand_in = StandingIn("signer-1", "Andi Wijaya", "Kepala Bagian Umum")
    said = paint("signing", Live(signing="signer-1", standing_in=(stand_in,))).said
    assert "Sedang menandatangani Andi Wijaya Kepala Bagian Umum" in said
    assert "I Gede Wirawan" not in said


@pytest.mark.parametrize("now", ["", "3"])
@pytest.mark.parametrize("size", [HD, (1024, 768), (1080, 1920)])
def test_twelve_signers_fit_and_can_be_read(paint: Paint, size: tuple[int, int], now: str) -> None:
    parties = tuple(
        Party(str(at), Role.REPRESENTATIVE, f"Drs. Nama Pegawai Nomor {at}, M.Si.", "Kepala Bagian")
        for at in range(12)
    )
    shown = paint("signing", Live(signing=now), show=with_parties(*parties), size=size)
    frame = Frame(*size)
    names = [line for line in shown.lines if line.bold and "Nomor" in line.words]
    assert len(names) >= 12
    assert min(line.size for line in names) >= 2.2 * frame.unit


def test_a_pact_that_everybody_signs_says_so(paint: Paint) -> None:
    show = gallery()
    pact = Pact("pact", "pakta", "Pakta", (), PactForm.INDIVIDUAL)
    show = Show(replace(show.details, pacts=(pact,)), show.texts())
    assert "lembarnya masing-masing" in paint("signing", show=show).said


def test_witnesses_stand_with_post_and_institution_and_a_tick_for_who_is_there(
    paint: Paint,
) -> None:
    shown = paint("witness")
    assert "Ketua, Badan Pengawas Pemilihan Umum Provinsi Contoh" in shown.said
    assert "menandatangani" not in shown.said
    assert (shown.count(Shape, NAVY.on_accent), shown.count(Shape, NAVY.coming)) == (1, 1)
    assert paint("witness", Live()).count(Shape, NAVY.on_accent) == 0


def test_without_witnesses_the_item_is_a_title(paint: Paint) -> None:
    show = changed(with_parties(), "witness", subtitle="Ketua Bawaslu")
    assert "Saksi Ketua Bawaslu" in paint("witness", show=show).said


@pytest.mark.parametrize("size", [HD, (1024, 768), (1080, 1920)])
def test_a_picture_is_shown_whole_with_its_caption(paint: Paint, size: tuple[int, int]) -> None:
    shown = paint("picture", size=size)
    (image,) = shown.images
    assert Frame(*size).safe.adjusted(-1, -1, 1, 1).contains(image.rect)
    assert image.rect.width() / image.rect.height() == pytest.approx(900 / 1200, rel=0.02)
    assert (image.image.width(), image.image.height()) == (
        image.rect.width(),
        image.rect.height(),
    )
    caption = shown.line("Apel Ikrar tahun lalu")
    assert caption.rect.top() >= image.rect.bottom()


def test_a_picture_that_is_not_there_leaves_its_title(letters: Letters) -> None:
    show = gallery()
    painter = Painter(show, letters, WORDS)
    shown = Shown(painter, picture_of(View.HALL, HD, show, show.jump(show.first(), 8)))
    assert shown.images == []
    assert shown.line("Apel Ikrar tahun lalu").size > 60


def test_nothing_looks_like_a_ballot(paint: Paint) -> None:
    """No figure stands large by itself beside words or names, but counts and clocks."""
    for cue in ("text", "signing", "witness", "title", "closing"):
        for line in paint(cue).lines:
            if line.words.strip(".").isdecimal():
                assert line.size < 0.06 * HD[1], (cue, line)
                assert not line.bold
