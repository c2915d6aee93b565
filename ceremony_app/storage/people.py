"""Reading people and their badges."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_app.domain.people import Person
from ceremony_app.storage.ceremony_file import CeremonyFile
from ceremony_app.storage.rows import PERSON_FIELDS

_FIELDS = ", ".join(("id", *PERSON_FIELDS))
_PERSON = f"SELECT {_FIELDS} FROM person WHERE current = 1"  # noqa: S608
_MERGED_AWAY = " AND id NOT IN (SELECT person FROM joined)"
_BADGES = """
SELECT b.person, b.id, b.token, EXISTS (
  SELECT 1 FROM badge_state s WHERE s.badge = b.id AND s.revoked) AS revoked
FROM badge b JOIN event e ON e.writer = b.writer AND e.seq = b.seq
"""


@dataclass(frozen=True, slots=True)
class HeldBadge:
    """A badge with its state."""

    id: str
    person: str
    token: str
    revoked: bool


class People:
    """The roster and the guests as they stand now."""

    def __init__(self, file: CeremonyFile) -> None:
        self._file = file

    def everyone(self) -> list[Person]:
        """All persons, inactive ones too, without rows that were joined to another."""
        return list(self._persons(_PERSON + _MERGED_AWAY, ()))

    def by_id(self, person: str) -> Person | None:
        return next(self._persons(f"{_PERSON} AND id = ?", (person,)), None)

    def by_number(self, id_number: str) -> list[Person]:
        """Those with this id number; more than one only after a merge, until they are joined."""
        where = f"{_PERSON} AND id_number = ?{_MERGED_AWAY}"
        return list(self._persons(where, (id_number,)))

    def count(self) -> int:
        """Active persons."""
        rows = self._file.database.query(
            f"SELECT count(*) AS n FROM person WHERE current = 1 AND active = 1{_MERGED_AWAY}"  # noqa: S608
        )
        return int(next(iter(rows))["n"])

    def badges(self) -> dict[str, HeldBadge]:
        """The newest badge that is not revoked, by the person's id."""
        return {badge.person: badge for badge in self.valid_badges()}

    def valid_badges(self) -> list[HeldBadge]:
        """Every badge that is not revoked, the newest last."""
        query = _BADGES + "ORDER BY e.tick, e.writer, e.seq"
        return [badge for badge in self._badges(query, ()) if not badge.revoked]

    def badges_of(self, person: str) -> list[HeldBadge]:
        """Every badge that a person ever had, also under rows joined to hers; newest last."""
        query = _BADGES + (  # noqa: S608
            "WHERE b.person = ?1 OR b.person IN (SELECT person FROM joined WHERE survivor = ?1) "
            "ORDER BY e.tick, e.writer, e.seq"
        )
        return list(self._badges(query, (person,)))

    def holder(self, token: str) -> tuple[HeldBadge, Person] | None:
        """A badge by its token, and whose it is now; None for a token that is none of ours."""
        query = _BADGES + "WHERE b.token = ?"
        for badge in self._badges(query, (token,)):
            row = self._file.connection.execute(
                "SELECT survivor FROM joined WHERE person = ?", (badge.person,)
            ).fetchone()
            person = self.by_id(str(row[0]) if row else badge.person)
            return (badge, person) if person else None
        return None

    def revoked_at(self, token: str) -> str:
        """The local moment at which a badge was revoked; empty where it was not."""
        row = self._file.connection.execute(
            "SELECT e.local FROM badge b JOIN badge_state s ON s.badge = b.id"
            " JOIN event e ON e.writer = s.writer AND e.seq = s.seq"
            " WHERE b.token = ? AND s.revoked",
            (token,),
        ).fetchone()
        return str(row[0]) if row else ""

    def _badges(self, sql: str, values: tuple[str, ...]) -> Iterator[HeldBadge]:
        for row in self._file.database.query(sql, values):
            yield HeldBadge(row["id"], row["person"], row["token"], bool(row["revoked"]))

    def _persons(self, sql: str, values: tuple[str, ...]) -> Iterator[Person]:
        for row in self._file.database.query(sql, values):
            yield person_from(row)


def person_from(row: dict[str, object]) -> Person:
    """The person of a row with the columns of PERSON_FIELDS; blanks where it was erased."""
    from ceremony_app.storage.rows import person_of

    return person_of(row[name] for name in ("id", *PERSON_FIELDS))
