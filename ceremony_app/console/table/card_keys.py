"""The keys that stand on the cards: those of the operator's own map, and those of the door."""

from ceremony_app.console.door.answers import GUEST_KEY, SEARCH_KEY
from ceremony_app.console.door.attendance_view import ATTENDANCE_KEY
from ceremony_app.console.hall.key_map import KeyMap, deed_words, key_words
from ceremony_app.domain.messages import message
from ceremony_app.services.day_papers import CardKeys


def card_keys(map_of_hall: KeyMap) -> CardKeys:
    """What each key does, with the keys, in the order of the map; a deed without keys has none."""
    hall = tuple(
        (deed_words(deed), tuple(key_words(key) for key in keys))
        for deed, keys in map_of_hall.keys.items()
        if keys
    )
    door = (
        (message("day_papers.clerk.search"), (key_words(SEARCH_KEY),)),
        (message("day_papers.clerk.guest_key"), (key_words(GUEST_KEY),)),
        (message("day_papers.clerk.attendance"), (key_words(ATTENDANCE_KEY),)),
    )
    return CardKeys(hall, door)
