"""The entry: `ikrar`, `python -m ceremony_app`, and the frozen programs."""

import sys

from ceremony_app.cli.main import run
from ceremony_app.domain.launch import Launch
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator


def main() -> int:
    if getattr(sys, "frozen", False):
        # A worker process of a frozen program starts here too, and must not open a second
        # window. Imported here, since it would make every other start a tenth slower.
        from multiprocessing import freeze_support

        freeze_support()
    return run(sys.argv[1:], _open_windows)


def _open_windows(launch: Launch, catalogue: Catalogue, locator: Locator) -> int:
    # Late, so that commands without a window start without Qt.
    from ceremony_app.app import start

    return start(launch, catalogue, locator)


if __name__ == "__main__":
    sys.exit(main())
