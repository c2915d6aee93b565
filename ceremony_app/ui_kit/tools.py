"""What every part of the windows is built with."""

from dataclasses import dataclass, replace

from ceremony_app.domain.messages import Catalogue
from ceremony_app.ui_kit.icons import Icons
from ceremony_app.ui_kit.messages import MessageChannel
from ceremony_app.ui_kit.palette import Palette
from ceremony_app.ui_kit.settings import Settings
from ceremony_app.ui_kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Tools:
    """Sentences, looks, the message channel and the settings, handed from the top down."""

    say: Catalogue
    theme: Theme
    icons: Icons
    channel: MessageChannel
    settings: Settings
    palette: Palette

    def in_colours(self, palette: Palette) -> "Tools":
        """The same tools in other colours: the hall's console is dark."""
        return replace(self, palette=palette)

    def in_language(self, say: Catalogue) -> "Tools":
        return replace(self, say=say)
