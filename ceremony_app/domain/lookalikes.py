"""Rows of the roster that may be one person: after a merge, or written down twice."""

from collections import defaultdict
from collections.abc import Iterable

from ceremony_app.domain.names import sort_key
from ceremony_app.domain.people import Person, PersonKind

Pair = tuple[Person, Person]


def lookalikes(people: Iterable[Person]) -> list[Pair]:
    """Pairs that may be one person, the row to be kept first; each row in one pair at most.

    They have the same id number, or the same name without titles where one of them has no
    number. Two numbers that differ belong to two persons, whatever their names.
    """
    everyone = list(people)
    paired: set[str] = set()
    pairs = []
    for alike in (*_by_number(everyone), *_by_name(everyone)):
        left = sorted((one for one in alike if one.id not in paired), key=_worth)
        other = next((one for one in left[1:] if _may_be_one(left[0], one)), None)
        if other is not None:
            pairs.append((left[0], other))
            paired |= {left[0].id, other.id}
    return pairs


def kept_first(one: Person, other: Person) -> Pair:
    """Two rows of one person: the one that says more is to be kept, and stands first."""
    return (one, other) if _worth(one) <= _worth(other) else (other, one)


def _worth(person: Person) -> tuple[bool, bool, bool]:
    """Staff before guests, a number before none, active before not."""
    return person.kind is PersonKind.GUEST, not person.id_number, not person.active


def _may_be_one(one: Person, other: Person) -> bool:
    return one.id_number == other.id_number or not (one.id_number and other.id_number)


def _by_number(people: list[Person]) -> list[list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.id_number:
            found[person.id_number].append(person)
    return [alike for alike in found.values() if len(alike) > 1]


def _by_name(people: list[Person]) -> list[list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.name:
            found[sort_key(person.name)].append(person)
    return [alike for alike in found.values() if len(alike) > 1]
