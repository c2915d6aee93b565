"""Names of pictures: all that shows, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.live import Arrivals, DivisionCount, Live, Pacing
from ceremony_app.domain.show import Cover, Show, ShowState
from ceremony_app.projector.views import Picture, View, picture_of
from tests.helpers.cue_gallery import LATE, LIVE, PACED, gallery

SHOW, AGAIN = gallery(), gallery()
HD = (1920, 1080)


def state_of(cue: str, show: Show = SHOW) -> ShowState:
    return show.jump(show.first(), [one.id for one in show.cues].index(cue))


def name(cue: str, live: Live, view: View = View.HALL, show: Show = SHOW) -> Picture:
    return picture_of(view, HD, show, state_of(cue, show), live)


lives = st.builds(
    Live,
    present=st.none() | st.integers(0, 500),
    expected=st.integers(0, 500),
    divisions=st.just(()) | st.just((DivisionCount("A", 1, 2),)),
    arrivals=st.none() | st.just(Arrivals(420, 5, (1, 2))),
    signed=st.frozensets(st.sampled_from(["signer-0", "signer-1"])),
    signing=st.sampled_from(["", "signer-1"]),
    witnessed=st.frozensets(st.sampled_from(["witness-0"])),
    remaining=st.none() | st.integers(0, 5000),
    message=st.sampled_from(["", "Mohon lebih pelan"]),
    pacing=st.builds(Pacing, st.sampled_from(["", "08.31"]), st.integers(0, 9), st.integers(0, 9)),
)


@given(lives, st.sampled_from(["title", "anthem", "text", "prayer", "picture", "closing", "blank"]))
def test_nothing_live_changes_what_the_hall_sees_of_these(live: Live, cue: str) -> None:
    assert name(cue, live) == name(cue, Live())


@given(lives, lives)
def test_a_picture_is_another_only_for_what_it_shows(one: Live, other: Live) -> None:
    shown = {
        "holding": ("present", "expected", "divisions", "arrivals"),
        "countdown": ("remaining",),
        "signing": ("signed", "signing"),
        "witness": ("witnessed",),
    }
    for cue, parts in shown.items():
        same = all(getattr(one, part) == getattr(other, part) for part in parts)
        assert (name(cue, one) == name(cue, other)) is same


@given(lives)
def test_equal_names_have_equal_hashes_and_stills_stay_themselves(live: Live) -> None:
    for view in View:
        for step in SHOW.steps():
            picture = picture_of(view, HD, SHOW, step.state, live)
            again = picture_of(view, HD, AGAIN, step.state, replace(live))
            assert picture == again
            assert hash(picture) == hash(again)
            still = picture.still
            assert still.still is still
            assert not still.ticks


def test_a_clock_changes_the_podium_and_not_its_still_picture() -> None:
    later = replace(PACED, pacing=Pacing("08.32", 193, 300))
    one, other = (name("text", live, View.PODIUM) for live in (PACED, later))
    assert one != other
    assert one.ticks
    assert one.still == other.still
    assert name("text", PACED) == name("text", later)
    assert not name("text", PACED).ticks


def test_a_message_is_the_podiums_alone() -> None:
    quiet = replace(LATE, message="")
    assert name("text", LATE, View.PODIUM).still != name("text", quiet, View.PODIUM).still
    assert name("text", LATE) == name("text", quiet)


def test_a_running_countdown_leaves_its_place_free() -> None:
    picture = name("countdown", LIVE)
    assert picture.ticks
    assert picture.still.bare
    assert not name("countdown", Live()).still.bare


def test_a_cover_hides_where_the_hall_is_and_the_podium_is_never_covered() -> None:
    black = {
        picture_of(View.HALL, HD, SHOW, step.state.with_black(), LIVE) for step in SHOW.steps()
    }
    assert len(black) == 1
    state = state_of("text")
    covered = picture_of(View.PODIUM, HD, SHOW, state.with_logo(), LIVE)
    assert covered == picture_of(View.PODIUM, HD, SHOW, state, LIVE)
    assert covered.cover is Cover.NONE


def test_pictures_of_a_text_keep_their_names_when_the_programme_changes_before_it() -> None:
    fewer = Show(replace(SHOW.details, programme=SHOW.details.programme[2:]), SHOW.texts())
    for view in View:
        assert name("text", LIVE, view, fewer) == name("text", LIVE, view)


def test_the_podium_is_told_of_another_item_that_now_follows() -> None:
    programme = [cue for cue in SHOW.details.programme if cue.id != "signing"]
    other = Show(replace(SHOW.details, programme=tuple(programme)), SHOW.texts())
    last = SHOW.steps_of(4)[-1].state
    assert picture_of(View.PODIUM, HD, other, last) != picture_of(View.PODIUM, HD, SHOW, last)
    assert picture_of(View.HALL, HD, other, last) == picture_of(View.HALL, HD, SHOW, last)


def test_nothing_follows_the_end() -> None:
    assert name("blank", Live(), View.PODIUM).following is None
