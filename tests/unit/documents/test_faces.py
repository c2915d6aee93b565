"""The faces: Arial where it is, the same lines where it is not, and no sign lost unseen."""

import shutil
from pathlib import Path

import pypdfium2
import pytest

from ceremony_app.documents.arial import Arial, find_arial, font_folders
from ceremony_app.documents.faces import LACKING, Faces, tidy
from ceremony_app.documents.pdf import Book, Size
from ceremony_app.locator import installed
from tests.helpers.pdf_pages import embedded_faces

FONTS = installed().fonts
SHIPPED = ("Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf", "Arimo-BoldItalic.ttf")
WINDOWS = ("arial.ttf", "arialbd.ttf", "ARIALI.TTF", "arialbi.ttf")
DEBIAN = ("Arial.ttf", "Arial_Bold.ttf", "Arial_Italic.ttf", "Arial_Bold_Italic.ttf")
MACOS = ("Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf", "Arial Bold Italic.ttf")


def install(folder: Path, names: tuple[str, ...], sources: tuple[str, ...] = SHIPPED) -> Path:
    """A folder of fonts with an Arial, played by a face of the same widths."""
    folder.mkdir(parents=True)
    for name, source in zip(names, sources, strict=True):
        shutil.copy(FONTS / source, folder / name)
    return folder


@pytest.mark.parametrize("names", [WINDOWS, DEBIAN, MACOS])
def test_arial_is_used_where_it_is_installed(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = install(tmp_path / "truetype" / "msttcorefonts", names)
    faces = Faces.of_this_computer(FONTS, [tmp_path / "missing", tmp_path])
    assert [face.path for face in faces.all] == [folder / name for name in names]
    assert find_arial([tmp_path]) == Arial(*(folder / name for name in names))


def test_the_lines_are_the_same_with_and_without_it(tmp_path: Path) -> None:
    faces = Faces.of_this_computer(FONTS, [install(tmp_path / "fonts", WINDOWS)])
    words = "Siti Nur\u2019aini, S.H. \u2013 Ḥasan ‰ 12,5"
    for own, other in zip(faces.all, Faces.read(FONTS).all, strict=True):
        assert own.width(words, 12.0) == other.width(words, 12.0)


def test_half_an_arial_is_none(tmp_path: Path) -> None:
    folder = install(tmp_path / "fonts", WINDOWS)
    (folder / "arialbi.ttf").unlink()
    faces = Faces.of_this_computer(FONTS, [folder])
    assert [face.path.name for face in faces.all] == list(SHIPPED)


def test_what_only_calls_itself_arial_is_not_used(tmp_path: Path) -> None:
    wider = install(tmp_path / "wider", WINDOWS, ("Amiri-Bold.ttf",) * 4)
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in WINDOWS:
        (broken / name).write_bytes(b"no font")
    for folder in (wider, broken):
        faces = Faces.of_this_computer(FONTS, [folder])
        assert [face.path.name for face in faces.all] == list(SHIPPED)


def test_systems_keep_fonts_where_they_do() -> None:
    windows = font_folders({"WINDIR": "C:/Windows", "LOCALAPPDATA": "C:/u"}, "win32")
    assert windows == (Path("C:/Windows/Fonts"), Path("C:/u/Microsoft/Windows/Fonts"))
    linux = font_folders({"HOME": "/home/u"}, "linux")
    assert Path("/usr/share/fonts") in linux
    assert Path("/home/u/.local/share/fonts") in linux
    assert Path("/Library/Fonts") in font_folders({"HOME": "/Users/u"}, "darwin")


def test_a_sign_that_no_face_has_is_a_square_and_is_named() -> None:
    face = Faces.read(FONTS).regular
    assert face.lacking("Halo \U0001f600 dan \u4e2d\u4e2d!") == "\U0001f600\u4e2d"
    assert face.lacking("Siti Nur\u2019aini \u2013 Ḥ ≥") == ""
    assert face.width("\U0001f600", 10.0) == face.width(LACKING, 10.0)
    book = Book("x")
    ink = book.page(Size(300, 100))
    ink.text(20, 50, "A\U0001f600\ufe0fB", face, 12.0)
    book.add(ink)
    with pypdfium2.PdfDocument(book.finish()) as document:
        assert document[0].get_textpage().get_text_bounded() == f"A{LACKING}B"


def test_the_real_bold_and_italic_are_embedded() -> None:
    faces, book = Faces.read(FONTS), Book("x")
    ink = book.page(Size(300, 100))
    for index, face in enumerate(faces.all):
        ink.text(20, 20 + 20 * index, "Ikrar", face, 12.0)
    book.add(ink)
    data = book.finish()
    assert embedded_faces(data) == (4, 4)
    for style in (b"Arimo-Bold", b"Arimo-Italic", b"Arimo-BoldItalic"):
        assert style in data


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a\x85b\x1fc\x0bd", "a b c d"),
        ("a\u2003b\u2028c\u3000d", "a b c d"),
        ("a\x00b\x07\u200d\ufeffc\ufe0f", "abc"),
        ("a\ud800b", "ab"),
        ("a\u00a0b", "a\u00a0b"),
        (" \u200b x", "x"),
    ],
)
def test_controls_leave_no_trace_and_odd_blanks_are_blanks(words: str, kept: str) -> None:
    assert tidy(words) == kept
