"""The command line, driven as other programs drive it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that it must be."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as one JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Ikrar:
    """Calls `ikrar` in `folder`: the one in `checkout`, or `program`, a frozen or installed one."""

    folder: Path
    checkout: Path | None = None
    program: tuple[str, ...] = (sys.executable, "-m", "ceremony_app")

    def __call__(
        self, *arguments: str | Path, stdin: str = "", timeout: float = 60, **environment: str
    ) -> Answer:
        """Run to the end and return the answer, whatever its exit code."""
        done = subprocess.run(
            [*self.program, *map(str, arguments)],
            input=stdin.encode(),
            capture_output=True,
            cwd=self.folder,
            env=self.environment(**environment),
            timeout=timeout,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
        """Start and leave running, with pipes to its three streams; the caller ends it."""
        return subprocess.Popen(
            [*self.program, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.environment(**environment),
            encoding="utf-8",
        )

    def environment(self, **more: str) -> dict[str, str]:
        """The test's environment, in which a checkout's package is found from any folder."""
        found = {"PYTHONPATH": str(self.checkout)} if self.checkout else {}
        return {**os.environ, **found, **more}
