"""Attachments: bound to the chain, kept once, carried by every copy, destroyed by erasure."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.errors import Refused
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.templates import Templates
from ceremony_app.storage.attachments import AttachmentStore
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_to
from ceremony_app.storage.driver import DriverError
from ceremony_app.storage.erase import erase_everyone, erase_persons
from ceremony_app.storage.header import read_header
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.mirror import Mirror, MirrorPlace, restore_mirror
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, attach, opener


def contents(file: CeremonyFile) -> list[bytes]:
    return [row[0] for row in file.connection.execute("SELECT data FROM content").fetchall()]


def test_what_is_kept_is_read_again(small: CeremonyFile) -> None:
    store = AttachmentStore(small)
    identity = attach(small, b"bytes of a logo", "logo kantor.png")
    (kept,) = store.all()
    assert (kept.id, kept.name, kept.size) == (identity, "logo kantor.png", 15)
    assert store.content(identity) == b"bytes of a logo"
    assert verify(small).ok


def test_the_same_bytes_are_kept_once(small: CeremonyFile) -> None:
    ids = {attach(small, b"the same"), attach(small, b"the same")}
    assert len(ids) == 2
    assert contents(small) == [b"the same"]
    assert verify(small).ok


def test_an_unknown_attachment_is_refused(small: CeremonyFile) -> None:
    with pytest.raises(Refused) as caught:
        AttachmentStore(small).content("nobody's")
    assert caught.value.message.key == "attachments.none"


def test_bytes_are_neither_changed_nor_deleted(small: CeremonyFile) -> None:
    attach(small)
    for sql in ("UPDATE content SET data = x'00'", "DELETE FROM content"):
        with pytest.raises(DriverError):
            small.connection.execute(sql)
    assert verify(small).ok


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE content SET data = x'00'", "verify.content"),
        ("DELETE FROM content", "verify.content_missing"),
        ("INSERT INTO content VALUES ('feed', x'00')", "verify.content_unnamed"),
    ],
)
def test_what_was_tampered_with_is_found(small: CeremonyFile, sql: str, problem: str) -> None:
    attach(small)
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'content'"
    triggers = small.connection.execute(query).fetchall()
    for name, _ in triggers:
        small.connection.execute(f"DROP TRIGGER {name}")
    small.connection.execute(sql)
    for _, again in triggers:
        small.connection.execute(again)
    assert [found.key for found in verify(small).problems] == [problem]


def test_a_copy_brings_its_attachments_home(small: CeremonyFile, tmp_path: Path) -> None:
    other = tmp_path / "lain.ikrar"
    copy_to(small.connection, other)
    with opener().open(other) as file:
        identity = attach(file, b"photographed at the guard post")
    take_in(small, other)
    take_in(small, other)
    assert AttachmentStore(small).content(identity) == b"photographed at the guard post"
    assert len(contents(small)) == 1
    assert verify(small).ok


def test_the_mirror_carries_the_bytes(small: CeremonyFile, tmp_path: Path) -> None:
    drive = tmp_path / "stick"
    drive.mkdir()
    place = MirrorPlace.on_drive(drive, small.path)
    mirror = Mirror(small.path, place)
    mirror.catch_up()
    identity = attach(small, b"\x00\xff brought later")
    assert mirror.catch_up() == 1
    mirror.close()
    target = tmp_path / "spare.ikrar"
    assert restore_mirror(place, target) == 1
    with opener().open(target) as file:
        assert AttachmentStore(file).content(identity) == b"\x00\xff brought later"
        assert verify(file).ok


def test_erasing_everyone_destroys_the_bytes(small: CeremonyFile) -> None:
    secret = b"a face that must be forgotten" * 50
    identity = attach(small, secret)
    erase_everyone(small, "masa simpan habis")
    assert contents(small) == []
    assert AttachmentStore(small).all() == []
    with pytest.raises(Refused):
        AttachmentStore(small).content(identity)
    assert verify(small).ok
    assert secret not in small.path.read_bytes()


def test_erasing_a_person_destroys_what_is_about_them_alone(small: CeremonyFile) -> None:
    (person, *_) = [row[0] for row in small.connection.execute("SELECT id FROM person").fetchall()]
    attach(small, b"everybody's logo")
    theirs = b"the sheet that this person signed"
    digest = sha256(theirs).hexdigest()
    sheet = Attachment(
        "sheet-1", AttachmentKind.SHEET, "lembar.jpg", "image/jpeg", len(theirs), digest, digest
    )
    AttachmentStore(small).keep(sheet, theirs, person)
    erase_persons(small, [person], "permintaan")
    assert contents(small) == [b"everybody's logo"]
    assert [one.name for one in AttachmentStore(small).all()] == ["logo.png"]
    assert verify(small).ok


def test_a_file_of_the_first_version_gets_a_place_for_them(tmp_path: Path) -> None:
    first = tmp_path / "migrations"
    first.mkdir()
    shutil.copy(LOCATOR.migrations / "0001_record.sql", first)
    path = tmp_path / "lama.ikrar"
    templates = Templates(LOCATOR.templates)
    Ceremonies(opener(migrations=first), templates).create(path, "banten", {}).close()
    assert read_header(path).version == 1
    with opener().open(path) as file:
        attach(file)
        assert verify(file).ok
