"""What is changed in an archive's folder is found and named; a paper is known again."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceremony_app.domain.archive import EVENTS, MANIFEST, read_manifest, spelled
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.clock import SystemClock
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.locator import installed
from ceremony_app.services.archive_check import check_folder
from ceremony_app.services.archive_paper import PaperFound, check_paper
from ceremony_app.services.opening import opener
from ceremony_app.services.record import Record
from ceremony_app.storage.ceremony_file import CeremonyFile
from tests.helpers import scanned_sheets as sheets
from tests.helpers.archives import flip, names_in, write_archive
from tests.helpers.day import Day, begin

MINUTES = "dokumen/berita-acara.pdf"


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    day = begin(tmp_path_factory.mktemp("day") / "a.ikrar", place="Aula")
    day.approve()
    day.arrive(*day.people[:2])
    return day


@pytest.fixture(scope="module")
def original(day: Day, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("made") / "arsip"
    pact = sheets.make_pact(day.file, target.with_name("pakta.pdf"), PactForm.REPRESENTATIVES)
    sheets.bring(day.file, sheets.save(sheets.drawn(pact), target.with_name("pindaian.jpg")))
    write_archive(day.file, target)
    return target


@pytest.fixture(scope="module")
def folder(original: Path) -> Path:
    """The archive itself; whoever changes it puts it back."""
    return original


def problems(folder: Path, head: str = "", record: CeremonyFile | None = None) -> list[str]:
    return [str(one) for one in check_folder(folder, head, record).problems]


def read(path: Path) -> CeremonyFile:
    return opener(installed(), SystemClock(), "").read(path)


def known(paper: Path, record: Path | None = None) -> PaperFound:
    return check_paper(paper, read, record)


def test_an_untouched_folder_holds(folder: Path, day: Day) -> None:
    head = Record(day.file).summary().head
    found = check_folder(folder, head, day.file)
    assert found.problems == []
    assert (found.files, found.head, found.known) == (len(names_in(folder)), head, True)
    assert found.events > 10
    assert check_folder(folder).known is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_changed_byte_is_found_and_its_file_named(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(names_in(folder))))
    path = folder / name
    at = data.draw(st.integers(0, path.stat().st_size - 1))
    flip(path, at)
    try:
        assert f"export.problem.changed(file={name})" in problems(folder)
    finally:
        flip(path, at)


def test_what_is_missing_or_added_is_named(folder: Path) -> None:
    moved = (folder / MINUTES).rename(folder.parent / "x.pdf")
    (folder / "dokumen" / "surat.txt").write_text("x")
    (folder / "desktop.ini").write_text("left by a file manager")
    try:
        assert problems(folder) == [
            f"export.problem.missing(file={MINUTES})",
            "export.problem.added(file=dokumen/surat.txt)",
        ]
    finally:
        moved.rename(folder / MINUTES)
        (folder / "dokumen" / "surat.txt").unlink()
        (folder / "desktop.ini").unlink()
    assert problems(folder) == []


def forged(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change a file and make the manifest agree, as somebody who means it would."""
    data = change((folder / name).read_bytes())
    (folder / name).write_bytes(data)
    manifest = read_manifest((folder / MANIFEST).read_bytes())
    files = tuple(
        replace(one, size=len(data), sha256=sha256(data).hexdigest()) if one.path == name else one
        for one in manifest.files
    )
    (folder / MANIFEST).write_bytes(spelled(replace(manifest, files=files)))


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "salinan"))


def test_a_paper_that_was_made_anew_is_not_in_the_events(copy: Path, day: Day) -> None:
    forged(copy, MINUTES, lambda data: data + b"%x")
    assert problems(copy) == [f"export.problem.not_recorded(file={MINUTES})"]
    assert "export.problem.not_of_record(file=a.ikrar)" in problems(copy, record=day.file)
    assert "export.problem.not_recorded" in str(known(copy / MINUTES).problems[0])


def test_another_scan_in_the_place_of_one_is_not_in_the_events(copy: Path) -> None:
    (scan,) = (name for name in names_in(copy) if name.startswith("pindaian/"))
    assert "lembar-001-halaman-1" in scan
    forged(copy, scan, lambda data: data + b"x")
    assert problems(copy) == [f"export.problem.not_recorded(file={scan})"]
    manifest = read_manifest((copy / MANIFEST).read_bytes())
    bare = tuple(replace(one, event="") if one.path == scan else one for one in manifest.files)
    (copy / MANIFEST).write_bytes(spelled(replace(manifest, files=bare)))
    assert problems(copy) == [f"export.problem.not_recorded(file={scan})"]


def without(words: bytes, data: bytes) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if words not in line)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.replace(b'\\"recorded\\"', b'\\"already\\"', 1), "problem.event"),
        (lambda data: b"".join(data.splitlines(keepends=True)[1:]), "problem.gap"),
        (lambda data: without(b'"kind": "sealed"', data), "problem.no_seal"),
        (lambda data: b"[" * 90_000 + b"\n" + data, "problem.line(file=events.jsonl, line=1)"),
        (lambda data: b"{}\n" + data, "problem.line(file=events.jsonl, line=1)"),
    ],
)
def test_events_that_were_changed_do_not_hold(
    copy: Path, change: Callable[[bytes], bytes], said: str
) -> None:
    forged(copy, EVENTS, change)
    assert any(said in one for one in problems(copy))


def test_a_head_of_another_record(folder: Path) -> None:
    assert "no_such_head" in problems(folder, "0123 4567 " * 4)[0]
    with pytest.raises(Refused, match="not_a_head"):
        check_folder(folder, "nosuch")


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="no_archive"):
        check_folder(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff", b"[" * 90_000, b'{"files": 3}'])
def test_a_manifest_that_is_none(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(raw)
    assert problems(tmp_path) == [f"export.problem.changed(file={MANIFEST})"]


def test_a_manifest_never_names_what_lies_outside(copy: Path) -> None:
    for name in ("../x", "/etc/passwd", "a\\b", "C:x"):
        raw = (copy / MANIFEST).read_bytes().replace(MINUTES.encode(), name.encode())
        with pytest.raises(ValueError, match=r"folder|bytes|manifest|escape"):
            read_manifest(raw)


def test_a_paper_is_known_in_its_archive(folder: Path) -> None:
    found = known(folder / MINUTES)
    assert found.ok
    assert found.what is not None
    assert found.what.key == "archive.document.minutes"
    assert (found.place, bool(found.event)) == ("arsip", True)
    assert found.at.startswith("2022-10-17T")
    page = known(folder / "baca-saya.html")
    assert page.what is not None
    assert page.what.key == "export.paper.filed"


def test_a_paper_is_known_in_a_record(folder: Path, day: Day, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes((folder / MINUTES).read_bytes())
    assert not known(tmp_path / "a.pdf").known
    found = known(tmp_path / "a.pdf", day.file.path)
    assert (found.ok, found.place) == (True, "a.ikrar")
    beside = day.file.path.with_name("a.pdf")
    beside.write_bytes((folder / MINUTES).read_bytes())
    assert known(beside).place == "a.ikrar"
    flip(beside, 100)
    assert not known(beside).known


def test_a_changed_paper_is_named_in_its_archive(copy: Path) -> None:
    flip(copy / MINUTES, 100)
    found = known(copy / MINUTES)
    assert not found.ok
    assert [str(one) for one in found.problems] == [f"export.problem.changed(file={MINUTES})"]
