"""Bytes of a serial scanner, cut anywhere."""

from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.token import read_token
from ceremony_app.scanning.lines import LONGEST
from ceremony_app.scanning.stream import ByteStream
from tests.helpers.scanners import TOKENS


@given(
    st.lists(TOKENS, min_size=1, max_size=4),
    st.sampled_from([b"\r", b"\r\n", b"\t", b"\x03", b"\x00", b""]),
    st.sampled_from([b"", b"\x02", b"]Q1", b"\x02]C0"]),
    st.lists(st.integers(0, 200), max_size=8),
)
def test_every_code_is_one_scan_however_it_is_cut(
    tokens: list[str], end: bytes, mark: bytes, cuts: list[int]
) -> None:
    whole = b"".join(mark + token.encode() + end for token in tokens)
    reader, found, at = ByteStream(), [], 0
    for cut in [*sorted(cuts), len(whole)]:
        found += reader.feed(whole[at:cut])
        at = max(at, cut)
    found += reader.rest()
    assert [scan.text for scan in found] == tokens


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_noise_is_never_a_token(chunks: list[bytes]) -> None:
    reader = ByteStream()
    found = [scan for chunk in chunks for scan in reader.feed(chunk)]
    found += reader.rest()
    assert all(read_token(scan.text) is None for scan in found)
    assert not reader.is_open


def test_a_line_that_never_ends_is_cut_off() -> None:
    reader = ByteStream()
    assert reader.feed(b"x" * 3 * LONGEST) == []
    (scan,) = reader.feed(b"\r")
    assert len(scan.text) == LONGEST
