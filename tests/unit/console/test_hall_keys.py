"""Which key does what, and how that is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.console.hall.key_map import DEFAULTS, Deed, KeyMap, key_words, remembered_keys
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.messages import Catalogue

KEYS = st.sampled_from(
    [*(key for keys in DEFAULTS.values() for key in keys), "Esc", "F5", "F9", "Q", "Ctrl+1", "+"]
)


def test_no_key_does_two_things_and_every_deed_has_one() -> None:
    every = [key for keys in DEFAULTS.values() for key in keys]
    assert len(every) == len(set(every))
    assert set(DEFAULTS) == set(Deed) - {Deed.TAKE}
    assert all(DEFAULTS.values())


@pytest.mark.parametrize("key", ["Esc", "F5", "Return", "Tab", "Ctrl+4"])
def test_what_clickers_and_scanners_send_never_does_anything(key: str) -> None:
    assert KeyMap().deed(key) is None
    with pytest.raises(Refused) as refused:
        KeyMap().with_key(Deed.BLACK, key)
    assert refused.value.message.key == "hall.keys.never"


def test_a_taken_key_is_refused_with_what_it_does(indonesian: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        KeyMap().with_key(Deed.FREEZE, "B")
    said = indonesian.say(refused.value.message)
    assert "B" in said
    assert indonesian("hall.deed.black") in said


def test_the_show_can_always_be_moved() -> None:
    keys = KeyMap()
    for key in DEFAULTS[Deed.NEXT][:-1]:
        keys = keys.without_key(Deed.NEXT, key)
    with pytest.raises(Refused):
        keys.without_key(Deed.NEXT, DEFAULTS[Deed.NEXT][-1])
    assert KeyMap().without_key(Deed.LOGO, "L").of(Deed.LOGO) == ()


def test_a_key_given_away_can_be_given_to_another() -> None:
    keys = KeyMap().without_key(Deed.BLACK, "B").with_key(Deed.FREEZE, "B")
    assert keys.deed("B") is Deed.FREEZE
    assert remembered_keys(keys.as_text()).keys == keys.keys
    assert KeyMap().as_text() == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"next": []}',
        '{"next": 4}',
        '{"nonsense": ["B"], "take": ["B"]}',
        '{"black": "B"}',
    ],
)
def test_what_is_not_understood_is_the_defaults(text: str) -> None:
    assert remembered_keys(text).of(Deed.NEXT) == DEFAULTS[Deed.NEXT]
    assert remembered_keys(text).of(Deed.BLACK) == DEFAULTS[Deed.BLACK]


@given(st.dictionaries(st.sampled_from(list(DEFAULTS)), st.lists(KEYS, max_size=3), max_size=5))
def test_whatever_is_remembered_no_key_does_two_things(wanted: dict[Deed, list[str]]) -> None:
    keys = KeyMap({**DEFAULTS, **{deed: tuple(given) for deed, given in wanted.items()}})
    read = remembered_keys(keys.as_text())
    every = [key for given in read.keys.values() for key in given]
    assert len(every) == len(set(every))
    assert not {"Esc", "F5", "Ctrl+1"} & set(every)
    assert read.of(Deed.NEXT)
    assert read.of(Deed.BACK)


def test_keys_are_called_what_people_call_them(indonesian: Catalogue) -> None:
    said = [indonesian.say(key_words(key)) for key in ("PgDown", "Ctrl+Up", "B", "+", "Ctrl++")]
    assert said == ["Page Down", "Ctrl + ↑", "B", "+", "Ctrl + +"]
