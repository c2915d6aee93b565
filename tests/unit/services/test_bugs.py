"""The log and the reports: kept where they can be, never in the way."""

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceremony_app.services.bugs import bug_report, keep_report, logged_to
from tests.helpers.surprises import Surprises

NOON = datetime(2023, 2, 13, 12, 0, 0, tzinfo=UTC)


def test_a_report_names_code_and_no_values() -> None:
    try:
        int("Siti Aminah")
    except ValueError as error:
        report = bug_report(error, "Qt 6")
    assert "ValueError" in report
    assert "test_bugs.py" in report
    assert "· Qt 6 ·" in report
    assert report.count("Siti Aminah") == 1  # the line of this file, not the value


def test_a_report_is_kept_in_a_file_of_its_own(tmp_path: Path) -> None:
    kept = keep_report("satu", tmp_path / "new", NOON)
    assert kept is not None
    assert kept.name.startswith("ikrar-20230213-120000-")
    assert kept.read_text("utf-8") == "satu"


def test_a_folder_that_takes_nothing_is_no_second_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert keep_report("satu", tmp_path / "file", NOON) is None
    with logged_to(tmp_path / "file"):
        pass


def test_warnings_are_logged_while_it_lasts(tmp_path: Path, surprises: Surprises) -> None:
    log = logging.getLogger("ceremony_app.test")
    surprises.expect("slow disk")
    surprises.expect("afterwards")
    with logged_to(tmp_path):
        log.warning("slow disk")
        log.info("nothing")
    log.warning("afterwards")
    written = (tmp_path / "ikrar.log").read_text("utf-8")
    assert "WARNING ceremony_app.test slow disk" in written
    assert "nothing" not in written
    assert "afterwards" not in written


def test_a_long_log_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "ikrar.log").write_text("x" * 1_000_001, "utf-8")
    with logged_to(tmp_path):
        pass
    assert (tmp_path / "ikrar.old.log").stat().st_size == 1_000_001
    assert (tmp_path / "ikrar.log").stat().st_size == 0


def test_a_surprise_fails_and_a_missing_line_too(surprises: Surprises) -> None:
    surprises.expect("odd")
    with Surprises() as watched:
        logging.getLogger("somewhere").warning("odd")
    with pytest.raises(AssertionError, match="not expected"):
        watched.check()
    watched.expect("odd")
    watched.check()
    watched.expect("even")
    with pytest.raises(AssertionError, match="not logged"):
        watched.check()
