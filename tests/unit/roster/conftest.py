"""How a refused file is judged in all tests of this room."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import Catalogue
from ceremony_app.roster.reading import read_roster

TODAY = date(2026, 11, 22)


@pytest.fixture
def refusal(indonesian: Catalogue, english: Catalogue) -> Callable[[Path], str]:
    """The key of the sentence with which a file is refused, said in both languages."""

    def read(path: Path) -> str:
        with pytest.raises(FileTrouble) as trouble:
            read_roster(path, today=TODAY)
        for catalogue in (indonesian, english):
            assert catalogue.say(trouble.value.message).count("\n") == 0
        return trouble.value.message.key.removeprefix("roster.file.")

    return read
