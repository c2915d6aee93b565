"""Search at the door: one name among a hundred thousand, a letter at a time.

Each keystroke of made-up names is answered as the search field is: the beginning, an inner part,
an old spelling, one slip, the end of an id number. The floor is what was asked for, 30 ms.
"""

import random
import statistics
import time

from benchmarks.figures import Row, show
from ceremony_app.console.door.crowd import Crowd
from ceremony_app.domain.names import split_titles
from ceremony_app.domain.people import Person
from ceremony_app.roster.made_up import made_up_people
from ceremony_app.services.checkin import PersonState

PEOPLE = 100_000
QUERIES = 300
ALLOWED = 0.030


def rows(people: int = PEOPLE, queries: int = QUERIES) -> list[Row]:
    """The slowest hundredth of the keystrokes."""
    everyone = [
        Person(str(at), one.name, one.id_number)
        for at, one in enumerate(made_up_people(people, seed=1))
    ]
    crowd = Crowd([PersonState(person, None) for person in everyone])
    dice = random.Random(7)
    seconds = []
    for _ in range(queries):
        person = dice.choice(everyone)
        for typed in _keystrokes(person.name, person.id_number, dice):
            began = time.perf_counter()
            crowd.search(typed)
            seconds.append(time.perf_counter() - began)
    slow = statistics.quantiles(seconds, n=100)[98]
    name = f"search of {people:,} names, p99 of {len(seconds):,} keystrokes, against 30 ms"
    return [Row(name, slow, ALLOWED, slow / ALLOWED, 1.0)]


def _keystrokes(name: str, number: str, dice: random.Random) -> list[str]:
    """What stands in the field after each key, for one way of looking for somebody."""
    bare = split_titles(name).name
    match dice.randrange(5):
        case 0:
            typed = bare
        case 1:
            typed = bare[len(bare) // 3 :]
        case 2:
            typed = " ".join(reversed(bare.split()))
        case 3:
            at = dice.randrange(1, max(2, len(bare) - 1))
            typed = f"{bare[:at]}{dice.choice('aeioulnrst')}{bare[at + 1 :]}"
        case _:
            typed = number[-6:]
    return [typed[: end + 1] for end in range(len(typed))]


if __name__ == "__main__":
    show(rows())
