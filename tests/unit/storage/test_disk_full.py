"""A full disk: one sentence, nothing lost that was answered, and on it goes once there is room."""

import os
import resource
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from ceremony_app.domain.errors import DiskTrouble
from ceremony_app.domain.verdicts import Verdict
from ceremony_app.storage.backup import BackupFolder, Moment
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.people import People
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import bring_in, door, made_up_staff, new_file, opener, tokens
from tests.helpers.clocks import FakeClock
from tests.helpers.small_disk import can_mount, fill, small_disk

needs_mount = pytest.mark.skipif(not can_mount(), reason="only on systems that let a test mount")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 3000) as folder:
        yield folder


def refusal(work: Callable[[], object]) -> str:
    """The key of the sentence that a piece of work ends with; empty where it is done."""
    try:
        work()
    except DiskTrouble as trouble:
        return trouble.message.key
    return ""


@needs_mount
def test_a_disk_that_fills_in_mid_scan(disk: Path) -> None:
    file = new_file(disk / "upacara.ikrar", 30)
    badges, north = tokens(file), door(file)
    answered = [north.scan(badge).event for badge in badges[:10]]
    ballast = fill(disk)
    refused = 0
    for badge in badges[10:30]:
        before = len(answered)
        said = refusal(lambda: answered.append(north.scan(badge).event))  # noqa: B023
        assert said == ("" if len(answered) > before else "storage.disk_full")
        refused += said != ""
    assert refused
    ballast.unlink()
    again = [north.scan(badge) for badge in badges[10:]]
    assert sum(answer.verdict is Verdict.RECORDED for answer in again) == refused
    answered += [answer.event for answer in again]
    everyone = {event.name for event in Journal(file).latest(10_000)}
    assert set(answered) <= everyone
    assert north.present_count() == 30
    assert verify(file).ok
    file.close()
    assert [path.name for path in disk.iterdir()] == ["upacara.ikrar"]


@needs_mount
def test_a_file_that_is_closed_on_a_full_disk(disk: Path) -> None:
    """It cannot be folded in then; what was answered waits in the WAL for the next opening."""
    file = new_file(disk / "upacara.ikrar", 200)
    badges, north = tokens(file), door(file)
    answered = 0
    ballast = fill(disk, leave=200_000)
    while refusal(partial(north.scan, badges[answered])) == "":
        answered += 1
    assert refusal(file.close) in ("", "storage.disk_full")
    ballast.unlink()
    assert answered
    with opener().open(disk / "upacara.ikrar") as again:
        assert door(again).present_count() == answered
        assert verify(again).ok


@needs_mount
def test_an_import_on_a_full_disk(disk: Path) -> None:
    with new_file(disk / "upacara.ikrar", 3) as file:
        staff = made_up_staff(20_000)
        with pytest.raises(DiskTrouble) as caught:
            bring_in(file, staff)
        assert caught.value.message.key == "storage.disk_full"
        assert People(file).count() == 3
        assert verify(file).ok
        bring_in(file, staff[:10])
        assert People(file).count() == 13
        assert verify(file).ok


@needs_mount
def test_a_new_file_and_a_copy_on_a_full_disk(disk: Path, small: CeremonyFile) -> None:
    small.close()
    fill(disk, leave=30_000)
    with pytest.raises(DiskTrouble):
        new_file(disk / "neu.ikrar")
    with pytest.raises(DiskTrouble):
        copy_file(small.path, disk / "copy.ikrar")
    assert [path.name for path in disk.iterdir()] == ["ballast"]


@needs_mount
def test_backups_give_way_before_the_disk_fills(disk: Path) -> None:
    file = new_file(disk / "upacara.ikrar", 3)
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    backups = BackupFolder.beside(file.path)
    backups = BackupFolder(backups.folder, backups.name, lambda folder: _free(folder) + 66_000_000)
    clock = FakeClock()
    for _ in range(60):
        clock.run(300)
        backups.add(file.connection, Moment.RUNNING, clock.now())
        door(file).scan(tokens(file)[0])
    assert 1 <= len(backups.all()) < 20
    assert _free(disk) > 500_000, f"of {free}"
    file.close()


def _free(folder: Path) -> int:
    return os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize


@pytest.mark.skipif(os.name != "posix", reason="only on systems with limits in this way")
def test_a_limit_on_the_size_of_a_file(small: CeremonyFile) -> None:
    """Without a disk of one's own: the kernel refuses to let the file grow."""
    badges, north = tokens(small), door(small)
    answered = [north.scan(badges[0]).event]
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = small.path.with_name(small.path.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 1000, kept[1]))
    try:
        said = {refusal(lambda: answered.append(north.scan(badges[1]).event)) for _ in range(10)}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert "storage.disk_failing" in said, "SQLite does not tell a limit from a bad disk"
    answered.append(north.scan(badges[2]).event)
    assert {*answered} <= {event.name for event in Journal(small).latest(100)}
    assert verify(small).ok
