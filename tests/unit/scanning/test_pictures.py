"""Codes before a camera: several in a picture, held, taken away, brought back."""

from collections.abc import Callable

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from ceremony_app.domain.token import new_token
from ceremony_app.scanning.in_view import InView
from ceremony_app.scanning.pictures import Grey, read_codes
from tests.helpers.badge_pictures import badge, scene


def grey(picture: Image.Image) -> Grey:
    plain = picture.convert("L")
    return Grey(memoryview(plain.tobytes()), plain.width, plain.height, plain.width)


def test_several_badges_in_one_picture_are_read_from_the_top_down() -> None:
    tokens = [new_token() for _ in range(3)]
    places = [(500, 420), (900, 60), (60, 40)]
    picture = scene({place: badge(token) for place, token in zip(places, tokens, strict=True)})
    assert read_codes(grey(picture)) == [tokens[2], tokens[1], tokens[0]]


@pytest.mark.parametrize(
    "bent",
    [
        ImageOps.mirror,
        lambda picture: picture.rotate(33, expand=True, fillcolor=200),
        lambda picture: picture.rotate(180),
        lambda picture: picture.point(lambda value: value // 3),
    ],
    ids=["mirrored", "turned", "upside_down", "dark"],
)
def test_a_badge_is_read_however_it_is_held(bent: Callable[[Image.Image], Image.Image]) -> None:
    token = new_token()
    assert read_codes(grey(bent(scene({(400, 200): badge(token)})))) == [token]


def test_line_codes_are_read_too() -> None:
    token = new_token()
    line = badge(token, zxingcpp.BarcodeFormat.Code128)
    assert read_codes(grey(scene({(200, 200): line}))) == [token]


def test_rows_and_pixels_may_lie_apart() -> None:
    token = new_token()
    plain = scene({(400, 200): badge(token)}).convert("L")
    row = plain.width * 2 + 64
    data = bytearray(row * plain.height)
    for y in range(plain.height):
        line = plain.crop((0, y, plain.width, y + 1)).tobytes()
        data[y * row : y * row + plain.width * 2 : 2] = line
    picture = Grey(memoryview(data), plain.width, plain.height, row, 2)
    assert read_codes(picture) == [token]


def test_a_code_that_is_held_is_one_scan_not_thirty() -> None:
    view = InView()
    found = [view.new(["IK1"], at) for at in range(0, 1000, 33)]
    assert found[0] == ["IK1"]
    assert not any(found[1:])


def test_a_code_that_flickers_is_still_the_same() -> None:
    view = InView(away_ms=1500)
    assert view.new(["IK1"], 0) == ["IK1"]
    assert view.new([], 700) == []
    assert view.new(["IK1"], 1400) == []
    assert view.new(["IK1"], 3000) == ["IK1"]


@given(st.lists(st.lists(st.sampled_from("ABC"), max_size=3), max_size=60))
def test_every_coming_into_sight_is_one_scan(pictures: list[list[str]]) -> None:
    """Against the plainest telling of it, picture by picture."""
    view, every, away = InView(away_ms=100), 40, 2
    last: dict[str, int] = {}
    for number, codes in enumerate(pictures):
        expected = [
            code for code in dict.fromkeys(codes) if code not in last or number - last[code] > away
        ]
        assert view.new(codes, number * every) == expected
        last |= dict.fromkeys(codes, number)
