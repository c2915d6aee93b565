"""The running show on screens that a test plugs in and out: its windows, and what it tells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ceremony_app.domain.live import Live
from ceremony_app.domain.show import Show, Step
from ceremony_app.projector import hall_window, podium_window, shared_window
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screen_match import ScreenIdentity
from ceremony_app.projector.screen_sign import ScreenSign
from ceremony_app.projector.screen_window import ScreenWindow
from ceremony_app.ui_kit.running_show import Place, ScreenChoice
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.fake_screens import ACER, EPSON, LAPTOP, FakeScreens
from tests.helpers.fake_show import PROGRAMME, small_show
from tests.helpers.windows import LOCATOR

TITLES = {
    Place.HALL: hall_window.TITLE,
    Place.PODIUM: podium_window.TITLE,
    Place.SHARED: shared_window.TITLE,
}


@dataclass
class Running:
    """A show on fake screens, and all that it told."""

    qtbot: QtBot
    qapp: QApplication
    show: LiveShow
    screens: FakeScreens
    told: list[tuple[Step, str, bool]] = field(default_factory=list)
    asked: list[tuple[Place, tuple[ScreenChoice, ...]]] = field(default_factory=list)
    changes: int = 0

    def __post_init__(self) -> None:
        self.show.presented.connect(lambda *told: self.told.append(told))
        self.show.ask_screen.connect(lambda *asked: self.asked.append(asked))
        self.show.outputs_changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    @property
    def cues(self) -> list[tuple[str, str, bool]]:
        """What was told, by the cue's id."""
        return [(step.cue.id, screen, visible) for step, screen, visible in self.told]

    def open(self, place: Place = Place.HALL) -> None:
        self.show.open(place, self.qapp.primaryScreen())

    def wait_for(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.told) >= count)
        assert len(self.told) == count

    def window(self, place: Place = Place.HALL) -> ScreenWindow:
        windows = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == TITLES[place]]
        (found,) = (window for window in windows if isinstance(window, ScreenWindow))
        return found

    def stands_on(self, place: Place = Place.HALL) -> str:
        return self.show.screen_of(place)


MakeShow = Callable[..., Running]


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, tools: Tools) -> Iterator[MakeShow]:
    """Make a show on the laptop and whatever is plugged in; one that was made before has ended."""
    made: list[Running] = []

    def make(*plugged: ScreenIdentity, show: Show | None = None) -> Running:
        screens = FakeScreens(qapp.primaryScreen(), *plugged)
        painter = painter_of(show or small_show(), LOCATOR)
        live = LiveShow(painter, screens, tools.settings, tools.say)
        made.append(Running(qtbot, qapp, live, screens))
        return made[-1]

    yield make
    for one in made:
        one.show.close_all()
    for sign in QApplication.topLevelWidgets():
        if isinstance(sign, ScreenSign):
            sign.close()
    # Windows that were dismissed wait for the event loop, which the next test would begin.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_hall_is_shown_on_the_projector_and_told(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    assert running.cues == [("c1", "HDMI-1", True)]
    assert running.stands_on() == "HDMI-1"
    assert running.window().armed_screen is running.qapp.primaryScreen()


