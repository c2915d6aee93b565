"""The show as values: one press a settled state, and nothing else spends one."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app import locator
from ceremony_app.domain.ceremony import Cue, CueKind, Details, Pact, PactForm
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.show import (
    Cover,
    Phase,
    Show,
    ShowState,
    StepIdentity,
    Turn,
    minimum_seconds,
)
from ceremony_app.domain.template import BLANK, fill
from ceremony_app.domain.texts import Pace, Phrase, PhraseRole, Point, Text
from ceremony_app.services.templates import Templates

H, L, A = PhraseRole.HALL, PhraseRole.LEADER, PhraseRole.ALL


def point(*phrases: str, role: PhraseRole = H) -> Point:
    return Point(tuple(Phrase(words, role) for words in phrases))


TEXT = Text(
    id="t1",
    key="ikrar",
    title="Ikrar",
    opening=point("Kami berikrar:", role=A),
    points=(point("satu dua", "tiga"), point("empat")),
    closing=point("Demikian ikrar ini.", role=L),
)


def show_of(text: Text = TEXT, *more: Cue, pacts: tuple[Pact, ...] = ()) -> Show:
    programme = (
        Cue("c1", CueKind.HOLDING, "Registrasi"),
        Cue("c2", CueKind.TEXT, "Ikrar", text=text.id),
        Cue("c3", CueKind.BLANK, "Penutup"),
        *more,
    )
    return Show(Details("t", "T", programme=programme, pacts=pacts), (text,))


def walk(show: Show) -> list[ShowState]:
    states = [show.first()]
    while (after := show.next(states[-1])) != states[-1]:
        states.append(after)
    return states


def brief(show: Show, states: list[ShowState]) -> list[tuple[int, int, int, str, str]]:
    return [
        (state.cue, state.part, state.phrase, state.phase, show.step(state).turn)
        for state in states
    ]


def test_a_phrase_is_led_then_repeated_and_the_next_press_is_the_next_phrase() -> None:
    show = show_of()
    assert brief(show, walk(show)) == [
        (0, 0, 0, "done", "nobody"),
        (1, 0, 0, "say", "all"),
        (1, 1, 0, "say", "leader"),
        (1, 1, 0, "repeat", "hall"),
        (1, 1, 1, "say", "leader"),
        (1, 1, 1, "repeat", "hall"),
        (1, 2, 0, "say", "leader"),
        (1, 2, 0, "repeat", "hall"),
        (1, 3, 0, "say", "leader"),
        (2, 0, 0, "done", "nobody"),
    ]


def test_with_the_leader_alone_nothing_is_repeated() -> None:
    show = show_of(replace(TEXT, pace=Pace.LEADER))
    turns = [show.step(state).turn for state in walk(show)]
    assert turns == [Turn.NOBODY, *[Turn.LEADER] * 5, Turn.NOBODY]


def test_at_the_pace_of_points_a_point_is_one_breath() -> None:
    show = show_of(replace(TEXT, pace=Pace.POINT))
    said = [show.step(state).words for state in walk(show) if state.cue == 1]
    assert said == [
        "Kami berikrar:",
        "satu dua tiga",
        "satu dua tiga",
        "empat",
        "empat",
        "Demikian ikrar ini.",
    ]


def test_at_the_pace_of_points_another_role_begins_another_breath() -> None:
    mixed = Point((Phrase("satu", L), Phrase("dua", H), Phrase("tiga", H)))
    show = show_of(Text("t1", "k", "T", (mixed,), pace=Pace.POINT))
    steps = [show.step(state) for state in walk(show) if state.cue == 1]
    assert [(step.words, step.turn) for step in steps] == [
        ("satu", Turn.LEADER),
        ("dua tiga", Turn.LEADER),
        ("dua tiga", Turn.HALL),
    ]


def test_steps_are_what_pressing_next_walks_through() -> None:
    show = show_of()
    assert [step.state for step in show.steps()] == walk(show)


@given(st.lists(st.sampled_from(["next", "back", "black", "logo", "freeze"]), max_size=60))
def test_back_undoes_next_and_covers_never_move_the_show(presses: list[str]) -> None:
    show = show_of()
    state, at = show.first(), 0
    last = len(show.steps()) - 1
    for press in presses:
        covers = (state.cover, state.frozen)
        if press == "next":
            state, at = show.next(state), min(at + 1, last)
        elif press == "back":
            state, at = show.back(state), max(at - 1, 0)
        elif press == "freeze":
            state = state.with_freeze()
        else:
            state = state.with_black() if press == "black" else state.with_logo()
        if press in ("next", "back"):
            assert (state.cover, state.frozen) == covers
        assert show.step(state) is show.steps()[at]


def test_covers_are_exclusive_and_each_key_takes_its_own_away() -> None:
    state = ShowState()
    assert state.with_black().cover is Cover.BLACK
    assert state.with_black().with_logo().cover is Cover.LOGO
    assert state.with_black().with_black().cover is Cover.NONE
    assert state.with_logo().with_logo().cover is Cover.NONE
    assert state.with_freeze().with_freeze() == state


def test_a_jump_goes_to_where_the_phrase_is_led_and_keeps_the_cover() -> None:
    show = show_of()
    black = show.first().with_black()
    assert show.jump(black, 1, 1, 1) == ShowState(1, 1, 1, Phase.SAY, Cover.BLACK)
    assert show.jump(black, 2) == ShowState(2, cover=Cover.BLACK)
    by_points = show_of(replace(TEXT, pace=Pace.POINT))
    assert by_points.jump(by_points.first(), 1, 1, 1) == ShowState(1, 1, 0, Phase.SAY)


@pytest.mark.parametrize("place", [(9, 0, 0), (1, 9, 0), (1, 1, 9)])
def test_a_jump_to_nowhere_is_an_error(place: tuple[int, int, int]) -> None:
    show = show_of()
    with pytest.raises(LookupError):
        show.jump(show.first(), *place)


def test_the_identity_of_a_step_has_no_words_and_holds_the_hash_of_the_text() -> None:
    show = show_of()
    identities = [step.identity for step in show.steps()]
    assert identities[3] == StepIdentity("c2", 1, 0, Phase.REPEAT, TEXT.sha256)
    assert identities[0] == StepIdentity("c1", 0, 0, Phase.DONE, "")
    assert len(set(identities)) == len(identities)


def test_labels_and_codes_tell_the_steps_apart() -> None:
    show = show_of()
    words = Catalogue.read(locator.installed().translations, "id")
    labels = [words.say(step.label) for step in show.steps()]
    assert labels[0] == "1. Registrasi"
    assert labels[3] == "2. Ikrar: Butir 1, penggal 1, HADIRIN MENGIKUTI"
    assert len(set(labels)) == len(labels)
    codes = [step.code for step in show.steps()]
    assert codes[:3] == ["01-holding", "02-text-opening.1-say", "02-text-1.1-say"]
    assert codes[-2] == "02-text-closing.1-say"
    assert len(set(codes)) == len(codes)


def test_numbers_count_points_only_and_positions_count_breaths() -> None:
    steps = [step for step in show_of().steps() if step.text]
    assert [step.number for step in steps] == [0, 1, 1, 1, 1, 2, 2, 0]
    assert [step.position for step in steps] == [1, 2, 2, 3, 3, 4, 4, 5]
    assert {step.total for step in steps} == {5}


def test_a_calm_reader_needs_a_quarter_of_a_second_a_word() -> None:
    assert minimum_seconds("Menolak politik uang") == pytest.approx(0.75)
    assert show_of().steps()[0].minimum_seconds == 0


def test_an_optional_text_is_left_out_until_it_is_written() -> None:
    blank = replace(TEXT, id="t2", optional=True, points=(point(BLANK),))
    programme = (Cue("c1", CueKind.TEXT, "A", text="t1"), Cue("c2", CueKind.TEXT, "B", text="t2"))
    details = Details("t", "T", programme=programme)
    assert [cue.id for cue in Show(details, (TEXT, blank)).cues] == ["c1"]
    written = replace(blank, points=(point("Jujur."),))
    assert [cue.id for cue in Show(details, (TEXT, written)).cues] == ["c1", "c2"]
    asked_for = replace(blank, optional=False)
    assert [cue.id for cue in Show(details, (TEXT, asked_for)).cues] == ["c1", "c2"]


def test_so_is_the_signing_of_an_optional_pact() -> None:
    pact = Pact("p1", "k", "Pakta", (BLANK,), PactForm.INDIVIDUAL, optional=True)
    cue = Cue("c4", CueKind.SIGNING, "Tanda tangan", pact="p1")
    assert len(show_of(TEXT, cue, pacts=(pact,)).cues) == 3
    assert len(show_of(TEXT, cue, pacts=(replace(pact, points=("Jujur.",)),)).cues) == 4


def test_nothing_to_show_and_a_missing_text_are_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match=r"show\.empty"):
        Show(Details("t", "T"), ())
    with pytest.raises(Refused, match=r"show\.no_text"):
        Show(Details("t", "T", programme=(Cue("c", CueKind.TEXT, "A", text="x"),)), ())


def test_steps_of_a_cue_and_texts_of_the_show() -> None:
    show = show_of()
    assert [step.state.cue for step in show.steps_of(1)] == [1] * 8
    assert show.texts() == (TEXT,)


@pytest.mark.parametrize("name", Templates(locator.installed().templates).ids())
def test_every_template_makes_a_show(name: str) -> None:
    numbers = itertools.count()
    template = Templates(locator.installed().templates).get(name)
    show = Show(*fill(template, {}, lambda: str(next(numbers))))
    assert len({step.code for step in show.steps()}) == len(show.steps())


def test_banten_takes_thirty_presses_for_its_fifteen_phrases() -> None:
    numbers = itertools.count()
    template = Templates(locator.installed().templates).get("banten")
    show = Show(*fill(template, {}, lambda: str(next(numbers))))
    assert len([step for step in show.steps() if step.text]) == 30
