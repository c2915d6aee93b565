"""What is set by hand about somebody's pledge, where the hall's record does not know better."""

from enum import StrEnum


class Pledge(StrEnum):
    """What somebody did while a text was spoken; the value is the code that is stored.

    The last two are facts without a ground: the record asks nobody why a text was not followed,
    and holds no view of politics.
    """

    SPOKEN = "mengucapkan"
    NOT_FOLLOWED = "tidak_mengikuti"
    LEFT_EARLY = "pulang_lebih_awal"

    @property
    def pledged(self) -> bool:
        """Whether the person counts as having pledged."""
        return self is Pledge.SPOKEN

    @classmethod
    def of(cls, how: str, *, pledged: bool) -> "Pledge":
        """What an event says; one of the first versions holds only whether somebody pledged."""
        if how in set(cls):
            return cls(how)
        return cls.SPOKEN if pledged else cls.NOT_FOLLOWED
