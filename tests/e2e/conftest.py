"""Two monitors for the tests that drive the program as people do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.helpers.xserver import Desktop, two_monitors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def x_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """An X server with two monitors and a window manager, for all tests that need one."""
    folder: Path = tmp_path_factory.mktemp("x")
    with two_monitors(folder) as desktop:
        yield desktop


@pytest.fixture
def desktop(x_server: Desktop) -> Desktop:
    """The desktop with both monitors on, whatever the test before did to them."""
    x_server.plug_in_all()
    return x_server
