import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_app.ui_kit.settings import Remembered, Settings
from tests.helpers.surprises import Surprises


def test_what_is_remembered_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.remember_language("en")
    settings.remember_window("main", (1, 2, 300, 400))
    settings.remember_choice("door", "Pintu Utara")
    for name in ("a", "b", "a"):
        settings.remember_file(tmp_path / f"{name}.ikrar")
    again = Settings(path).now
    assert again == settings.now
    assert [Path(name).name for name in again.recent] == ["a.ikrar", "b.ikrar"]
    settings.forget_file(again.recent[0])
    assert [Path(name).name for name in Settings(path).now.recent] == ["b.ikrar"]


def test_only_ten_files_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for number in range(15):
        settings.remember_file(tmp_path / f"{number}.ikrar")
    assert [Path(name).stem for name in settings.now.recent] == [str(n) for n in range(14, 4, -1)]


@pytest.mark.parametrize("found", ["", "[]", "{", "null", "\x00", '{"windows": 3, "recent": {}}'])
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, found: str, surprises: Surprises) -> None:
    if found not in ("[]", "null") and "recent" not in found:
        surprises.expect("settings were not read")
    path = tmp_path / "settings.json"
    path.write_text(found)
    assert Settings(path).now == Remembered()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["windows", "recent", "choices", "language"]), inner)
        ),
        max_leaves=12,
    )
)
def test_no_json_at_all_breaks_the_start(
    tmp_path_factory: pytest.TempPathFactory, found: object
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(found))
    now = Settings(path).now
    assert now.language in ("id", "en")


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, surprises: Surprises) -> None:
    surprises.expect("settings were not read")
    surprises.expect("settings were not written")
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "settings.json")
    settings.remember_language("en")
    assert settings.now.language == "en"
