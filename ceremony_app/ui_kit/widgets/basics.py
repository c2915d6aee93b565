"""Labels, buttons and boxes in the house style, each in one line where it is used."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ceremony_app.ui_kit.theme import GAP
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.press import PressButton

Part = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for a stretch."""


def label(words: str, kind: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """Words on the window; `kind` and `tone` are those of the style sheet. Never rich text."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def button(
    words: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: str = "",
    tip: str = "",
) -> QPushButton:
    """A button; its words are its accessible name, `tip` says more."""
    made = PressButton(words)
    made.setProperty("kind", kind)
    made.setAccessibleName(words.replace("&", ""))
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    if on_click is not None:
        made.clicked.connect(lambda _=False: on_click())
    return made


def icon_button(
    tools: Tools,
    icon: str,
    words: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: str = "",
    tip: str = "",
) -> QPushButton:
    """A button with an icon before its words."""
    made = button(words, on_click, kind=kind, tip=tip)
    colours = {"primary": tools.palette.on_action, "gold": tools.palette.on_accent}
    colour = colours.get(kind, tools.palette.ink)
    made.setIcon(tools.icons(icon, colour, 18, tools.palette.quiet))
    made.setIconSize(QSize(18, 18))
    return made


def only_icon(
    tools: Tools, icon: str, name: str, on_click: Callable[[], object] | None = None
) -> QPushButton:
    """A button that is only an icon; `name` is its tip and its accessible name."""
    made = button("", on_click, kind="plain", tip=name)
    made.setAccessibleName(name)
    made.setIcon(tools.icons(icon, tools.palette.ink, 18))
    made.setFixedSize(36, 36)
    return made


def picture(tools: Tools, icon: str, colour: str, size: int) -> QLabel:
    """An icon as an ornament; what it says is said in words beside it."""
    made = QLabel()
    made.setPixmap(tools.icons.pixmap(icon, colour, size, 2.0))
    made.setFixedSize(size, size)
    return made


def column(*parts: Part, gap: int = GAP, margin: int = 0) -> QVBoxLayout:
    """Parts under one another."""
    made = QVBoxLayout()
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    _fill(made, parts)
    return made


def row(*parts: Part, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """Parts beside one another."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    _fill(made, parts)
    return made


def box(layout: QLayout, kind: str = "card", tone: str = "") -> QFrame:
    """A frame of the style sheet around a layout."""
    made = QFrame()
    made.setProperty("kind", kind)
    if tone:
        made.setProperty("tone", tone)
    made.setLayout(layout)
    return made


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def rule(kind: str = "rule", *, width: int = 0, height: int = 1) -> QFrame:
    """A thin line; `kind="gold"` is the ornament under titles."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setFixedHeight(height)
    if width:
        made.setFixedWidth(width)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """Content that scrolls up and down where it is higher than its place."""
    area = QScrollArea()
    content.setProperty("kind", "scrolled")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def word_list(name: str) -> QListWidget:
    """A list of words to choose from; long ones are wrapped, never scrolled sideways."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def restyle(widget: QWidget, **properties: str) -> None:
    """Change properties that the style sheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    for child in widget.findChildren(QLabel):
        style.unpolish(child)
        style.polish(child)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; widgets in it are deleted."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _fill(layout: QVBoxLayout | QHBoxLayout, parts: tuple[Part, ...]) -> None:
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
