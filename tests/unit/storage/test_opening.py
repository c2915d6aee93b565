"""What cannot be opened is refused in a sentence, and stays as it was."""

import os
import shutil
from pathlib import Path

import pytest

from ceremony_app.domain.ceremony import Zone
from ceremony_app.domain.errors import FileTrouble, KnownError
from ceremony_app.domain.events import EventKind
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.driver import (
    LEAST_SQLITE,
    DriverError,
    connect,
    known_troubles,
    refuse_old_sqlite,
    sqlite_version,
    statements,
)
from ceremony_app.storage.header import wal_of
from ceremony_app.storage.journal import Journal, body_of
from ceremony_app.storage.migrations import Migrations
from ceremony_app.storage.verify import verify
from ceremony_app.storage.volume import Mount, is_on_network
from ceremony_app.storage.writer import Opening
from tests.helpers.ceremony_files import LOCATOR, Opener, append, door, opener, tokens
from tests.helpers.clocks import FakeClock


def refusal(path: Path, using: Opener | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        (using or opener()).open(path)
    with pytest.raises(KnownError) as looked:
        (using or opener()).read(path)
    assert caught.value.message.key == looked.value.message.key
    return caught.value.message.key


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "storage.is_a_folder"


def test_nothing_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.ikrar") == "storage.no_such_file"
    assert refusal(tmp_path / "b" / "a.ikrar") == "storage.no_such_file"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 400, b"\x00" * 4096])
def test_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ikrar"
    path.write_bytes(content)
    assert refusal(path) == "storage.not_a_ceremony"
    assert path.read_bytes() == content


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "a.ikrar"
    connection = connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert refusal(path) == "storage.not_a_ceremony"


def test_damaged(small: CeremonyFile) -> None:
    small.close()
    size = small.path.stat().st_size
    with small.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(FileTrouble) as caught, opener().open(small.path) as opened:
        verify(opened)
    assert caught.value.message.key == "storage.damaged"


@pytest.mark.skipif(os.name != "posix", reason="only on systems with users in this way")
def test_no_permission(small: CeremonyFile) -> None:
    small.close()
    if os.geteuid() == 0:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                small.path.chmod(0)
                for folder in small.path.parents[:-2]:
                    folder.chmod(0o755)
                os.setuid(65534)
                code = 0 if refusal(small.path) == "storage.no_permission" else 1
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    else:
        small.path.chmod(0)
        assert refusal(small.path) == "storage.no_permission"


def test_a_file_that_exists_is_not_made_again(small: CeremonyFile) -> None:
    before = small.path.read_bytes()
    with pytest.raises(FileTrouble) as caught:
        opener().create(small.path, Zone.WIB)
    assert caught.value.message.key == "storage.exists_already"
    assert small.path.read_bytes() == before


def test_a_wal_without_its_file_is_not_taken_for_a_new_ones(tmp_path: Path) -> None:
    """SQLite would fold a dead file's WAL into the new one."""
    path = tmp_path / "a.ikrar"
    wal_of(path).write_bytes(b"somebody's")
    with pytest.raises(FileTrouble) as caught:
        opener().create(path, Zone.WIB)
    assert caught.value.message.key == "storage.left_over"
    assert wal_of(path).read_bytes() == b"somebody's"


def test_a_beginning_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def begin(_: CeremonyFile) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        opener().create(tmp_path / "a.ikrar", Zone.WIB, begin)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p", "remote"])
def test_network_drives(small: CeremonyFile, tmp_path: Path, kind: str) -> None:
    small.close()
    using = opener(mounts=lambda: [Mount(Path("/"), "ext4"), Mount(tmp_path.resolve(), kind)])
    for attempt in (
        lambda: using.open(small.path),
        lambda: using.create(tmp_path / "new.ikrar", Zone.WIB),
    ):
        with pytest.raises(FileTrouble) as caught:
            attempt()
        assert caught.value.message.key == "storage.on_network"
    assert [path.name for path in tmp_path.iterdir()] == [small.path.name]


def test_the_deepest_mount_decides(tmp_path: Path) -> None:
    def mounts() -> list[Mount]:
        return [
            Mount(Path("/"), "ext4"),
            Mount(tmp_path, "nfs"),
            Mount(tmp_path / "stick", "vfat"),
        ]

    assert is_on_network(tmp_path / "a", mounts)
    assert not is_on_network(tmp_path / "stick" / "a", mounts)
    assert not is_on_network(tmp_path.parent / "a", mounts)
    assert is_on_network(Path("//server/share/a"), list)


