"""What is plugged into a computer, as far as a ceremony needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Devices:
    """Names of screens ("HDMI-1 1920x1080"), printers and cameras; whether sounds can play.

    None where nobody could be asked; an empty tuple where there is none.
    """

    screens: tuple[str, ...] | None = None
    printers: tuple[str, ...] | None = None
    cameras: tuple[str, ...] | None = None
    sound: bool = False
