"""Which screen is whose: remembered, chosen, swapped, explained, and numbered on request."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from ceremony_app.projector.screen_sign import ScreenSign
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.tools import Tools
from tests.helpers.fake_screens import ACER, EPSON, LAPTOP
from tests.helpers.running import MakeShow


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


def test_settings_that_somebody_spoilt_are_no_choice(run: MakeShow, tools: Tools) -> None:
    tools.settings.remember_choice("screen.hall", "{]")
    running = run(EPSON)
    running.open()
    assert running.stands_on() == "HDMI-1"


def test_the_operators_screen_is_known_again_when_it_was_away(run: MakeShow) -> None:
    """Else a projector that then shows the same would hide the console behind the hall."""
    running = run(EPSON)
    running.open()
    running.screens.unplug("eDP-1")
    assert running.stands_on() == "HDMI-1"
    running.screens.plug(LAPTOP)
    running.screens.move("HDMI-1", LAPTOP.box)
    assert running.show.is_lost(Place.HALL)
    running.screens.move("HDMI-1", EPSON.box)
    assert running.stands_on() == "HDMI-1"


def test_the_previews_keep_their_shape_while_the_projector_is_away(run: MakeShow) -> None:
    running = run(EPSON)
    running.open()
    shape = running.show.hall_shape()
    running.screens.unplug("HDMI-1")
    assert running.show.hall_shape() == shape
