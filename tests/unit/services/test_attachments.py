"""Pictures and sounds of the office's own: what is taken, what is refused, what is left outside."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from ceremony_app.domain.attachments import AttachmentKind
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.services.attachments import (
    LONGEST_SIDE,
    MOST_BYTES,
    MOST_SOUND_BYTES,
    Attachments,
)
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.journal import Journal
from tests.helpers.ceremony_files import new_file

_ORIENTATION, _ARTIST = 0x0112, 0x013B


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CeremonyFile]:
    with new_file(tmp_path / "upacara.ikrar") as opened:
        yield opened


def opened(attachments: Attachments, identity: str) -> Image.Image:
    return Image.open(io.BytesIO(attachments.content(identity)))


def test_a_logo_keeps_what_can_be_seen_through(file: CeremonyFile, tmp_path: Path) -> None:
    Image.new("RGBA", (300, 200), (200, 0, 0, 90)).save(tmp_path / "logo.png")
    attachments = Attachments(file)
    made = attachments.add_picture(tmp_path / "logo.png")
    assert (made.name, made.media, made.kind) == ("logo.png", "image/png", AttachmentKind.PICTURE)
    picture = opened(attachments, made.id)
    assert (picture.size, picture.mode) == ((300, 200), "RGBA")
    assert picture.getpixel((10, 10)) == (200, 0, 0, 90)


def test_a_photograph_is_turned_reduced_and_says_nothing_of_its_owner(
    file: CeremonyFile, tmp_path: Path
) -> None:
    noted = Image.Exif()
    noted[_ORIENTATION], noted[_ARTIST] = 6, "Pemilik Kamera"
    Image.effect_noise((5000, 3000), 60).convert("RGB").save(tmp_path / "foto.jpg", exif=noted)
    attachments = Attachments(file)
    made = attachments.add_picture(tmp_path / "foto.jpg")
    picture = opened(attachments, made.id)
    assert picture.size == (round(LONGEST_SIDE * 0.6), LONGEST_SIDE), "it was taken upright"
    assert made.media == "image/jpeg"
    assert b"Pemilik" not in attachments.content(made.id)
    assert made.original != made.sha256


def test_the_same_picture_twice_is_one(file: CeremonyFile, tmp_path: Path) -> None:
    Image.new("RGB", (20, 20)).save(tmp_path / "a.png")
    attachments = Attachments(file)
    first = attachments.add_picture(tmp_path / "a.png")
    events = Journal(file).count()
    assert attachments.add_picture(tmp_path / "a.png") == first
    assert Journal(file).count() == events


def test_a_sound_is_kept_as_it_is(file: CeremonyFile, tmp_path: Path) -> None:
    (tmp_path / "lagu.ogg").write_bytes(b"OggS and the rest of it")
    attachments = Attachments(file)
    made = attachments.add_sound(tmp_path / "lagu.ogg")
    assert attachments.content(made.id) == b"OggS and the rest of it"
    assert attachments.all(AttachmentKind.SOUND) == [made]
    assert attachments.all(AttachmentKind.PICTURE) == []


def test_a_copy_for_whoever_reads_files(file: CeremonyFile, tmp_path: Path) -> None:
    (tmp_path / "LAGU.OGG").write_bytes(b"OggS and the rest of it")
    attachments = Attachments(file)
    made = attachments.add_sound(tmp_path / "LAGU.OGG")
    (folder := tmp_path / "salinan").mkdir()
    copy = attachments.copy_into(folder, made.id)
    assert copy == folder / f"{made.id}.ogg"
    assert copy.read_bytes() == b"OggS and the rest of it"
    written = copy.stat().st_mtime_ns
    assert attachments.copy_into(folder, made.id) == copy
    assert copy.stat().st_mtime_ns == written, "what is being played is not written over"
    copy.write_bytes(b"OggS")
    assert attachments.copy_into(folder, made.id).read_bytes() == b"OggS and the rest of it"
    with pytest.raises(Refused):
        attachments.copy_into(folder, "tiada")
    with pytest.raises(FileTrouble):
        attachments.copy_into(tmp_path / "tiada", made.id)


def bomb(path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(path)


@pytest.mark.parametrize(
    ("name", "write", "key"),
    [
        ("teks.png", lambda path: path.write_text("bukan gambar"), "attachments.no_picture"),
        ("kosong.jpg", lambda path: path.write_bytes(b""), "attachments.no_picture"),
        ("bom.png", bomb, "attachments.too_many_pixels"),
        ("folder.png", lambda path: path.mkdir(), "attachments.unreadable"),
        ("tiada.png", lambda _: None, "attachments.unreadable"),
        ("besar.bmp", lambda p: p.write_bytes(bytes(MOST_BYTES + 1)), "attachments.too_large"),
    ],
)
def test_what_is_no_picture_is_refused(
    file: CeremonyFile, tmp_path: Path, name: str, write: object, key: str
) -> None:
    assert callable(write)
    write(tmp_path / name)
    events = Journal(file).count()
    with pytest.raises((Refused, FileTrouble)) as caught:
        Attachments(file).add_picture(tmp_path / name)
    assert caught.value.message.key == key
    assert Journal(file).count() == events


def test_half_a_picture_is_refused(file: CeremonyFile, tmp_path: Path) -> None:
    Image.effect_noise((400, 400), 60).save(tmp_path / "utuh.png")
    whole = (tmp_path / "utuh.png").read_bytes()
    (tmp_path / "separuh.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refused) as caught:
        Attachments(file).add_picture(tmp_path / "separuh.png")
    assert caught.value.message.key == "attachments.no_picture"


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("lagu.mp3", b"not a sound", "attachments.no_sound"),
        ("lagu.exe", b"MZ", "attachments.no_sound"),
        ("lagu.wav", b"RIFF" + bytes(MOST_SOUND_BYTES), "attachments.too_large"),
    ],
)
def test_what_is_no_sound_is_refused(
    file: CeremonyFile, tmp_path: Path, name: str, data: bytes, key: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as caught:
        Attachments(file).add_sound(tmp_path / name)
    assert caught.value.message.key == key
