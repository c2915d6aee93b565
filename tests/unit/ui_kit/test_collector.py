"""The collector leaves alone what has long been there, and still clears away what is young."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from ceremony_app.ui_kit.collector import look_at_all_now, look_at_all_rarely


class Knot:
    """Something that only the collector can let go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """The generations that were looked at."""
    before, seen = gc.get_threshold(), list[int]()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    gc.set_threshold(*before)


def test_what_lives_long_is_not_looked_at_again(looks: list[int]) -> None:
    look_at_all_rarely()
    gc.collect()
    looks.clear()
    kept = [[number] for number in range(200_000)]
    assert 1 in looks, "young ones are looked at"
    assert 2 not in looks
    assert len(kept) == 200_000


def test_python_left_alone_would_look_at_everything(looks: list[int]) -> None:
    gc.freeze()  # so that it does not depend on how much the tests have loaded
    gc.collect()
    looks.clear()
    kept = [[number] for number in range(200_000)]
    gc.unfreeze()
    assert 2 in looks
    assert len(kept) == 200_000


def test_young_knots_are_let_go_by_themselves(looks: list[int]) -> None:
    look_at_all_rarely()
    gone = weakref.ref(Knot())
    while gone() is not None:
        [[] for _ in range(1000)]
        assert len(looks) < 100


def test_everything_is_let_go_when_it_is_asked_for(looks: list[int]) -> None:
    look_at_all_rarely()
    gone = weakref.ref(Knot())
    look_at_all_now()
    assert gone() is None
