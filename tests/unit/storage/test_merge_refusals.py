"""Files that are not merged, and files that are taken in from elsewhere with care."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble, KnownError, Refused
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.token import new_token
from ceremony_app.services.people import PeopleDesk
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.erase import erase_persons
from ceremony_app.storage.header import read_header
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import compare, take_in
from ceremony_app.storage.people import People
from ceremony_app.storage.rows import Badge, Brought
from ceremony_app.storage.verify import verify
from ceremony_app.storage.volume import Mount
from ceremony_app.storage.writer import Entry
from tests.helpers.ceremony_files import LOCATOR, new_file, opener
from tests.helpers.other_laptops import copy_with, scans


def refused(file: CeremonyFile, other: Path) -> KnownError:
    events = Journal(file).count()
    for attempt in (take_in, compare):
        with pytest.raises(KnownError) as caught:
            attempt(file, other)
    assert Journal(file).count() == events
    assert verify(file).ok
    assert not list(file.path.parent.glob("*.merging*"))
    return caught.value


def test_another_ceremony(origin: Path, tmp_path: Path) -> None:
    with new_file(tmp_path / "other.ikrar") as other:
        pass
    with opener().open(origin) as file:
        error = refused(file, other.path)
        assert isinstance(error, Refused)
        assert error.message.key == "merge.other_ceremony"


def tampered(path: Path, *statements: str) -> None:
    """Change a file with another program, triggers and all put back."""
    connection = sqlite3.connect(path)
    triggers = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'"))
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for sql in triggers.values():
        connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_tampered_copy(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1))
    tampered(north, "UPDATE event SET door = 'Barat' WHERE door = 'Utara'")
    with opener().open(origin) as file:
        error = refused(file, north)
        assert isinstance(error, FileTrouble)
        assert error.message.key == "merge.not_sound"
        assert error.message.values["file"] == "north.ikrar"


def test_a_copy_with_a_gap(origin: Path) -> None:
    north = copy_with(origin, "north.ikrar", scans("Utara", 0, 1, 2))
    tampered(north, "DELETE FROM event WHERE door = 'Utara' AND seq = 3")
    with opener().open(origin) as file:
        assert refused(file, north).message.key == "merge.gaps"


def test_the_same_name_with_another_body(origin: Path) -> None:
    """Somebody wrote the end of a chain anew, with all its hashes: an alarm, and nothing taken."""
    from tests.helpers.forger import forge_first_door

    with opener().open(origin) as file:
        scans("Utara", 0, 1)(file)
        writer = file.writer.id
    forged = origin.with_name("forged.ikrar")
    shutil.copy(origin, forged)
    forge_first_door(forged, "Barat")
    with opener().open(origin) as file:
        difference = None
        with pytest.raises(Refused) as caught:
            difference = take_in(file, forged)
        assert difference is None
        assert caught.value.message.key == "merge.conflict"
        assert str(caught.value.message.values["event"]).startswith(writer)
        found = compare(file, forged)
        assert [conflict.writer for conflict in found.conflicts] == [writer]
        assert verify(file).ok


def test_one_badge_of_two_files(origin: Path) -> None:
    """Both took over the badges of an earlier ceremony, each for itself."""
    token = new_token()

    def take_over(file: CeremonyFile) -> None:
        badge = Badge(new_id(), PeopleDesk(file).everyone()[0].id, token)
        with file.transaction():
            file.append(Entry(EventKind.BADGE_ISSUED, {}), Brought(badges=(badge,)))

    south = copy_with(origin, "south.ikrar", take_over)
    with opener().open(origin) as file:
        take_over(file)
        assert refused(file, south).message.key == "merge.same_badges"


def test_what_is_no_file(origin: Path, tmp_path: Path) -> None:
    (tmp_path / "text.ikrar").write_text("no")
    with opener().open(origin) as file:
        assert refused(file, tmp_path / "text.ikrar").message.key == "storage.not_a_ceremony"
        assert refused(file, tmp_path).message.key == "storage.is_a_folder"
        assert refused(file, tmp_path / "no.ikrar").message.key == "storage.no_such_file"


# Where the other file comes from


def test_a_file_that_is_in_use(origin: Path, tmp_path: Path) -> None:
    path = tmp_path / "south.ikrar"
    shutil.copy(origin, path)
    with opener().open(path) as other, opener().open(origin) as file:
        scans("Selatan", 0, 1)(other)
        assert take_in(file, path).scans == 2
        scans("Selatan", 2)(other)
        assert take_in(file, path).scans == 1


def test_a_file_in_use_on_a_network_drive(origin: Path, tmp_path: Path) -> None:
    """A closed one there is only read; one in use is not safe to read, let alone to write."""
    (tmp_path / "share").mkdir()
    path = tmp_path / "share" / "south.ikrar"
    shutil.copy(origin, path)
    using = opener(mounts=lambda: [Mount(tmp_path / "share", "cifs")])
    with opener().open(path) as other, using.open(origin) as file:
        scans("Selatan", 0)(other)
        assert refused(file, path).message.key == "storage.on_network"
        other.close()
        assert take_in(file, path).scans == 1


def test_a_file_of_an_older_version(origin: Path, tmp_path: Path) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(LOCATOR.migrations, migrations)
    (migrations / "9001_more.sql").write_text("CREATE INDEX more ON signed (pact);\n")
    south = copy_with(origin, "south.ikrar", scans("Selatan", 0))
    newer = opener(migrations=migrations)
    with newer.open(origin) as file:
        assert take_in(file, south).scans == 1
        assert take_in(file, south).events == 0
        assert verify(file).ok
    assert read_header(south).version < newer.migrations.newest, "only a copy was migrated"
    with opener().open(south) as file:
        with pytest.raises(FileTrouble) as caught:
            take_in(file, origin)
        assert caught.value.message.key == "storage.newer_version"


def test_a_merge_brings_back_nothing_that_was_erased(origin: Path) -> None:
    south = copy_with(origin, "south.ikrar", scans("Selatan", 0))
    with opener().open(origin) as file:
        gone = PeopleDesk(file).everyone()[0]
        erase_persons(file, [gone.id], "atas permintaan")
        take_in(file, south)
        assert gone.name not in {person.name for person in People(file).everyone()}
        assert verify(file).ok
    with opener().open(south) as file:
        take_in(file, origin)
        assert verify(file).ok
        assert verify(file).erased == 1
    assert gone.name.encode() not in south.read_bytes()
