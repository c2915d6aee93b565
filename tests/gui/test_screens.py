"""The hall on screens of every shape and scale, pixel for pixel.

Qt's offscreen platform takes its screens from a file, so each case is a process of its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]

SHAPES = ((1920, 1080), (1080, 1920), (1024, 768), (1366, 768))
"""A projector, a screen that stands on its side, an old projector, a laptop as a projector."""

ROUGH = 48
"""How far a pixel may be off, of 255: Qt paints a letter a little otherwise for the first time.
A picture that went through a scaling is off by 100 and more at the edges of its letters."""

ON_EVERY_SCREEN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import installed
from ceremony_app.projector.hall_window import TITLE
from ceremony_app.projector.live_show import LiveShow
from ceremony_app.projector.offscreen import painter_of
from ceremony_app.projector.screens import SystemScreens
from ceremony_app.ui_kit.running_show import Place
from ceremony_app.ui_kit.settings import Settings
from tests.helpers.fake_show import small_show

QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
    Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
)
application = QApplication([])
operators = application.primaryScreen()
locator = installed()
show = LiveShow(
    painter_of(small_show(), locator),
    SystemScreens(application),
    Settings(Path(sys.argv[1]) / "settings.json"),
    Catalogue.read(locator.translations, "id"),
)
waiting = QEventLoop()
show.presented.connect(lambda *_: waiting.quit())
for choice in show.screens(operators)[1:]:
    show.choose(Place.HALL, choice.key, operators)
    name = show.screen_of(Place.HALL)
    waiting.exec()
    (window,) = [w for w in application.topLevelWidgets() if w.windowTitle() == TITLE]
    assert window.geometry() == window.screen().geometry()
    assert window.screen().name() == name
    size = show.hall_shape()
    wide, high = size.width(), size.height()
    window.grab().toImage().copy(0, 0, wide, high).save(f"{sys.argv[1]}/{name}.shown.png")
    show.preview(size).save(f"{sys.argv[1]}/{name}.meant.png")
    print(json.dumps([name, wide, high, choice.words.partition(' · ')[2]]))
show.close_all()
"""


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_hall_is_sharp_on_every_screen(tmp_path: Path, scale: float) -> None:
    laptop = {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768}
    screens = [laptop]
    for wide, high in SHAPES:
        left = sum(int(str(screen["width"])) for screen in screens)
        name = f"P{wide}x{high}"
        screens.append({"name": name, "x": left, "y": 0, "width": wide, "height": high})
    logical = {"logicalDpi": 96 * scale, "logicalBaseDpi": 96, "dpr": 1.0}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [{**logical, **screen} for screen in screens]}))
    ran = subprocess.run(
        [sys.executable, "-c", ON_EVERY_SCREEN, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert sorted(json.loads(line) for line in ran.stdout.splitlines()) == sorted(
        [f"P{wide}x{high}", wide, high, f"P{wide}x{high} · {wide} × {high}"]
        for wide, high in SHAPES
    )
    for wide, high in SHAPES:
        shown = Image.open(tmp_path / f"P{wide}x{high}.shown.png").convert("RGB")
        meant = Image.open(tmp_path / f"P{wide}x{high}.meant.png").convert("RGB")
        furthest = max(most for _, most in ImageChops.difference(shown, meant).getextrema())
        assert furthest <= ROUGH
