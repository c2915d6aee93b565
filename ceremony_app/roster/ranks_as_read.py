"""One rank out of the columns golongan and pangkat, as papers print it."""

from typing import NamedTuple

from ceremony_app.domain.messages import Message, message
from ceremony_app.domain.ranks import looks_like_golongan, read_golongan, read_pangkat
from ceremony_app.domain.roster import Field


class RankAsRead(NamedTuple):
    """The rank, and where there is something to say of it: which column, and what."""

    printed: str
    field: Field | None = None
    warning: Message | None = None


def read_rank_columns(golongan: str, pangkat: str, staff_kind: str) -> RankAsRead:
    """The rank of a person; texts that are no civil rank (police, none) are kept as written.

    Golongan alone gets its pangkat, as the law pairs them; except for candidates (CPNS), who
    stand in a golongan and bear no pangkat yet.
    """
    if not golongan and not pangkat:
        return RankAsRead("")
    field = Field.RANK if golongan else Field.RANK_NAME
    both = f"{golongan} {pangkat}"
    rank = read_golongan(golongan) or read_golongan(pangkat)
    if rank is None:
        named = read_pangkat(pangkat) or read_pangkat(golongan)
        if looks_like_golongan(golongan):
            return RankAsRead(
                _as_written(golongan, pangkat), field, message("roster.rank.unknown", rank=golongan)
            )
        if named and not (golongan and pangkat):
            return RankAsRead(named.printed)
        return RankAsRead(_as_written(golongan, pangkat))
    if _is_candidate(f"{both} {staff_kind}"):
        return RankAsRead(rank.golongan)
    named = read_pangkat(pangkat) or read_pangkat(golongan)
    if named and named != rank:
        return RankAsRead(
            _as_written(golongan, pangkat),
            field,
            message("roster.rank.mismatch", golongan=rank.golongan, pangkat=named.pangkat),
        )
    if pangkat and not named and read_golongan(pangkat) is None:
        return RankAsRead(f"{pangkat}, {rank.golongan}")
    return RankAsRead(rank.printed)


def _as_written(golongan: str, pangkat: str) -> str:
    return ", ".join(part for part in (pangkat, golongan) if part)


def _is_candidate(text: str) -> bool:
    return "CPNS" in text.upper() or "CALON" in text.upper()
