"""Mistakes beside the fields that they are in: an icon and a sentence."""

from collections.abc import Sequence

from PySide6.QtGui import QPixmap

from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.form import FormRow

_SIZE = 16


def mark(tools: Tools, row: FormRow, words: Sequence[str]) -> None:
    """Mark a row with what is wrong in it; nothing takes the mark away."""
    if not words:
        row.show_remark("", QPixmap())
        return
    says = " ".join(one[:1].upper() + one[1:] for one in words)
    row.show_remark(says, tools.icons.pixmap("warning", tools.palette.warn_ink, _SIZE, 2.0))
