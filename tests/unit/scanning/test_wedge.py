"""Typing comes back unchanged, a burst is one scan, whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.token import new_token, read_token
from ceremony_app.scanning.wedge import GAP_MS, PATIENCE_MS, SLOW_MS
from tests.helpers.scanners import ENTER, TOKENS, Keyboard

HUMAN = st.integers(SLOW_MS + 1, 2000)
"""Pauses that no code can hide in, however it is cut."""


@given(st.lists(st.tuples(st.characters(exclude_categories=("C",)), HUMAN), max_size=60))
def test_what_a_person_types_comes_back_unchanged_and_in_order(
    keys: list[tuple[str, int]],
) -> None:
    keyboard = Keyboard()
    for text, pause in keys:
        keyboard.press(text, pause)
    keyboard.rest()
    assert keyboard.story == [text for text, _ in keys]
    assert keyboard.alone == keyboard.story


@given(
    st.text("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLM0123456789.,", max_size=40),
    st.lists(st.integers(GAP_MS + 1, 400), min_size=40, max_size=40),
)
def test_quick_typists_lose_nothing(text: str, pauses: list[int]) -> None:
    keyboard = Keyboard()
    for character, pause in zip(text, pauses, strict=False):
        keyboard.press(character, pause)
    keyboard.rest()
    assert keyboard.typed == text
    assert not keyboard.scans


@given(st.text("abcdefgh ", min_size=1, max_size=4), st.integers(0, GAP_MS))
def test_keys_rolled_over_one_another_are_typed(text: str, every: int) -> None:
    keyboard = Keyboard()
    keyboard.person(text, every)
    keyboard.rest()
    assert keyboard.typed == text


@given(
    TOKENS,
    st.integers(0, GAP_MS),
    st.sampled_from(["\r", "\t", "\n", "\r\n", ""]),
    st.sampled_from(["", "]Q1", "]C0", "]Q2\\000026", "\x02", "\x02]Q1", "\x01\x1d"]),
    st.booleans(),
)
def test_a_burst_of_a_token_is_one_scan(
    token: str, every: int, end: str, mark: str, lower: bool
) -> None:
    keyboard = Keyboard()
    keyboard.burst(mark + (token.lower() if lower else token), every, end=end)
    keyboard.rest()
    assert [text.upper() for text in keyboard.texts] == [token]
    assert keyboard.scans[0].why is None
    assert keyboard.scans[0].marks == mark
    assert keyboard.typed == ""


@given(
    TOKENS,
    st.text("abcdefghjkl mnop", max_size=12),
    st.text("abcdefghjkl mnop", max_size=12),
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(1, 20),
)
def test_typing_around_a_burst_stays_typing(
    token: str, before: str, later: str, lead: int, lag: int, every: int
) -> None:
    keyboard = Keyboard()
    keyboard.person(before)
    keyboard.burst(token, every, after=lead, end="")
    keyboard.person(later, after=lag)
    keyboard.rest()
    assert keyboard.texts == [token]
    assert keyboard.typed == before + later


@given(st.lists(TOKENS, min_size=2, max_size=5), st.integers(0, 25), st.sampled_from(["", "\r"]))
def test_bursts_back_to_back_are_as_many_scans(tokens: list[str], every: int, end: str) -> None:
    keyboard = Keyboard()
    for token in tokens:
        keyboard.burst(token, every, after=every, end=end)
    keyboard.rest()
    assert keyboard.texts == tokens
    assert keyboard.typed == ""


@given(TOKENS, TOKENS, st.data())
def test_two_scanners_that_interleave_are_told_and_nothing_is_guessed(
    one: str, other: str, data: st.DataObject
) -> None:
    """The second begins while the first is at work, and ends after it."""
    first, second = list(one + ENTER), list(other + ENTER)
    mixed = [first.pop(0) for _ in range(data.draw(st.integers(1, 10)))]
    while first and second:
        mixed.append(second.pop(0))
        if data.draw(st.booleans()) or len(second) < 3:
            mixed.append(first.pop(0))
    keyboard = Keyboard()
    keyboard.burst("".join([*mixed, *first, *second]), 5, end="")
    keyboard.rest()
    assert keyboard.typed == ""
    assert keyboard.scans
    assert all(read_token(text) is None for text in keyboard.texts)
    assert keyboard.scans[0].why is not None
    assert keyboard.scans[0].why.key == "scan.why.two_at_once"


@pytest.mark.parametrize("length", range(8, 19))
def test_half_a_burst_is_said_and_never_typed(length: int) -> None:
    keyboard = Keyboard()
    keyboard.burst(new_token()[:length], end="")
    keyboard.rest()
    assert keyboard.typed == ""
    assert [scan.why and scan.why.key for scan in keyboard.scans] == ["scan.why.half"]


def test_half_a_burst_does_not_spoil_the_next() -> None:
    keyboard, token = Keyboard(), new_token()
    keyboard.burst(new_token()[:11], end="")
    keyboard.burst(token, after=60)
    assert keyboard.texts[1:] == [token]
    assert keyboard.scans[0].why is not None
    assert keyboard.typed == ""


def test_typing_after_half_a_burst_is_given_back() -> None:
    keyboard = Keyboard()
    keyboard.burst(new_token()[:11], end="")
    keyboard.person("Sri", 110, after=110)
    keyboard.rest()
    assert len(keyboard.scans) == 1
    assert keyboard.typed == "Sri"


def test_a_radio_scanner_may_falter_within_a_code() -> None:
    keyboard, token = Keyboard(), new_token()
    keyboard.burst(token[:5], end="")
    keyboard.burst(token[5:], after=PATIENCE_MS)
    assert keyboard.texts == [token]
    assert keyboard.typed == ""


@given(TOKENS, st.integers(GAP_MS + 1, SLOW_MS))
def test_a_slow_scanner_is_a_scan_too_though_its_keys_were_typed(token: str, every: int) -> None:
    keyboard = Keyboard()
    keyboard.burst(token, every)
    keyboard.rest()
    assert keyboard.texts == [token]
    assert keyboard.scans[0].slowest == every
    assert ENTER not in keyboard.typed
    assert keyboard.alone == [token[0]]


def test_the_first_letter_may_come_too_early() -> None:
    keyboard, token = Keyboard(), new_token()
    keyboard.person("I")
    keyboard.burst(token[1:], after=60)
    assert keyboard.texts == [token]
    assert keyboard.typed == "I"


@pytest.mark.parametrize("after", ["", "ab", "\r", "\x16"])
def test_ctrl_keys_of_a_person_are_given_back_in_their_place(after: str) -> None:
    keyboard = Keyboard()
    keyboard.person("Sri")
    keyboard.burst("\x03" + after, GAP_MS, after=200, end="")
    keyboard.rest()
    assert keyboard.typed == f"Sri\x03{after}"
    assert not keyboard.scans


@pytest.mark.parametrize("text", ["3201012345678901", "https://ikrar/x", "8991002101234", "12345"])
def test_strange_codes_are_swallowed_whole(text: str) -> None:
    keyboard = Keyboard()
    keyboard.burst(text, 12)
    assert keyboard.texts == [text]
    assert keyboard.typed == ""


def test_a_single_key_is_alone_only_with_none_near_it() -> None:
    keyboard = Keyboard()
    keyboard.person("B", after=500)
    keyboard.person("B", after=110)
    keyboard.person("L", after=110)
    keyboard.person("F", after=500)
    keyboard.rest()
    assert keyboard.alone == ["B", "B", "F"]
    assert keyboard.typed == "BBLF"


def test_enter_of_a_person_is_never_held() -> None:
    keyboard = Keyboard()
    keyboard.person("ab")
    keyboard.press(ENTER, 200)
    assert keyboard.typed == f"ab{ENTER}"
    assert not keyboard.wedge.is_open


@given(TOKENS, st.integers(GAP_MS + 1, 1000))
def test_enter_of_a_person_after_a_scan_is_the_persons(token: str, after: int) -> None:
    keyboard = Keyboard()
    keyboard.burst(token)
    keyboard.press(ENTER, after)
    assert keyboard.typed == ENTER


def test_stamps_that_wrap_are_a_pause_like_any_other() -> None:
    keyboard, token = Keyboard(at=(1 << 32) - 60), new_token()
    for number, character in enumerate(token):
        keyboard.at = ((1 << 32) - 60 + 8 * number) % (1 << 32)
        keyboard.press(character, 0)
    assert keyboard.texts == [token]


def test_a_whole_token_is_answered_before_its_terminator() -> None:
    keyboard, token = Keyboard(), new_token()
    keyboard.burst(token, end="")
    assert keyboard.texts == [token]
    assert not keyboard.wedge.is_open
    keyboard.press(ENTER, 20)
    keyboard.press("\n", 20)
    assert keyboard.typed == ""


def test_a_scan_of_four_thousand_characters_is_taken_in_stride() -> None:
    keyboard = Keyboard()
    keyboard.burst("x" * 4000, 1)
    assert [len(text) for text in keyboard.texts] == [4000]
