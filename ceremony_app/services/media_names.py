"""Sizes of paper by the names that print queues use (PWG 5101.1)."""

import re
from collections.abc import Iterable

from ceremony_app.domain.media import Media, MediaList, SizeMm

_NAME = re.compile(r"(?:[a-z]+_)?(.*)_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)")
_INCH_MM = 25.4
_LEAST, _MOST = "custom_min_", "custom_max_"


def media_list(keywords: Iterable[str]) -> MediaList:
    """The sizes of a queue, from its keywords; those that name no size are left out."""
    named: list[Media] = []
    bounds: dict[str, SizeMm] = {}
    for keyword in keywords:
        found = _NAME.fullmatch(keyword)
        if found is None:
            continue
        unit = _INCH_MM if found[4] == "in" else 1.0
        size = (float(found[2]) * unit, float(found[3]) * unit)
        if keyword.startswith((_LEAST, _MOST)):
            bounds[keyword[: len(_LEAST)]] = size
        else:
            named.append(Media(keyword, _words(keyword, found[1]), size))
    return MediaList(tuple(named), bounds.get(_LEAST), bounds.get(_MOST))


def media_name(known: MediaList, size: SizeMm) -> str:
    """What to ask a queue for: its own name of a size, else the size by its measures."""
    like = known.like(size)
    if like is not None:
        return like.name
    measures = f"{size[0]:g}x{size[1]:g}mm"
    return f"custom_{measures}_{measures}"


def _words(keyword: str, name: str) -> str:
    """What people call it; nothing where a queue only repeats the measures."""
    return "" if keyword.startswith("custom_") else name.replace("-", " ").title()
