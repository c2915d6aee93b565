"""The hall's picture: from a key to its frame, fades, fitting, and memory over a long show.

Each figure stands beside what may not be exceeded: a frame of a projector at 60 Hz, or what the
hall would notice. Everything is painted by Qt's raster engine on the processor.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QImage, QPaintEvent

from benchmarks.figures import Row, show
from benchmarks.presser import Deed, Press, Presser, application_with_screens, rest
from ceremony_app.domain.ceremony import Cue, CueKind, Details
from ceremony_app.domain.phrases import suggested_point
from ceremony_app.domain.show import Show
from ceremony_app.domain.template import fill
from ceremony_app.domain.texts import Text
from ceremony_app.locator import Locator, installed
from ceremony_app.projector.crossfade import LENGTH
from ceremony_app.projector.idle_painter import IdlePainter
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.painter import Painter
from ceremony_app.projector.picture_widget import PictureWidget
from ceremony_app.projector.step_cache import LIMIT, StepCache, likely_next
from ceremony_app.projector.views import View, picture_of
from ceremony_app.services.templates import Templates

TEMPLATE = "banten"
PRESSES, ROUNDS = 120, 3
FADES = 25
STEPS, SETTLING = 10_000, 1_000
POINTS, WORDS = 20, 40

HD, UHD = (1920, 1080), (3840, 2160)
FRAME_HD, FRAME_UHD, JUMP = 16.7, 33.0, 100.0
FADE_FRAME, FADE_GAP = 8.0, 33.0
FITTED = 200.0
GROWTH = 1.05


def rows() -> list[Row]:
    """Our figures against what they may be."""
    with tempfile.TemporaryDirectory() as folder:
        application = application_with_screens(Path(folder))
        locator = installed()
        painter = painter_of(a_show(locator), locator)
        presser = Presser(application, painter, locator, Path(folder))
        found = [
            *_keys(presser, "Proyektor", "1920x1080", FRAME_HD),
            *_keys(presser, "Proyektor besar", "3840x2160", FRAME_UHD),
            *_fade(painter),
            _bound(painter),
            _fitting(locator),
            _long_show(presser),
        ]
        presser.close()
        del application
    print("load: " + ", ".join(f"{load:.2f}" for load in os.getloadavg()))
    return found


def a_show(locator: Locator) -> Show:
    """The show of a template as it ships."""
    numbers = iter(range(10_000))
    template = Templates(locator.templates).get(TEMPLATE)
    return Show(*fill(template, {}, lambda: str(next(numbers))))


def _keys(presser: Presser, screen: str, size: str, frame: float) -> list[Row]:
    presser.open(screen)
    rounds = [presser.press(PRESSES) for _ in range(ROUNDS)]
    found = [
        _within(
            f"{deed} at {size}, from key to frame, slowest but one in a hundred",
            min(_slowest(presses, deed) for presses in rounds),
            frame,
        )
        for deed in (Deed.NEXT, Deed.BACK, Deed.COVER)
    ]
    jumps = [press.seconds for presses in rounds for press in presses if press.deed is Deed.JUMP]
    found.append(_within(f"the slowest of {len(jumps)} jumps at {size}", max(jumps), JUMP))
    on_the_way = sum(
        press.made for presses in rounds for press in presses if press.deed is not Deed.JUMP
    )
    name = f"fonts and layouts made between {PRESSES * ROUNDS} keys and their frames at {size}"
    found.append(Row(name, on_the_way, 0, on_the_way, 0.5, "made"))
    return found


def _slowest(presses: Iterable[Press], deed: Deed) -> float:
    return _percentile([press.seconds for press in presses if press.deed is deed])


def _percentile(seconds: list[float]) -> float:
    """The slowest but one in a hundred."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[98]


def _within(name: str, seconds: float, most: float) -> Row:
    """A time in milliseconds against the most that it may be."""
    taken = seconds * 1000
    return Row(name, taken, most, taken / most, 1.0, "ms")


class TimedWidget(PictureWidget):
    """Notes when each frame was begun and how long it took."""

    def __init__(self) -> None:
        super().__init__(time.perf_counter)
        self.frames: list[tuple[float, float]] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        began = time.perf_counter()
        fading = self.is_fading
        super().paintEvent(event)
        if fading:
            self.frames.append((began, time.perf_counter()))


def _fade(painter: Painter) -> list[Row]:
    """Fades while the pictures that may come next are being painted between their frames."""
    widget = TimedWidget()
    widget.setGeometry(0, 0, *HD)
    widget.show()
    steps = painter.show.steps()
    cache = StepCache(painter.strokes)
    idle = IdlePainter(cache, is_busy=lambda: widget.is_fading)
    took, gaps = [], []
    for number in range(FADES + 1):
        step = steps[number % len(steps)]
        image = cache.take(picture_of(View.HALL, HD, painter.show, step.state))
        widget.frames = []
        widget.show_picture(QImage(image), number, fading=number > 0)
        cache.forget()
        idle.want(likely_next(painter.show, step.state, View.HALL, HD))
        rest(LENGTH + 0.1)
        took += [end - began for began, end in widget.frames]
        gaps += [
            after[1] - before[1]
            for before, after in zip(widget.frames, widget.frames[1:], strict=False)
        ]
    idle.stop()
    widget.close()
    return [
        _within(
            f"one of {len(took)} frames of a fade at 1920x1080, slowest but one in a hundred",
            _percentile(took),
            FADE_FRAME,
        ),
        _within("the longest gap between two frames of a fade at 1920x1080", max(gaps), FADE_GAP),
    ]


def _bound(painter: Painter) -> Row:
    """The most that is kept for one window of the largest size, over a whole show."""
    cache, most = StepCache(painter.strokes), 0
    for step in painter.show.steps():
        cache.take(picture_of(View.HALL, UHD, painter.show, step.state))
        cache.want(likely_next(painter.show, step.state, View.HALL, UHD))
        while cache.paint_some():
            most = max(most, cache.size)
    megabyte = 1024 * 1024
    name = "pictures kept beforehand for one window at 3840x2160, against the bound"
    return Row(name, most / megabyte, LIMIT / megabyte, most / LIMIT, 1.0, "MB")


def _fitting(locator: Locator) -> Row:
    """A text of twenty points that no letters were measured for yet, best of five."""
    words = " ".join(part.words for text in a_show(locator).texts() for part in text.parts).split()
    points = tuple(
        suggested_point(" ".join(words[(at * 7 + word) % len(words)] for word in range(WORDS)))
        for at in range(POINTS)
    )
    text = Text("t", "ikrar", "Ikrar", points)
    cue = Cue("c", CueKind.TEXT, "Ikrar", text=text.id)
    twenty = Show(Details("t", "T", programme=(cue,)), [text])
    taken = []
    for _ in range(5):
        painter = painter_of(twenty, locator)
        began = time.perf_counter()
        painter.prepare(View.HALL, HD)
        taken.append(time.perf_counter() - began)
    return _within(f"a text of {POINTS} points fitted at 1920x1080", min(taken), FITTED)


def _long_show(presser: Presser) -> Row:
    """Resident memory after a long show against before, the hall at 1280x720."""
    presser.open("Proyektor kecil")
    presser.walk(SETTLING)
    before = _resident()
    presser.walk(STEPS)
    after = _resident()
    name = f"memory after {STEPS:,} more steps, against after {SETTLING:,}"
    return Row(name, after, before, after / before, GROWTH, "MB")


def _resident() -> float:
    """Megabytes of this process that are in memory (VmRSS)."""
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


if __name__ == "__main__":
    show(rows())
