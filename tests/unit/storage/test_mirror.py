"""The mirror on a second drive: whatever happens to the drive, what comes back is sound."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble, KnownError
from ceremony_app.domain.events import EventKind
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.copies import copy_file
from ceremony_app.storage.erase import erase_everyone
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.merge import take_in
from ceremony_app.storage.mirror import Mirror, MirrorPlace, restore_mirror
from ceremony_app.storage.people import People
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import (
    append,
    bring_in,
    door,
    made_up_staff,
    opener,
    rich_file,
    tokens,
)
from tests.helpers.clocks import FakeClock


@pytest.fixture
def place(tmp_path: Path, small: CeremonyFile) -> MirrorPlace:
    (tmp_path / "STICK").mkdir()
    return MirrorPlace.on_drive(tmp_path / "STICK", small.path)


@pytest.fixture
def mirror(small: CeremonyFile, place: MirrorPlace) -> Iterator[Mirror]:
    mirror = Mirror(small.path, place)
    yield mirror
    mirror.close()


def restored(place: MirrorPlace, target: Path) -> set[str]:
    """The events that a spare laptop would have."""
    restore_mirror(place, target)
    with opener().open(target) as file:
        assert verify(file).ok
        names = {event.name for event in Journal(file).latest(10_000)}
        append(file, EventKind.DETAILS_CHANGED)
        assert verify(file).ok
    return names


def names(file: CeremonyFile) -> set[str]:
    return {event.name for event in Journal(file).latest(10_000)}


def test_every_event_is_there(small: CeremonyFile, mirror: Mirror, place: MirrorPlace) -> None:
    assert mirror.catch_up() == 0
    badges = tokens(small)
    door(small).scan(badges[0])
    bring_in(small, made_up_staff(5))
    door(small).guest("Tamu", "Ketua")
    with opener().open(small.path) as other:
        door(other, "Selatan").scan(badges[1])
    assert mirror.catch_up() == 6
    assert mirror.catch_up() == 0
    target = small.path.parent / "spare.ikrar"
    assert restored(place, target) == names(small)
    with opener().read(target) as spare:
        assert People(spare).everyone() == People(small).everyone()
        assert tokens(spare) == tokens(small)
        assert door(spare).present_count() == 3


def test_a_merged_copy_is_mirrored_too(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    mirror.catch_up()
    other = tmp_path / "other.ikrar"
    copy_file(small.path, other)
    with opener().open(other) as copy:
        door(copy, "Timur").scan(tokens(copy)[2])
    take_in(small, other)
    assert mirror.catch_up() == 3
    assert restored(place, tmp_path / "spare.ikrar") == names(small)


def test_everything_that_can_happen(tmp_path: Path) -> None:
    """The base is from the start of a ceremony that holds an event of every kind."""
    clock = FakeClock()
    full = tmp_path / "full.ikrar"
    rich_file(full, clock)
    (tmp_path / "STICK").mkdir()
    with opener(clock).open(full) as file:
        mirror = Mirror(full, MirrorPlace.on_drive(tmp_path / "STICK", full))
        mirror.catch_up()
        door(file).scan(tokens(file)[3])
        mirror.catch_up()
        mirror.close()
        place = MirrorPlace.on_drive(tmp_path / "STICK", full)
        assert restored(place, tmp_path / "spare.ikrar") == names(file)


@pytest.mark.parametrize("rubbish", [b"", b"\x00" * 512, b'{"event": [1, 2]', b"[]\n", b"null\n"])
def test_a_last_line_that_was_cut(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, rubbish: bytes
) -> None:
    mirror.catch_up()
    badges, north = tokens(small), door(small)
    north.scan(badges[0])
    mirror.catch_up()
    kept = names(small)
    north.scan(badges[1])
    mirror.catch_up()
    lines = place.events.read_bytes().splitlines(keepends=True)
    place.events.write_bytes(b"".join(lines[:-1]) + lines[-1][:40] + rubbish)
    assert restored(place, small.path.parent / "spare.ikrar") == kept


def test_every_cut_gives_a_sound_file(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    mirror.catch_up()
    for badge in tokens(small):
        door(small).scan(badge)
    mirror.catch_up()
    whole = place.events.read_bytes()
    sizes = set()
    for cut in range(0, len(whole), 151):
        place.events.write_bytes(whole[:cut])
        sizes.add(len(restored(place, tmp_path / f"{cut}.ikrar")))
    assert len(sizes) == 3


def test_a_line_that_was_spoilt_ends_the_replay(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    mirror.catch_up()
    for badge in tokens(small):
        door(small, "Utara").scan(badge)
    mirror.catch_up()
    lines = place.events.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"Utara", b"Barat")
    place.events.write_bytes(b"".join(lines))
    assert len(names(small) - restored(place, tmp_path / "spare.ikrar")) == 2


def test_a_drive_that_goes_and_comes_back(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    mirror.catch_up()
    drive = place.folder.parent
    drive.rename(tmp_path / "in a pocket")
    door(small).scan(tokens(small)[0])
    for _ in range(2):
        with pytest.raises(KnownError):
            mirror.catch_up()
    assert not drive.exists(), "a drive that is gone is not made up as a folder"
    door(small).scan(tokens(small)[1])
    (tmp_path / "in a pocket").rename(drive)
    mirror.catch_up()
    assert restored(place, tmp_path / "spare.ikrar") == names(small)


def test_another_drive_in_its_place(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    mirror.catch_up()
    shutil.rmtree(place.folder)
    door(small).scan(tokens(small)[0])
    with pytest.raises(KnownError):
        mirror.catch_up()
    mirror.catch_up()
    assert restored(place, tmp_path / "spare.ikrar") == names(small)


def test_a_new_base_beside_old_lines(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace, tmp_path: Path
) -> None:
    """Killed between the two files: the lines tell of events that the base has already."""
    mirror.catch_up()
    door(small).scan(tokens(small)[0])
    mirror.catch_up()
    old_lines = place.events.read_bytes()
    door(small).scan(tokens(small)[1])
    again = Mirror(small.path, place)
    again.catch_up()
    again.close()
    place.events.write_bytes(old_lines)
    assert restored(place, tmp_path / "spare.ikrar") == names(small)


def test_what_is_erased_does_not_live_on(
    small: CeremonyFile, mirror: Mirror, place: MirrorPlace
) -> None:
    mirror.catch_up()
    door(small).guest("Wahyu Rahasia", "Ketua")
    mirror.catch_up()
    assert any(b"Wahyu Rahasia" in path.read_bytes() for path in place.folder.iterdir())
    erase_everyone(small, "masa simpan berakhir")
    mirror.catch_up()
    assert not any(b"Wahyu Rahasia" in path.read_bytes() for path in place.folder.iterdir())
    assert restored(place, small.path.parent / "spare.ikrar") == names(small)


def test_what_cannot_be_restored(small: CeremonyFile, place: MirrorPlace, tmp_path: Path) -> None:
    for target, key in (
        (small.path, "storage.exists_already"),
        (tmp_path / "b.ikrar", "storage.no_mirror"),
    ):
        with pytest.raises(FileTrouble) as caught:
            restore_mirror(place, target)
        assert caught.value.message.key == key
    assert not (tmp_path / "b.ikrar").exists()
