"""The command line called in this process, with windows that only write down what was asked."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ceremony_app.cli.main import run
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from tests.helpers.command import Answer
from tests.helpers.rosters import STAFF, write_roster

Call = Callable[..., Answer]


@dataclass
class FakeWindows:
    """Stands for the composition root: keeps each launch, or raises what a test gives it."""

    launches: list[Launch] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    locators: list[Locator] = field(default_factory=list)
    trouble: BaseException | None = None
    code: int = 0

    def __call__(self, launch: Launch, catalogue: Catalogue, locator: Locator) -> int:
        if self.trouble is not None:
            raise self.trouble
        self.launches.append(launch)
        self.languages.append(catalogue.language)
        self.locators.append(locator)
        return self.code


@pytest.fixture
def windows() -> FakeWindows:
    return FakeWindows()


@pytest.fixture
def call(
    windows: FakeWindows, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """`call("open", file)` does what `ikrar open FILE` does; `stdin` is piped into it."""

    def answer(*arguments: object, stdin: bytes | None = b"") -> Answer:
        piped = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin))
        monkeypatch.setattr("sys.stdin", piped)
        code = run([str(one) for one in arguments], windows)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return answer


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A roster of six people in two divisions."""
    return write_roster(tmp_path / "pegawai.csv", STAFF)


@pytest.fixture
def ceremony(call: Call, roster: Path, tmp_path: Path) -> Path:
    """A ceremony of banten with those six people, closed."""
    file = tmp_path / "upacara.ikrar"
    settings = ("--set", "time=08:00", "--set", "place=Aula")
    assert call("new", file, "--template", "banten", *settings).code == 0
    assert call("roster", "import", file, roster).code == 0
    return file


@pytest.fixture
def tokens(call: Call, ceremony: Path, tmp_path: Path) -> dict[str, str]:
    """Everybody's token by id number, as `ikrar badges` gives them to label programs."""
    return read_tokens(call, ceremony, tmp_path / "tokens.csv")


def read_tokens(call: Call, ceremony: Path, out: Path) -> dict[str, str]:
    assert call("badges", ceremony, "-o", out).code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline())
        file.seek(0)
        return {row["id_number"]: row["token"] for row in csv.DictReader(file, dialect=dialect)}
