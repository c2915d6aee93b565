"""The pictures: what stands where, checked by their own rectangles and by their pixels."""

import itertools
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from ceremony_app.domain.ceremony import Theme
from ceremony_app.domain.live import Live
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.show import Phase, Show, Step, Turn
from ceremony_app.projector.colours import THEMES
from ceremony_app.projector.frame import Frame
from ceremony_app.projector.items import Fill, Item, Shape, Words
from ceremony_app.projector.letters import Letters
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.typeset import Typesetter
from ceremony_app.projector.views import View, picture_of
from ceremony_app.ui_kit.palette import contrast
from tests.unit.projector.conftest import WORDS, show_of

NAVY = THEMES[Theme.NAVY]
SIZES = [(1920, 1080), (1366, 768), (1024, 768), (3840, 2160), (1080, 1920), (640, 360)]
TEMPLATES = ["banten", "setjen", "ntt", "banyuwangi", "jatim", "generic", "blank"]
HD = (1920, 1080)


def words_of(items: tuple[Item, ...]) -> list[Words]:
    return [item for item in items if isinstance(item, Words)]


def said(items: tuple[Item, ...]) -> str:
    return " ".join(item.words for item in words_of(items))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_words_are_cut_or_over_others_at_any_size(
    painter_for: Callable[[Show], Painter], letters: Letters, template: str, view: View
) -> None:
    show = show_of(template)
    painter = painter_for(show)
    for size in SIZES:
        safe = Frame(*size).safe.adjusted(-1, -1, 1, 1)
        for step in show.steps():
            live = Live(1234, 5678)
            words = words_of(painter.items(picture_of(view, size, show, step.state, live)))
            for item in words:
                metrics = QFontMetricsF(letters.font(item.size, bold=item.bold))
                assert safe.contains(item.rect), (size, step.code, item)
                assert metrics.horizontalAdvance(item.words) <= item.rect.width() * 1.011 + 1
            for one, other in itertools.combinations(words, 2):
                shared = one.rect.intersected(other.rect)
                assert shared.width() < 1 or shared.height() < 1, (size, step.code, one, other)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_text_has_one_size_from_its_first_word_to_its_last(
    painter_for: Callable[[Show], Painter], template: str, view: View
) -> None:
    show = show_of(template)
    painter = painter_for(show)
    for size in SIZES:
        sizes = set()
        for step in show.steps():
            if step.text:
                items = words_of(painter.items(picture_of(view, size, show, step.state)))
                spoken = [item for item in items if item.colour == NAVY.current and item.bold]
                sizes |= {item.size for item in spoken if item.words in step.words}
        assert len(sizes) == 1, (size, sizes)


@pytest.mark.parametrize("size", SIZES[:4])
def test_the_words_of_banten_are_large(banten: Painter, size: tuple[int, int]) -> None:
    (text,) = banten.show.texts()
    assert banten.text_layout(text, size).size >= 0.048 * size[1]


def test_the_hall_sees_the_whole_point_and_whose_turn_it_is(banten: Painter) -> None:
    for step in banten.show.steps():
        if step.text is None:
            continue
        shown = said(banten.items(picture_of(View.HALL, HD, banten.show, step.state)))
        assert step.text.parts[step.state.part].words in shown.replace("\n", " ")
        turn = {Turn.LEADER: "PEMIMPIN", Turn.HALL: "HADIRIN MENGIKUTI"}[step.turn]
        assert turn in shown
        assert f"Butir {step.number} dari 4" in shown


def test_turns_can_be_told_without_colour(banten: Painter) -> None:
    show = banten.show
    say = show.jump(show.first(), 6)
    led, repeated = (
        banten.items(picture_of(View.HALL, HD, show, state)) for state in (say, show.next(say))
    )
    assert said(led) != said(repeated)
    figures = [
        [item.path for item in items if isinstance(item, Shape)] for items in (led, repeated)
    ]
    assert figures[0] != figures[1]


def test_what_was_said_has_a_tick_and_what_is_said_is_bold(banten: Painter) -> None:
    show = banten.show
    items = banten.items(picture_of(View.HALL, HD, show, show.jump(show.first(), 6, 0, 2)))
    words = {item.words: item for item in words_of(items)}
    assert words["Kementerian Hukum dan HAM Banten"].bold
    assert not words["di lingkungan Kantor Wilayah"].bold
    ticks = [item for item in items if isinstance(item, Shape) and item.colour == NAVY.settled]
    assert len(ticks) == 2


