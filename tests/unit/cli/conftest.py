"""The command line called in this process, with windows that only write down what was asked."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from ceremony_app.cli.main import run
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator
from tests.helpers.command import Answer


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
def call(windows: FakeWindows, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """`call("open", file)` does what `ikrar open FILE` does."""

    def answer(*arguments: object) -> Answer:
        code = run([str(one) for one in arguments], windows)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return answer
