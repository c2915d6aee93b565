"""What to do when: the cases on the cards of operator and clerk."""

from ceremony_app.domain.messages import Catalogue


def operator_cases(words: Catalogue) -> tuple[tuple[str, str], ...]:
    """What may happen in the hall, in the order of the day."""
    return (
        (words("day_papers.operator.before"), words("day_papers.operator.before_do")),
        (words("day_papers.operator.wrong_picture"), words("day_papers.operator.wrong_picture_do")),
        (words("day_papers.operator.too_far"), words("day_papers.operator.too_far_do")),
        (words("day_papers.operator.unplugged"), words("day_papers.operator.unplugged_do")),
        (words("day_papers.operator.stopped"), words("day_papers.operator.stopped_do")),
        (words("day_papers.operator.no_screen"), words("day_papers.operator.no_screen_do")),
        (words("day_papers.operator.after"), words("day_papers.operator.after_do")),
    )


def clerk_cases(words: Catalogue) -> tuple[tuple[str, str], ...]:
    """What the door may answer, and what may fail there."""
    return (
        (words("door.verdict.recorded"), words("day_papers.clerk.recorded_do")),
        (words("door.verdict.already"), words("day_papers.clerk.already_do")),
        (words("door.verdict.unknown"), words("day_papers.clerk.unknown_do")),
        (words("door.verdict.revoked"), words("day_papers.clerk.revoked_do")),
        (words("door.verdict.malformed"), words("day_papers.clerk.malformed_do")),
        (words("door.verdict.closed"), words("day_papers.clerk.closed_do")),
        (words("day_papers.clerk.forgotten"), words("day_papers.clerk.forgotten_do")),
        (words("day_papers.clerk.guest"), words("day_papers.clerk.guest_do")),
        (words("day_papers.clerk.mistake"), words("day_papers.clerk.mistake_do")),
        (words("day_papers.clerk.power"), words("day_papers.clerk.power_do")),
    )