def test_the_podium_shows_the_phrase_the_next_one_and_the_leaders_turn(banten: Painter) -> None:
    show = banten.show
    state = show.jump(show.first(), 6)
    shown = said(banten.items(picture_of(View.PODIUM, HD, show, state)))
    assert "ANDA MEMBACA" in shown
    assert "Menjaga dan menegakkan prinsip netralitas pegawai" in shown
    assert "Berikutnya di lingkungan Kantor Wilayah" in shown
    after = said(banten.items(picture_of(View.PODIUM, HD, show, show.next(state))))
    assert "HADIRIN MENGULANG" in after
    last = show.jump(state, 6, 3, 1)
    assert "Penandatanganan Pakta Integritas" in said(
        banten.items(picture_of(View.PODIUM, HD, show, last))
    )


def test_the_holding_screen_counts_and_is_silent_where_nobody_counts(banten: Painter) -> None:
    first = banten.show.first()
    shown = said(banten.items(picture_of(View.HALL, HD, banten.show, first, Live(83, 1200))))
    assert "83 dari 1.200 orang hadir" in shown
    assert "hadir" not in said(banten.items(picture_of(View.HALL, HD, banten.show, first)))
    assert "7 hadir" in said(banten.items(picture_of(View.HALL, HD, banten.show, first, Live(7))))


def test_signing_lists_the_representatives_and_ticks_those_who_signed(banten: Painter) -> None:
    show = banten.show
    state = show.jump(show.first(), 7)
    first = show.details.with_role(Role.REPRESENTATIVE)[0]
    shown = said(banten.items(picture_of(View.HALL, HD, show, state)))
    assert "Masjuno Kepala Divisi Pemasyarakatan Sri Yusfini Yusuf" in shown
    live = Live(signed=frozenset([first.id]))
    items = banten.items(picture_of(View.HALL, HD, show, state, live))
    ticks = [item for item in items if isinstance(item, Shape) and item.colour == NAVY.on_accent]
    assert len(ticks) == 1


def test_many_representatives_with_long_names_fit(
    painter_for: Callable[[Show], Painter],
) -> None:
    show = show_of("banten")
    party = Party("x", Role.REPRESENTATIVE, "Dr. H. " + "Nama " * 12, "Kepala " + "Divisi " * 12)
    many = tuple(replace(party, id=str(number)) for number in range(17))
    show = Show(replace(show.details, parties=many), show.texts())
    painter = painter_for(show)
    for size in SIZES:
        state = show.jump(show.first(), 7)
        for item in words_of(painter.items(picture_of(View.HALL, size, show, state))):
            assert Frame(*size).whole.contains(item.rect)


def test_a_pact_for_everybody_says_so(painter_for: Callable[[Show], Painter]) -> None:
    show = show_of("banyuwangi")
    state = show.jump(show.first(), 7)
    shown = said(painter_for(show).items(picture_of(View.HALL, HD, show, state)))
    assert "Setiap peserta menandatangani lembarnya masing-masing" in shown


def test_black_is_black_and_the_podium_is_never_covered(banten: Painter) -> None:
    state = banten.show.jump(banten.show.first(), 6).with_black()
    image = banten.image(picture_of(View.HALL, (320, 240), banten.show, state))
    black = QImage(320, 240, QImage.Format.Format_RGB32)
    black.fill(QColor("black"))
    assert image == black
    assert "ANDA MEMBACA" in said(banten.items(picture_of(View.PODIUM, HD, banten.show, state)))


def test_the_logo_cover_names_the_office(banten: Painter) -> None:
    state = banten.show.first().with_logo()
    assert "Banten" in said(banten.items(picture_of(View.HALL, HD, banten.show, state)))


def test_equal_pictures_have_equal_names(banten: Painter) -> None:
    state = banten.show.first()
    covered = [one.with_black() for one in (state, banten.show.next(state))]
    assert len({picture_of(View.HALL, HD, banten.show, one, Live(3)) for one in covered}) == 1
    frozen = picture_of(View.HALL, HD, banten.show, state.with_freeze())
    assert frozen == picture_of(View.HALL, HD, banten.show, state)


@pytest.mark.parametrize("view", View)
def test_a_picture_has_its_own_size_and_is_never_empty(banten: Painter, view: View) -> None:
    for step in banten.show.steps()[::5]:
        image = banten.image(picture_of(view, (640, 360), banten.show, step.state))
        assert (image.width(), image.height()) == (640, 360)
        assert not image.hasAlphaChannel()
        colours = {image.pixel(x, y) for x in range(0, 640, 3) for y in range(0, 360, 3)}
        assert len(colours) > 3


def test_the_leaders_and_the_halls_turn_are_different_pictures(banten: Painter) -> None:
    show = banten.show
    say = show.jump(show.first(), 6)
    assert show.next(say).phase is Phase.REPEAT
    one, other = (
        banten.image(picture_of(View.HALL, (640, 360), show, s)) for s in (say, show.next(say))
    )
    assert one != other


