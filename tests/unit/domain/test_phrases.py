"""Phrases: suggested, joined, split, and never a word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.domain.phrases import MOST_WORDS, join, split, suggest, suggested_point
from ceremony_app.domain.texts import Phrase, PhraseRole, Point, Text

# The split that the ceremony of Banten was read in (the points are published text).
BANTEN = (
    (
        "Menjaga dan menegakkan prinsip netralitas pegawai",
        "di lingkungan Kantor Wilayah",
        "Kementerian Hukum dan HAM Banten",
        "dalam melaksanakan fungsi pelayanan publik",
        "baik sebelum, selama, maupun sesudah",
        "pelaksanaan Pemilu dan Pemilihan Tahun 2024.",
    ),
    (
        "Menghindari konflik kepentingan",
        "tidak melakukan praktik-praktik intimidasi dan ancaman",
        "kepada pegawai dan seluruh elemen masyarakat",
        "serta tidak memihak kepada pasangan calon tertentu.",
    ),
    (
        "Menggunakan media sosial secara bijak,",
        "tidak dipergunakan untuk kepentingan pasangan calon tertentu,",
        "tidak menyebarkan ujaran kebencian serta berita bohong.",
    ),
    ("Menolak politik uang", "dan segala jenis pemberian dalam bentuk apapun."),
)

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12
) | st.sampled_from(["dan", "di", "tidak", "serta", "bijak,", "Pemilu", "2024.", "yang"])
sentences = st.lists(words, max_size=60).map(" ".join)


def breaks(phrases: tuple[str, ...]) -> set[int]:
    ends, at = set(), 0
    for phrase in phrases[:-1]:
        at += len(phrase.split())
        ends.add(at)
    return ends


@given(sentences)
def test_suggested_phrases_hold_every_word_in_order(sentence: str) -> None:
    assert " ".join(suggest(sentence)).split() == sentence.split()


@given(sentences)
def test_no_suggested_phrase_is_empty_or_longer_than_a_breath(sentence: str) -> None:
    assert all(0 < len(phrase.split()) <= MOST_WORDS for phrase in suggest(sentence))


@given(sentences, st.data())
def test_regrouping_never_changes_the_words_or_the_hash(sentence: str, data: st.DataObject) -> None:
    point = suggested_point(sentence or "kosong")
    before = Text("t", "ikrar", "Ikrar", (point,)).sha256
    for _ in range(5):
        index = data.draw(st.integers(0, len(point.phrases) - 1))
        length = len(point.phrases[index].words.split())
        if length > 1 and data.draw(st.booleans()):
            point = split(point, index, data.draw(st.integers(1, length - 1)))
        elif index + 1 < len(point.phrases):
            point = join(point, index)
    assert point.words.split() == (sentence or "kosong").split()
    assert Text("t", "ikrar", "Ikrar", (point,)).sha256 == before


def test_the_suggestion_for_banten_comes_close_to_the_split_that_was_read() -> None:
    wanted = [breaks(phrases) for phrases in BANTEN]
    suggested = [breaks(suggest(" ".join(phrases))) for phrases in BANTEN]
    assert suggested[1:3] == wanted[1:3]
    shared = sum(len(one & other) for one, other in zip(wanted, suggested, strict=True))
    assert shared >= 9  # of eleven
    assert sum(map(len, suggested)) == sum(map(len, wanted))


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("", ()),
        ("Setia", ("Setia",)),
        (
            "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian.",
            (
                "Menggunakan media sosial secara bijak",
                "dan tidak menyebarkan ujaran kebencian.",
            ),
        ),
        (
            "Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024, kami berikrar:",
            (
                "Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024,",
                "kami berikrar:",
            ),
        ),
    ],
)
def test_breaks_fall_where_a_reader_breathes(sentence: str, phrases: tuple[str, ...]) -> None:
    assert suggest(sentence) == phrases


def test_no_word_stands_alone_and_no_phrase_ends_on_a_preposition() -> None:
    sentence = "Melayani masyarakat dengan jujur dan adil tanpa pamrih demi bangsa dan negara."
    for phrase in suggest(sentence):
        assert len(phrase.split()) > 1
        assert phrase.split()[-1] not in {"dengan", "dan", "tanpa", "demi"}


def test_a_split_keeps_the_role_and_a_join_keeps_the_first() -> None:
    point = Point((Phrase("satu dua tiga", PhraseRole.ALL), Phrase("empat", PhraseRole.HALL)))
    broken = split(point, 0, 1)
    assert broken.phrases == (
        Phrase("satu", PhraseRole.ALL),
        Phrase("dua tiga", PhraseRole.ALL),
        Phrase("empat", PhraseRole.HALL),
    )
    assert join(broken, 1).phrases[1] == Phrase("dua tiga empat", PhraseRole.ALL)


def test_what_is_said_of_a_phrase_stays_when_it_is_broken_and_joined() -> None:
    point = Point((Phrase("satu dua", aid="pelan"), Phrase("tiga", aid="keras"), Phrase("empat")))
    assert join(split(point, 0, 1), 0) == point
    assert join(point, 0).phrases[0].aid == "pelan; keras"
    assert join(point, 1).phrases[1].aid == "keras"


@pytest.mark.parametrize("word", [0, 3, -1])
def test_a_phrase_is_not_split_at_its_ends(word: int) -> None:
    with pytest.raises(IndexError):
        split(Point((Phrase("satu dua tiga"),)), 0, word)


def test_the_last_phrase_has_nothing_to_be_joined_to() -> None:
    with pytest.raises(IndexError):
        join(Point((Phrase("satu"),)), 0)
