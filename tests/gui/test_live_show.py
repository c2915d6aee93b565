"""The running show: what its windows show, and what it tells, while screens come and go."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ceremony_app.domain.ceremony import Theme
from ceremony_app.domain.live import Live, Pacing
from ceremony_app.domain.show import Show
from ceremony_app.ui_kit.running_show import Place
from tests.helpers.fake_screens import EPSON
from tests.helpers.fake_show import PROGRAMME, small_show
from tests.helpers.paints import Paints
from tests.helpers.running import TITLES, MakeShow


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


def test_the_podiums_clock_paints_nothing_in_the_hall(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.open(Place.PODIUM)
    running.show.jump(2)
    running.wait_for(1)
    hall, podium = Paints(running.window()), Paints(running.window(Place.PODIUM))
    for second in range(5):
        running.show.tell(Live(4, 5, pacing=Pacing("08.00", second, 300)))
    assert (hall.count, podium.count) == (0, 5)
    running.show.go_next()
    assert hall.count > 0


def test_a_look_that_changes_is_seen_at_once(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    running.wait_for(1)
    dark = running.window().grab().toImage().pixelColor(3, 3)
    show = running.show.show
    white = replace(show.details, look=replace(show.details.look, theme=Theme.WHITE))
    running.show.change_programme(Show(white, show.texts()))
    assert running.window().grab().toImage().pixelColor(3, 3) != dark


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


def test_nothing_is_painted_while_the_screen_is_away(run: MakeShow) -> None:
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