@pytest.mark.parametrize("theme", Theme)
def test_every_pair_of_colours_can_be_read(theme: Theme) -> None:
    for words, ground, least in THEMES[theme].pairs():
        assert contrast(words, ground) >= least, (words, ground)


def test_fitting_is_done_once_and_beforehand(letters: Letters) -> None:
    counted = CountingLetters(letters)
    painter = Painter(show_of("generic"), counted, WORDS)
    painter.prepare(View.HALL, HD)
    fitted = counted.balances
    steps = [step for step in painter.show.steps() if step.text]
    for step in steps:
        painter.items(picture_of(View.HALL, HD, painter.show, step.state))
    assert fitted > 0
    assert counted.balances == fitted


class CountingLetters(Letters):
    """Letters that count how often a phrase was laid out."""

    def __init__(self, letters: Letters) -> None:
        self.__dict__.update(letters.__dict__)
        self.balances = 0

    def balanced(self, words: str, size: float, width: float, *, bold: bool) -> tuple[str, ...]:
        self.balances += 1
        return super().balanced(words, size, width, bold=bold)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None dies only on Python below 3.12")
def test_painting_takes_no_reference_from_none(banten: Painter) -> None:
    """PySide6 6.12 on Python 3.11 took one at each call that returns nothing, until it died."""
    pictures = [
        picture_of(View.HALL, (320, 180), banten.show, step.state) for step in banten.show.steps()
    ]
    for picture in pictures:
        banten.image(picture)
    before = sys.getrefcount(None)
    for picture in pictures:
        banten.image(picture)
    # Dozens of such calls a picture: the fault would take thousands. A few are given, which
    # costs nothing.
    assert sys.getrefcount(None) - before > -len(pictures)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_word_moves_when_its_turn_comes(
    painter_for: Callable[[Show], Painter], template: str
) -> None:
    """From one breath to the next of a page: same lines, same places, bold or not."""
    show = show_of(template)
    painter = painter_for(show)
    for text in show.texts():
        layout = painter.text_layout(text, HD)
        for step in (step for step in show.steps() if step.text == text and step.unit):
            page = layout.page(step.state.part, step.state.phrase)
            items = painter.items(picture_of(View.HALL, HD, show, step.state))
            lines = [item for item in words_of(items) if item.slots]
            assert [line.words for line in lines] == [
                line for box in page.boxes for line in box.lines
            ]
            for line, other in zip(lines, _uttered(painter, show, step, lines), strict=True):
                assert (line.rect.left(), line.baseline) == (other.rect.left(), other.baseline)
                assert [at for at, _ in line.slots] == pytest.approx([at for at, _ in other.slots])


def _uttered(painter: Painter, show: Show, step: Step, lines: list[Words]) -> list[Words]:
    """The same lines one press later; those of this step where another page comes then."""
    items = painter.items(picture_of(View.HALL, HD, show, show.next(step.state)))
    later = [item for item in words_of(items) if item.slots]
    same = [line.words for line in later] == [line.words for line in lines]
    return later if same else lines


def test_letters_of_either_weight_end_where_the_next_word_begins(letters: Letters) -> None:
    typesetter = Typesetter(letters)
    line = "tidak melakukan praktik-praktik intimidasi dan ancaman"
    room = QRectF(0, 0, 3000, 100)
    plain, bold = (
        next(typesetter.steady([line], room, 67, "#ffffff", bold=is_bold))
        for is_bold in (False, True)
    )
    assert [at for at, _ in plain.slots] == [at for at, _ in bold.slots]
    for word, (_, apart), (_, closer) in zip(line.split(), plain.slots, bold.slots, strict=True):
        widths = [
            letters.width(word, 67, bold=is_bold) + len(word) * added
            for is_bold, added in ((False, apart), (True, closer))
        ]
        assert widths[0] == pytest.approx(widths[1])
        assert apart > 0 > closer


def test_arabic_is_drawn_whole(letters: Letters) -> None:
    (line,) = Typesetter(letters).steady(
        ["وَاللَّهِ الْعَظِيمِ"], QRectF(0, 0, 900, 90), 60, "#ffffff", bold=False
    )
    assert line.slots == ()


def test_the_halls_turn_fills_the_band_and_the_leaders_does_not(banten: Painter) -> None:
    show = banten.show
    say = show.jump(show.first(), 6)
    for view, states in ((View.HALL, (say, show.next(say))), (View.PODIUM, (show.next(say), say))):
        bands = [
            [
                item
                for item in banten.items(picture_of(view, HD, show, state))
                if isinstance(item, Fill) and item.colour == NAVY.accent
                if item.rect.width() == HD[0]
            ]
            for state in states
        ]
        assert [len(band) for band in bands] == [0, 1]
