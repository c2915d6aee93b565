"""What is said of a text's reach, and what would help."""

from dataclasses import replace

import pytest

from ceremony_app.domain.ceremony import Look
from ceremony_app.domain.checks import State
from ceremony_app.domain.legibility import Reach
from ceremony_app.domain.legible import Judgement, judge, readiness
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.texts import Pace, Text

TEXT = Text("t", "ikrar", "Ikrar", (suggested_point("Setia."), suggested_point("Jujur.")))
MEASURED = Look(hall_depth_m=18.0, picture_height_m=2.5)
SMALL = Reach(capital=0.03, part=1, phrase=0, pages=1)
LARGE = Reach(capital=0.08, part=0, phrase=0, pages=2, is_largest=True)


def keys(judged: Judgement) -> list[str]:
    return [judged.says.key, *(advice.key for advice in judged.advice)]


def by_pace(text: Text) -> Reach:
    return LARGE if text.pace is Pace.PHRASE else SMALL


def test_what_the_last_row_can_read_is_good(indonesian: Catalogue) -> None:
    judged = judge(TEXT, MEASURED, lambda _: LARGE)
    assert judged.is_good
    assert indonesian.say(judged.says) == "Terbaca sampai 31,0 m, cukup untuk aula sedalam 18 m."
    assert judged.advice == ()


def test_letters_that_just_reach_are_enough() -> None:
    just = replace(LARGE, capital=18 / (2.5 * 155))
    assert judge(TEXT, MEASURED, lambda _: just).is_good


def test_too_long_a_breath_is_named_with_what_else_would_help(indonesian: Catalogue) -> None:
    judged = judge(TEXT, MEASURED, lambda _: SMALL)
    assert not judged.is_good
    assert keys(judged) == ["look.too_far", "look.shorter", "look.larger_picture"]
    said = " ".join(indonesian.say(words) for words in (judged.says, *judged.advice))
    assert "sampai 11,6 m" in said
    assert "Butir 2, penggal 1" in said
    assert "setinggi 3,9 m" in said


def test_a_text_led_by_points_is_advised_to_go_by_phrases(indonesian: Catalogue) -> None:
    judged = judge(replace(TEXT, pace=Pace.POINT), MEASURED, by_pace)
    assert keys(judged) == ["look.too_far", "look.by_phrase", "look.larger_picture"]
    assert "31,0 m" in indonesian.say(judged.advice[0])


def test_no_advice_that_changes_nothing() -> None:
    judged = judge(replace(TEXT, pace=Pace.POINT), MEASURED, lambda _: SMALL)
    assert keys(judged) == ["look.too_far", "look.shorter", "look.larger_picture"]
    largest = replace(LARGE, capital=0.04)
    assert keys(judge(TEXT, MEASURED, lambda _: largest)) == [
        "look.too_far",
        "look.larger_picture",
    ]


@pytest.mark.parametrize(
    ("look", "key"),
    [
        (Look(), "look.unmeasured"),
        (replace(MEASURED, picture_height_m=0.0), "look.unmeasured"),
        (replace(MEASURED, hall_depth_m=0.0), "look.reads_to"),
    ],
)
def test_what_nobody_measured_is_said(look: Look, key: str) -> None:
    judged = judge(TEXT, look, lambda _: LARGE)
    assert (judged.says.key, judged.is_good, judged.reaches) == (key, False, None)


@pytest.mark.parametrize("look", [MEASURED, Look()])
def test_signs_that_cannot_be_shown_are_never_good(look: Look, indonesian: Catalogue) -> None:
    judged = judge(TEXT, look, lambda _: replace(LARGE, missing=("🤝", "漢")))
    assert not judged.is_good
    assert "🤝 漢" in indonesian.say(judged.advice[-1])


def ready(look: Look, reach: Reach, odd: str = "") -> tuple[State, str]:
    check = readiness(look, [(TEXT, judge(TEXT, look, lambda _: reach))], odd)
    return check.state, check.says.key


@pytest.mark.parametrize(
    ("look", "reach", "odd", "state", "key"),
    [
        (MEASURED, LARGE, "", State.OK, "look.ready.ok"),
        (MEASURED, SMALL, "", State.WARN, "look.ready.too_far"),
        (Look(), LARGE, "", State.WARN, "look.unmeasured"),
        (MEASURED, replace(LARGE, missing=("🤝",)), "", State.WARN, "look.missing_signs"),
        (MEASURED, LARGE, "漢", State.WARN, "look.missing_signs"),
    ],
)
def test_readiness_says_in_one_line_what_is_to_be_done_first(
    look: Look, reach: Reach, odd: str, state: State, key: str
) -> None:
    assert ready(look, reach, odd) == (state, key)


def test_readiness_names_the_text_that_is_read_least_far(indonesian: Catalogue) -> None:
    other = replace(TEXT, title="Janji")
    smaller = replace(SMALL, capital=0.02)
    judged = [(TEXT, judge(TEXT, MEASURED, lambda _: SMALL))]
    judged.append((other, judge(other, MEASURED, lambda _: smaller)))
    said = indonesian.say(readiness(MEASURED, judged, ()).says)
    assert said.startswith('"Janji" hanya terbaca sampai 7,7 m')
