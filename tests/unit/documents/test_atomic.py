"""Files are written whole or not at all, and troubles are told in a sentence."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from ceremony_app.documents.atomic import make_folder, save_whole, trouble_of
from ceremony_app.domain.errors import DiskTrouble, FileTrouble
from ceremony_app.domain.messages import Catalogue


def test_the_hash_is_that_of_the_bytes_on_disk(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    digest = save_whole(target, b"%PDF")
    assert target.read_bytes() == b"%PDF"
    assert digest == hashlib.sha256(b"%PDF").hexdigest()
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old and longer")
    save_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("links are not allowed here")
    save_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_missing_folder_is_told(tmp_path: Path, indonesian: Catalogue) -> None:
    with pytest.raises(FileTrouble) as told:
        save_whole(tmp_path / "nowhere" / "a.pdf", b"x")
    assert told.value.message.key == "papers.error.no_folder"
    assert "nowhere" in indonesian.say(told.value.message)


def test_a_folder_in_the_way_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileTrouble) as told:
        save_whole(tmp_path / "a.pdf", b"x")
    assert told.value.message.key == "papers.error.is_a_folder"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r".") as full, Path("/dev/full").open("wb", 0) as device:
        device.write(b"x")
    trouble = trouble_of(full.value, tmp_path / "a.pdf")
    assert isinstance(trouble, DiskTrouble)
    assert trouble.message.key == "papers.error.disk_full"


def test_what_fails_in_mid_writing_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(DiskTrouble):
            save_whole(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "papers.error.disk_full"),
        (errno.EACCES, "papers.error.not_allowed"),
        (errno.EROFS, "papers.error.not_allowed"),
        (errno.ENOTDIR, "papers.error.no_folder"),
        (errno.EIO, "papers.error.disk"),
    ],
)
def test_every_trouble_has_a_sentence(
    tmp_path: Path, indonesian: Catalogue, english: Catalogue, number: int, key: str
) -> None:
    trouble = trouble_of(OSError(number, os.strerror(number)), tmp_path / "Daftar Hadir.pdf")
    assert trouble.message.key == key
    for language in (indonesian, english):
        assert "Daftar Hadir.pdf" in language.say(trouble.message)


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "cards").write_bytes(b"")
    with pytest.raises(FileTrouble) as told:
        make_folder(tmp_path / "cards")
    assert told.value.message.key == "papers.error.not_a_folder"
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
