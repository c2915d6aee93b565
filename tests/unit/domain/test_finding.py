"""Finding a place in a show that has changed, and words in one that has not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.finding import carried, place_of, search
from ceremony_app.domain.phrases import join, split
from ceremony_app.domain.show import Cover, Phase, Show, ShowState
from ceremony_app.domain.texts import Pace, Phrase, PhraseRole, Point, Text

TEXT = Text(
    id="t1",
    key="ikrar",
    title="Ikrar Netralitas",
    opening=Point((Phrase("Kami berikrar:", PhraseRole.ALL),)),
    points=(
        Point((Phrase("Menjaga dan menegakkan prinsip"), Phrase("netralitas pegawai."))),
        Point((Phrase("Menggunakan media sosial"), Phrase("secara bijak,"), Phrase("dan jujur."))),
    ),
)
PROGRAMME = (
    Cue("c1", CueKind.HOLDING, "Registrasi"),
    Cue("c2", CueKind.TEXT, "Pengucapan", text="t1"),
    Cue("c3", CueKind.PRAYER, "Doa", subtitle="Dipimpin rohaniwan"),
    Cue("c4", CueKind.CLOSING, "Penutup"),
)


def show_of(programme: Sequence[Cue] = PROGRAMME, text: Text = TEXT) -> Show:
    return Show(Details("t", "T", programme=tuple(programme)), (text,))


states = st.sampled_from([step.state for step in show_of().steps()])
covers = st.tuples(st.sampled_from(Cover), st.booleans())
cues = st.permutations(PROGRAMME).flatmap(
    lambda order: st.lists(st.booleans(), min_size=4, max_size=4).map(
        lambda skips: tuple(
            replace(cue, skipped=skip) for cue, skip in zip(order, skips, strict=True)
        )
    )
)


def test_the_same_show_is_stood_in_at_the_same_place() -> None:
    for step in show_of().steps():
        assert carried(step.state, show_of(), show_of()) == step.state


@given(states, covers, cues.filter(lambda order: not all(cue.skipped for cue in order)))
def test_whatever_becomes_of_the_programme_a_cue_that_is_left_is_stood_in_at_the_same_step(
    state: ShowState, cover: tuple[Cover, bool], programme: tuple[Cue, ...]
) -> None:
    before, after = show_of(), show_of(programme)
    covered = replace(state, cover=cover[0], frozen=cover[1])
    there = carried(covered, before, after)
    assert (there.cover, there.frozen) == cover
    left, found = before.step(state), after.step(there)
    shown = [cue.id for cue in after.cues]
    if left.cue.id in shown:
        assert found.identity == left.identity
        return
    order = [cue.id for cue in programme]
    behind = order[order.index(left.cue.id) + 1 :]
    expected = next((cue for cue in behind if cue in shown), None)
    if expected is None:
        assert found == after.steps()[-1]
    else:
        assert found == next(step for step in after.steps() if step.cue.id == expected)


@given(states, st.sets(st.sampled_from(["c1", "c2", "c3", "c4"]), max_size=3))
def test_after_cues_were_taken_out_the_next_one_that_is_left_is_stood_in(
    state: ShowState, gone: set[str]
) -> None:
    before = show_of()
    after = show_of([cue for cue in PROGRAMME if cue.id not in gone])
    found = after.step(carried(state, before, after)).cue.id
    at = before.step(state).cue.id
    left = [cue.id for cue in after.cues]
    assert found == next((cue for cue in left if cue >= at), left[-1])


regroupings = st.lists(
    st.tuples(st.sampled_from(["join", "split"]), st.integers(0, 9), st.integers(1, 9)), max_size=6
)


def regrouped(point: Point, deeds: Sequence[tuple[str, int, int]]) -> Point:
    for deed, index, word in deeds:
        try:
            point = join(point, index) if deed == "join" else split(point, index, word)
        except IndexError:
            continue
    return point


@given(states, regroupings, st.sampled_from(Pace))
def test_regrouped_words_are_stood_in_at_the_phrase_with_the_same_word(
    state: ShowState, deeds: list[tuple[str, int, int]], pace: Pace
) -> None:
    before = show_of()
    points = tuple(regrouped(point, deeds) for point in TEXT.points)
    changed = replace(TEXT, points=points, pace=pace)
    assert changed.sha256 == TEXT.sha256
    after = show_of(text=changed)
    left, found = before.step(state), after.step(carried(state, before, after))
    assert found.cue.id == left.cue.id
    if left.text is not None:
        assert found.state.part == left.state.part
        assert left.words.split()[0] in found.words.split()
        phases = {
            step.state.phase
            for step in after.steps()
            if step.unit == found.unit and step.cue == found.cue
        }
        if left.state.phase in phases:
            assert found.state.phase is left.state.phase


def test_a_text_that_says_something_else_is_begun_anew() -> None:
    before = show_of()
    point = Point((Phrase("Menjaga dan menegakkan asas"), *TEXT.points[0].phrases[1:]))
    after = show_of(text=replace(TEXT, points=(point, *TEXT.points[1:])))
    at = ShowState(1, 2, 1, Phase.REPEAT, Cover.BLACK)
    assert carried(at, before, after) == ShowState(1, 0, 0, Phase.SAY, Cover.BLACK)


def test_a_cue_that_now_shows_another_thing_is_begun_anew() -> None:
    programme = [replace(cue, kind=CueKind.BLANK, text="") for cue in PROGRAMME]
    after = show_of(programme)
    assert carried(ShowState(1, 2, 1, Phase.REPEAT), show_of(), after) == ShowState(1)


def test_an_event_names_a_place_as_long_as_its_cue_is_shown() -> None:
    show = show_of()
    for step in show.steps():
        assert place_of(show, step.identity) == step.state
    pledge = show.steps_of(1)[3].identity
    changed = replace(TEXT, title="Sumpah")
    assert place_of(show_of(text=changed), pledge) == ShowState(1, 0, 0, Phase.SAY)
    skipping = [replace(cue, skipped=cue.id == "c2") for cue in PROGRAMME]
    assert place_of(show_of(skipping), pledge) is None


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("MEDIA", [(1, 2, 0)]),
        ("bijak dan", [(1, 2, 1)]),
        ("netralitas", [(1, 0, 0), (1, 1, 1)]),
        ("rohaniwan", [(2, 0, 0)]),
        ("2", [(1, 0, 0), (1, 2, 0)]),
        ("4", [(3, 0, 0)]),
        ("penutup", [(3, 0, 0)]),
        ("tidak ada", []),
        (" .,", []),
        ("", []),
    ],
)
def test_words_titles_and_numbers_are_found(asked: str, places: list[tuple[int, int, int]]) -> None:
    found = [step.state for step in search(show_of(), asked)]
    assert [(state.cue, state.part, state.phrase) for state in found] == places
    assert all(state.phase is not Phase.REPEAT for state in found)


@given(states, st.data())
def test_any_words_that_are_shown_are_found_where_they_are_shown(
    state: ShowState, data: st.DataObject
) -> None:
    show = show_of()
    step = show.step(state)
    words = (step.words or step.cue.title).split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    found = search(show, " ".join(words[start:end]))
    assert (step.state.cue, step.state.part, step.state.phrase) in [
        (one.state.cue, one.state.part, one.state.phrase) for one in found
    ]


def test_what_is_skipped_is_passed_over() -> None:
    programme = [replace(cue, skipped=cue.id in ("c1", "c3")) for cue in PROGRAMME]
    show = show_of(programme)
    assert [cue.id for cue in show.cues] == ["c2", "c4"]
    assert show.details.programme == tuple(programme)


@pytest.mark.parametrize("kind", [kind for kind in CueKind if kind is not CueKind.TEXT])
def test_every_kind_without_a_text_is_one_step(kind: CueKind) -> None:
    show = show_of([Cue("c", kind, "Acara")])
    (step,) = show.steps()
    assert (step.state.phase, step.words, step.minimum_seconds) == (Phase.DONE, "", 0)
