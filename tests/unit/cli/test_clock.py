"""Commands doubt the clock aloud, on standard error, and the record's order holds."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ceremony_app.cli.call import Call
from ceremony_app.cli.main import ikrar
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.messages import Catalogue
from ceremony_app.storage.journal import Journal
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, new_file, opener, tokens
from tests.helpers.clocks import FakeClock


class Lines(io.BytesIO):
    """Standard input whose lines come while something happens to the clock."""

    def __init__(self, lines: list[str], between: Callable[[], object]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines).encode())
        self._between = between
        self._read = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        if self._read == 1:
            self._between()
        self._read += 1
        return super().readline(size)


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Iterator[Path]:
    with new_file(tmp_path / "upacara.ikrar", 3, clock) as file:
        pass
    return file.path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def call(clock: FakeClock) -> Callable[..., object]:
    def run(*arguments: object) -> object:
        made = Call(LOCATOR, Catalogue.read(LOCATOR.translations, "id"), lambda *_: 0, clock)
        return ikrar.main([str(one) for one in arguments], obj=made, standalone_mode=False)

    return run


def test_a_clock_that_is_set_between_two_scans(
    call: Callable[..., object],
    path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with opener(clock).read(path) as file:
        badges = tokens(file)[:2]
    stdin = Lines(badges, lambda: clock.set_wall("2023-02-12T22:30:00+00:00"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stdin))
    call("checkin", path, "--door", "Utara")
    said = capsys.readouterr()
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [one["verdict"] for one in answers] == ["recorded", "recorded"]
    assert said.err.count("dimundurkan 2 jam") == 1
    assert "tetap tersimpan" in said.err
    with opener(clock).read(path) as file:
        (jump,) = Journal(file).of_kind(EventKind.CLOCK_JUMPED)
        order = [event.name for event in reversed(Journal(file).latest(3))]
        assert order == [answers[0]["event"], jump.name, answers[1]["event"]]
        assert verify(file).ok


@pytest.mark.parametrize(
    "arguments",
    [
        ("guest", "FILE", "--name", "Warits", "--post", "Ketua"),
        ("session", "FILE", "close"),
        ("rules", "FILE", "--quorum", "2/3"),
    ],
    ids=lambda one: one[0],
)
def test_a_flat_battery_is_said_by_every_command_that_writes(
    call: Callable[..., object],
    path: Path,
    clock: FakeClock,
    arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock.set_wall("2010-01-01T00:00:00+00:00")
    call(*(path if one == "FILE" else one for one in arguments), "--json")
    said = capsys.readouterr()
    assert "Mungkin baterai jamnya habis" in said.err
    json.loads(said.out)
    with opener(clock).read(path) as file:
        newest = Journal(file).last()
        assert newest is not None
        assert newest.name == Journal(file).latest(1)[0].name
        assert newest.utc.startswith("2010")


def test_a_clock_that_is_right_is_not_spoken_of(
    call: Callable[..., object], path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call("rules", path, "--quorum", "2/3")
    assert capsys.readouterr().err == ""
