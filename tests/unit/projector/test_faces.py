"""What the face for words lacks is drawn by another that ships, or named."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.projector.faces import Faces
from ceremony_app.projector.letters import Letters
from ceremony_app.services.templates import Templates
from tests.unit.projector.conftest import PLACES, WORDS, show_of

OATH = "وَأَوْفُوا بِالْعَهْدِ إِنَّ الْعَهْدَ كَانَ مَسْئُولًا ﷺ"


@pytest.fixture(scope="module")
def faces(letters: Letters) -> Faces:
    return letters.faces


def drawn_in(faces: Faces, words: str) -> set[str]:
    """The families that Qt takes for some words."""
    layout = QTextLayout(words, faces.font(60, bold=False))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("Saya bersumpah: “netral”, é – ½ 5 °C", "Atkinson Hyperlegible"),
        ("ḥṣṭẓ", "Arimo"),
        (OATH, "Amiri"),
    ],
)
def test_each_script_has_a_face_that_ships(faces: Faces, words: str, family: str) -> None:
    assert faces.missing(words) == ()
    assert drawn_in(faces, words.replace(" ", "")) == {family}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Setia 🤝 jujur 🤝", ("🤝",)),
        ("keluarga 👨\u200d👩\u200d👧 kita", ("👨", "👩", "👧")),
        ("hati ❤\ufe0f", ("❤",)),
        ("漢字\tdan\n\u200fbaris\u00a0ini\u00ad", ("漢", "字")),
        ("", ()),
    ],
)
def test_what_no_face_has_is_named_once(faces: Faces, words: str, named: tuple[str, ...]) -> None:
    assert faces.missing(words) == named


def test_every_template_is_drawn_in_faces_that_ship(faces: Faces) -> None:
    for template in Templates(PLACES.templates).all():
        for text in show_of(template.id).texts():
            for part in text.parts:
                assert faces.missing(part.words) == ()


def test_the_halls_own_words_need_no_other_face(faces: Faces) -> None:
    sentences = [WORDS.template(key) for key in sorted(WORDS.keys()) if key.startswith("show.")]
    assert len(sentences) > 20
    assert all(faces.is_own(sign) for sentence in sentences for sign in sentence)


def test_a_missing_font_is_told_in_a_sentence(qapp: object, tmp_path: Path) -> None:
    assert qapp
    with pytest.raises(FileTrouble) as trouble:
        Faces(tmp_path)
    assert trouble.value.message.key == "show.no_font"


def test_a_font_is_made_once_for_each_size_and_weight(qapp: object) -> None:
    assert qapp
    faces = Faces(PLACES.fonts)
    for _ in range(3):
        faces.font(31, bold=True)
        faces.font(31, bold=False)
    assert faces.fonts_made == 2


def test_capitals_are_as_high_as_the_face_says(faces: Faces) -> None:
    assert faces.capital == pytest.approx(0.668, abs=0.001)
