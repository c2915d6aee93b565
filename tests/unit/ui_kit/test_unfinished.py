"""What a program that died had open is found again: once, and by the first program only."""

from pathlib import Path

from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.unfinished import Unfinished
from tests.helpers.surprises import Surprises


def started(folder: Path) -> Unfinished:
    """A program that has just started, with the settings of this machine."""
    return Unfinished(Settings(folder / "settings.json"), folder)


def test_what_was_open_when_a_program_died_is_found_once(tmp_path: Path) -> None:
    died = started(tmp_path)
    died.begin(tmp_path / "banten.ikrar")
    died.close()
    again = started(tmp_path)
    assert again.take() == tmp_path / "banten.ikrar"
    assert again.take() is None


def test_what_was_closed_is_not(tmp_path: Path) -> None:
    ended = started(tmp_path)
    ended.begin(tmp_path / "banten.ikrar")
    ended.end()
    ended.close()
    assert started(tmp_path).take() is None


def test_what_another_program_has_open_is_left_to_it(tmp_path: Path) -> None:
    first = started(tmp_path)
    first.begin(tmp_path / "banten.ikrar")
    second = started(tmp_path)
    assert second.take() is None
    second.begin(tmp_path / "ntt.ikrar")
    second.end()
    first.close()
    assert started(tmp_path).take() == tmp_path / "banten.ikrar"


def test_without_a_folder_to_write_to_nothing_is_remembered(
    tmp_path: Path, surprises: Surprises
) -> None:
    surprises.expect("settings were not read")
    surprises.expect("no folder for settings")
    (tmp_path / "file").write_text("")
    nowhere = started(tmp_path / "file")
    nowhere.begin(tmp_path / "banten.ikrar")
    assert nowhere.take() is None