def test_a_link_to_a_network_drive(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    assert is_on_network(tmp_path / "link" / "a", lambda: [Mount(tmp_path / "share", "nfs")])


def test_every_old_sqlite_is_refused() -> None:
    refuse_old_sqlite(LEAST_SQLITE)
    refuse_old_sqlite(sqlite_version())
    for old in ((3, 40, 1), (3, 51, 2), (3, 7, 0)):
        with pytest.raises(FileTrouble) as caught:
            refuse_old_sqlite(old)
        assert caught.value.message.key == "storage.old_sqlite"
        assert caught.value.message.values["least"] == "3.51.3"


def test_mistakes_of_ours_are_no_known_troubles(small: CeremonyFile) -> None:
    with pytest.raises(DriverError, match="no such table"), known_troubles(small.path):
        small.connection.execute("SELECT * FROM nowhere")


# Versions


NEWEST = Migrations.read(LOCATOR.migrations).newest


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """A folder with one migration more: a column and a trigger."""
    folder = tmp_path / "migrations"
    shutil.copytree(LOCATOR.migrations, folder)
    (folder / "9001_more.sql").write_text(
        "ALTER TABLE signed ADD COLUMN place TEXT NOT NULL DEFAULT '';\n"
        "CREATE TRIGGER more BEFORE DELETE ON head\n"
        "BEGIN SELECT raise(ABORT, 'a; b'); END;\n"
    )
    return folder


def test_a_newer_file_is_refused(small: CeremonyFile, next_version: Path) -> None:
    small.close()
    opener(migrations=next_version).open(small.path).close()
    before = small.path.read_bytes()
    assert refusal(small.path) == "storage.newer_version"
    assert small.path.read_bytes() == before


def test_a_newer_version_that_is_still_in_the_wal(small: CeremonyFile, next_version: Path) -> None:
    """The header of a crashed file may be older than the file."""
    reader = connect(small.path, read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    with opener(migrations=next_version).open(small.path) as newer:
        with pytest.raises(FileTrouble) as caught:
            opener().open(small.path)
        assert caught.value.message.key == "storage.newer_version"
        reader.close()
        assert verify(newer).ok


def test_an_older_file_is_backed_up_and_migrated(
    small: CeremonyFile, next_version: Path, tmp_path: Path
) -> None:
    door(small).scan(tokens(small)[0])
    events = Journal(small).count()
    small.close()
    saved = tmp_path / "saved"
    backed_up: list[bytes] = []
    opening = Opening(FakeClock(), "f" * 16, "0.2")
    newer = Opener(
        opening,
        Migrations.read(next_version),
        lambda path: backed_up.append(path.read_bytes()),
    )
    with pytest.raises(FileTrouble) as caught:
        newer.read(small.path)
    assert caught.value.message.key == "storage.older_version"
    with newer.open(small.path) as file:
        assert verify(file).ok
        (told,) = Journal(file).of_kind(EventKind.MIGRATED)
        assert body_of(told) == {"from": NEWEST, "to": NEWEST + 1}
        assert Journal(file).count() == events + 2
    with newer.open(small.path) as file:
        assert Journal(file).count() == events + 2, "migrated once"
    assert len(backed_up) == 1
    saved.write_bytes(backed_up[0])
    with opener().read(saved) as file:
        assert Journal(file).count() == events
        assert verify(file).ok


def test_a_migration_that_fails_changes_nothing(small: CeremonyFile, next_version: Path) -> None:
    small.close()
    (next_version / "9002_bad.sql").write_text("CREATE TABLE more (x);\nCREATE TABLE event (x);\n")
    with pytest.raises(DriverError, match="already exists"):
        opener(migrations=next_version).open(small.path)
    with opener().open(small.path) as file:
        assert verify(file).ok


def test_two_who_migrate_at_once(small: CeremonyFile, next_version: Path) -> None:
    """Both read the old version; the second finds the work done."""
    small.close()
    using = opener(migrations=next_version)
    first = connect(small.path)
    with using.open(small.path) as file:
        assert using.migrations.apply(first) == NEWEST + 1
        append(file, EventKind.DETAILS_CHANGED)
        assert verify(file).ok
    first.close()


def test_scripts_are_split_at_the_ends_of_statements() -> None:
    script = (
        "-- a; b\nCREATE TABLE t (x); \n"
        "CREATE TRIGGER g BEFORE DELETE ON t\nBEGIN\n SELECT 1;\n SELECT ';';\nEND;\n"
        "SELECT 2"
    )
    parts = [part.strip() for part in statements(script)]
    assert len(parts) == 3
    assert parts[1].startswith("CREATE TRIGGER")
    assert parts[1].endswith("END;")