def test_the_projector_goes_and_the_show_goes_on(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.changes = 0
    running.screens.unplug("HDMI-1")
    assert running.show.is_lost(Place.HALL)
    assert running.show.is_open(Place.HALL)
    assert not running.window().isVisible()
    assert running.changes > 0
    assert running.cues[1:] == [("c1", "HDMI-1", False)]
    running.show.go_next()
    assert running.show.state.cue == 1
    running.screens.plug(replace(EPSON, name="DP-5"))
    running.wait_for(3)
    assert running.cues[2:] == [("c2", "DP-5", True)]
    assert not running.show.is_lost(Place.HALL)


def test_the_same_step_is_told_again_when_it_is_back(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.screens.unplug("HDMI-1")
    running.screens.plug(EPSON)
    running.wait_for(3)
    assert [visible for _, _, visible in running.cues] == [True, False, True]


def test_a_projector_that_only_sleeps_changes_nothing(run: MakeShow) -> None:
    """Its screen stays listed; nothing is told and nothing is hidden."""
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.screens.changed.emit()
    assert running.window().isVisible()
    assert len(running.told) == 1


def test_a_lent_screen_is_told_as_unseen_and_again_as_seen(run: MakeShow) -> None:
    running = run(EPSON)
    running.show.lend()
    assert not running.show.is_lent
    running.open()
    running.wait_for(1)
    running.show.lend()
    assert running.show.is_lent
    assert not running.window().isVisible()
    assert running.stands_on() == "HDMI-1"
    assert running.cues[1:] == [("c1", "HDMI-1", False)]
    running.show.go_next()
    running.show.go_next()
    running.show.take_back()
    running.wait_for(3)
    assert running.cues[2:] == [("c3", "HDMI-1", True)]
    assert not running.show.is_lent


def test_a_hall_that_is_closed_while_it_is_lent_opens_as_any_other(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.show.lend()
    running.show.close(Place.HALL)
    running.open()
    assert not running.show.is_lent
    running.wait_for(3)


def test_the_choice_is_remembered_on_this_machine(run: MakeShow) -> None:
    first = run(EPSON, ACER)
    first.open()
    assert not first.show.is_open(Place.HALL)
    ((place, choices),) = first.asked
    assert place is Place.HALL
    size = first.qapp.primaryScreen().size()
    pixels = f"{size.width()} × {size.height()}"
    assert [choice.words for choice in choices] == [
        f"2 · EPSON EB-X41 · HDMI-1 · {pixels}",
        f"3 · ACER K242 · DP-1 · {pixels}",
    ]
    first.show.choose(Place.HALL, choices[1].key, first.qapp.primaryScreen())
    assert first.stands_on() == "DP-1"
    first.show.close_all()
    second = run(EPSON, ACER)
    second.open()
    assert second.asked == []
    assert second.stands_on() == "DP-1"


def test_a_chosen_screen_that_has_gone_is_asked_about_again(run: MakeShow) -> None:
    running = run(EPSON, ACER)
    running.open()
    key = running.asked[0][1][1].key
    running.screens.unplug("DP-1")
    running.show.choose(Place.HALL, key, running.qapp.primaryScreen())
    assert not running.show.is_open(Place.HALL)
    assert len(running.asked) == 2


def test_the_podium_leaves_the_only_other_screen_to_the_hall(run: MakeShow) -> None:
    running = run(EPSON)
    running.open(Place.PODIUM)
    assert running.stands_on(Place.PODIUM) == ""
    assert running.window(Place.PODIUM).isVisible()
    running.open()
    assert running.stands_on() == "HDMI-1"


def test_the_podium_takes_the_third_screen_and_swaps_with_the_hall(run: MakeShow) -> None:
    running = run(EPSON, ACER)
    running.open()
    running.show.choose(Place.HALL, running.asked[0][1][0].key, running.qapp.primaryScreen())
    running.open(Place.PODIUM)
    assert (running.stands_on(), running.stands_on(Place.PODIUM)) == ("HDMI-1", "DP-1")
    running.show.swap(running.qapp.primaryScreen())
    assert (running.stands_on(), running.stands_on(Place.PODIUM)) == ("DP-1", "HDMI-1")
    running.screens.unplug("DP-1", "HDMI-1")
    assert running.show.is_lost(Place.HALL)
    assert running.show.is_lost(Place.PODIUM)
    running.screens.plug(EPSON)
    assert running.show.is_lost(Place.HALL)
    running.screens.plug(ACER)
    assert (running.stands_on(), running.stands_on(Place.PODIUM)) == ("DP-1", "HDMI-1")


def test_a_podium_that_waits_is_given_to_a_hall_that_is_opened_later(run: MakeShow) -> None:
    """The hall's screen is kept free for it as far as it is known."""
    running = run(EPSON, ACER)
    running.show.choose(Place.HALL, str(running.screens.number("DP-1")), running.screens.screen(1))
    running.show.close(Place.HALL)
    running.open(Place.PODIUM)
    assert running.stands_on(Place.PODIUM) == "HDMI-1"


def test_swapping_with_nowhere_to_go_does_nothing(run: MakeShow) -> None:
    running = run(EPSON)
    running.show.swap(running.qapp.primaryScreen())
    assert not running.show.is_open(Place.HALL)
    running.open()
    running.show.swap(running.qapp.primaryScreen())
    assert running.stands_on() == "HDMI-1"


def test_the_operators_own_screen_can_be_chosen_and_is_an_ordinary_window(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.show.choose(Place.HALL, "1", running.qapp.primaryScreen())
    assert running.stands_on() == ""
    assert running.window().isVisible()
    assert running.window().armed_screen is None
    running.screens.unplug("HDMI-1")
    assert running.window().isVisible()


def test_a_single_and_a_mirrored_screen_are_explained(run: MakeShow) -> None:
    running = run()
    operators = running.qapp.primaryScreen()
    single = running.show.advice(operators)
    assert single is not None
    assert single.key == "screens.single"
    running.open()
    assert running.window().isVisible()
    running.screens.plug(replace(EPSON, box=LAPTOP.box))
    mirrored = running.show.advice(operators)
    assert mirrored is not None
    assert mirrored.key == "screens.mirrored"
    choices = running.show.screens(operators)
    assert [(one.is_operators, one.is_mirrored) for one in choices] == [(True, True), (False, True)]
    running.screens.move("HDMI-1", EPSON.box)
    assert running.show.advice(operators) is None
    assert [(place, len(seen)) for place, seen in running.asked] == [(Place.HALL, 1)]


def test_screens_are_listed_with_the_operators_first(run: MakeShow) -> None:
    running = run(EPSON)
    words = [one.words[:8] for one in running.show.screens(running.qapp.primaryScreen())]
    assert words == ["1 · BOE ", "2 · EPSO"]


def test_every_screen_says_which_one_it_is(run: MakeShow) -> None:
    running = run(EPSON, ACER)
    running.show.choose(Place.HALL, str(running.screens.number("DP-1")), running.screens.screen(1))
    running.show.identify()
    signs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ScreenSign)]
    said = sorted(sign.accessibleName().split(" · ")[0] for sign in signs)
    assert said == ["1: BOE NT140", "2: EPSON EB-X41", "3: ACER K242"]
    roles = {sign.accessibleName()[0]: sign.accessibleName().split(", ")[-1] for sign in signs}
    assert roles == {"1": "Layar operator", "2": "Belum dipakai", "3": "Layar aula"}
    assert all(sign.isVisible() for sign in signs)


def test_the_shared_window_shows_the_halls_picture_and_is_closed_by_hand(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.open(Place.SHARED)
    running.wait_for(1)
    shared = running.window(Place.SHARED)
    assert running.stands_on(Place.SHARED) == ""
    assert shared.grab().toImage().pixelColor(3, 3) == running.window().grab().toImage().pixelColor(
        3, 3
    )
    shared.close()
    assert not running.show.is_open(Place.SHARED)
    assert running.show.is_open(Place.HALL)


def test_a_frozen_hall_keeps_counts_and_step_and_is_still_covered(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.open(Place.PODIUM)
    running.wait_for(1)
    size = QSize(320, 180)
    running.show.freeze()
    before = running.show.preview(size)
    running.show.tell(Live(3, 5))
    running.show.go_next()
    assert running.show.preview(size) == before
    assert running.show.state.cue == 1
    assert len(running.told) == 1
    running.show.go_black()
    running.wait_for(2)
    assert running.cues[1] == ("c1", "HDMI-1", False)
    running.show.go_black()
    running.wait_for(3)
    running.show.freeze()
    running.wait_for(4)
    assert running.cues[2:] == [("c1", "HDMI-1", True), ("c2", "HDMI-1", True)]


def test_the_programme_changes_and_the_hall_stays_where_it_was(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.show.jump(2)
    running.wait_for(1)
    image = running.show.preview(QSize(320, 180))
    running.show.change_programme(small_show(PROGRAMME[1:]))
    assert running.show.state.cue == 1
    assert running.show.step.cue.id == "c3"
    assert running.show.preview(QSize(320, 180)) == image
    with running.qtbot.assertNotEmitted(running.show.presented, wait=50):
        pass
    running.show.change_programme(small_show(PROGRAMME[:2]))
    running.wait_for(2)
    assert running.cues[-1] == ("c2", "HDMI-1", True)


def fading_show() -> Show:
    show = small_show()
    details = replace(show.details, look=replace(show.details.look, fades=True))
    return Show(details, show.texts())


def test_a_step_fades_and_a_cover_or_a_jump_does_not(run: MakeShow) -> None:
    running = run(EPSON, show=fading_show())
    running.open()
    running.wait_for(1)
    running.show.go_next()
    assert running.window().is_fading
    assert len(running.told) == 1
    running.wait_for(2)
    assert not running.window().is_fading
    running.show.go_black()
    assert not running.window().is_fading
    running.wait_for(3)
    running.show.go_black()
    running.wait_for(4)
    running.show.jump(3)
    assert not running.window().is_fading
    running.wait_for(5)
    assert [cue for cue, _, _ in running.cues] == ["c1", "c2", "c2", "c2", "c4"]


def test_nothing_fades_unless_the_office_wants_it(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.show.go_next()
    assert not running.window().is_fading


def test_settings_that_somebody_spoilt_are_no_choice(run: MakeShow, tools: Tools) -> None:
    tools.settings.remember_choice("screen.hall", "{]")
    running = run(EPSON)
    running.open()
    assert running.stands_on() == "HDMI-1"


def test_nothing_is_painted_while_the_screen_is_away(run: MakeShow, tmp_path: Path) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    running.screens.unplug("HDMI-1")
    running.show.go_next()
    assert running.window().grab().toImage().pixelColor(3, 3).name() == "#000000"


def test_windows_are_gone_when_the_show_is(run: MakeShow) -> None:
    running = run(EPSON)
    for place in Place:
        running.open(place)
    running.show.close_all()
    left: list[QWidget] = [
        w for w in QApplication.topLevelWidgets() if w.windowTitle() in TITLES.values()
    ]
    assert not any(window.isVisible() for window in left)
    assert not any(running.show.is_open(place) for place in Place)
