"""A camera as the door's scanner: chosen, switched on, and what it sees."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ceremony_app.ui_kit.camera_picture import CameraPicture
from ceremony_app.ui_kit.scanners import Scanners
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.basics import button, column, label, row
from ceremony_app.ui_kit.widgets.form import FormRow, choice

if TYPE_CHECKING:
    from ceremony_app.ui_kit.camera_scanner import Look

_REMEMBERED = "camera"


class CameraTab(QWidget):
    """Nothing of a camera is loaded or asked before the tab is first opened."""

    def __init__(self, tools: Tools, scanners: Scanners) -> None:
        super().__init__()
        self._tools = tools
        self._say = tools.say
        self._scanners = scanners
        self._is_joined = False
        self._count = 0
        self.camera = FormRow(self._say("scan.camera.name"), choice([]))
        self.turn = button(self._say("scan.camera.on"), self._turn, kind="primary")
        self.picture = CameraPicture(tools.palette, self._say("scan.camera.picture"))
        self.hint = label(self._say("scan.camera.hint"), "quiet", wrap=True)
        whole = column(self.hint, self.camera, row(self.turn, None), self.picture, gap=10)
        whole.addStretch(1)
        whole.setContentsMargins(0, 10, 0, 0)
        self._whole = whole
        self.setLayout(whole)

    def open(self) -> None:
        """The tab has come into sight: look which cameras there are."""
        camera = self._scanners.camera
        if not self._is_joined:
            self._is_joined = True
            camera.looked.connect(self._look)
            camera.changed.connect(self._show)
            camera.source.cameras_changed.connect(self._list)
        self._list()

    def _list(self) -> None:
        camera = self._scanners.camera
        found = camera.source.cameras()
        self._count = len(found)
        self.camera.refill([(one.id, one.about) for one in found])
        self.camera.value = camera.camera or self._tools.settings.now.choices.get(_REMEMBERED, "")
        self._show()

    def _turn(self) -> None:
        camera = self._scanners.camera
        if camera.is_on:
            camera.stop()
        else:
            self._tools.settings.remember_choice(_REMEMBERED, self.camera.value)
            camera.start(self.camera.value)

    def _look(self, look: "Look") -> None:
        self.picture.show_picture(look.picture, found=bool(look.codes))

    def _show(self) -> None:
        is_on, some = self._scanners.camera.is_on, self._count > 0
        self.hint.setText(self._say("scan.camera.hint" if some else "scan.camera.none"))
        self.turn.setText(self._say("scan.camera.off" if is_on else "scan.camera.on"))
        self.turn.setAccessibleName(self.turn.text())
        self.turn.setEnabled(some)
        self.camera.setEnabled(some and not is_on)
        self.picture.setVisible(is_on)
        # The picture takes all the room there is; without it the room stays below.
        self._whole.setStretchFactor(self.picture, int(is_on))
        self._whole.setStretch(self._whole.count() - 1, int(not is_on))
