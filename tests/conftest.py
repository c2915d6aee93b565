"""What every test lives in: a home of its own, no screen, and nobody who overlooks a warning."""

import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from tests.helpers.command import Ikrar
from tests.helpers.read_once import sentences_and_faces
from tests.helpers.surprises import Surprises

ROOT = Path(__file__).resolve().parent.parent

# Before Qt is loaded: a test that wants a real screen starts the program as a process of its own.
if not os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

TESTS_BETWEEN_FULL_LOOKS = 20

_HOME_OF = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
_STRANGERS = ("IKRAR_LANG", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home folder: no test reads or leaves anything in the user's own."""
    before = dict(os.environ)
    folder = tmp_path_factory.mktemp("home")
    for name, below in _HOME_OF.items():
        os.environ[name] = str(folder / below)
    for name in _STRANGERS:
        os.environ.pop(name, None)
    yield folder
    _restore(before)


def _restore(before: Mapping[str, str]) -> None:
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(autouse=True)
def surprises() -> Iterator[Surprises]:
    """Fails a test that logs a warning or worse; `surprises.expect("pattern")` where one is due.

    Qt's own messages are watched by pytest-qt in the same way (`qt_log_level_fail`).
    """
    with Surprises() as watched:
        yield watched
    watched.check()


@pytest.fixture(scope="session", autouse=True)
def collector() -> Iterator[None]:
    """Knots are let go between tests, on the main thread, as the program does: never on a lane.

    What was loaded before the first test is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture(autouse=True)
def knots(collector: None) -> Iterator[None]:
    """What a test left is let go of; what outlived many tests, now and then."""
    yield
    _, _, looks = gc.get_count()
    gc.collect(2 if looks > TESTS_BETWEEN_FULL_LOOKS else 1)


@pytest.fixture(scope="session", autouse=True)
def read_once(locator: Locator) -> Iterator[None]:
    """Sentences and faces are read once a process."""
    with sentences_and_faces(locator):
        yield


@pytest.fixture(scope="session")
def locator() -> Locator:
    """The program's own files, in the checkout."""
    return Locator(ROOT)


@pytest.fixture(scope="session")
def indonesian(locator: Locator) -> Catalogue:
    return Catalogue.read(locator.translations, "id")


@pytest.fixture(scope="session")
def english(locator: Locator) -> Catalogue:
    return Catalogue.read(locator.translations, "en")


@pytest.fixture
def ikrar(tmp_path: Path) -> Ikrar:
    """The command line as a process of its own, started in `tmp_path`."""
    return Ikrar(tmp_path, ROOT)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked x11 needs what .ci/run installs; there a missing part is a failure."""
    if item.get_closest_marker("x11") is None:
        return
    missing = [name for name in ("Xorg", "xrandr", "xdotool", "openbox") if not _found(name)]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In .ci/run nothing may be skipped but what belongs to another system."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if not (report.skipped and os.environ.get("IKRAR_CI")) or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if "only on " not in reason:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped where nothing may be: {reason}"


def _found(program: str) -> bool:
    return any(Path(folder, program).exists() for folder in os.environ["PATH"].split(os.pathsep))
