"""The words for each status: short for a table's cell, full for a sentence."""

from collections.abc import Mapping

from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.status import Status


def status_words(words: Catalogue) -> Mapping[Status, str]:
    """As the column "Ket." has them: Hadir, DL, TB, TK ..."""
    return {
        Status.PRESENT: words("papers.status.present"),
        Status.LATE: words("papers.status.late"),
        Status.ASSIGNED_ELSEWHERE: words("papers.status.assigned_elsewhere"),
        Status.LEAVE: words("papers.status.leave"),
        Status.SICK: words("papers.status.sick"),
        Status.EXCUSED: words("papers.status.excused"),
        Status.STUDY: words("papers.status.study"),
        Status.ON_DUTY: words("papers.status.on_duty"),
        Status.OFF_DUTY: words("papers.status.off_duty"),
        Status.UNEXPLAINED: words("papers.status.unexplained"),
    }


def full_status_words(words: Catalogue) -> Mapping[Status, str]:
    """Written out, as minutes have them."""
    return {
        Status.PRESENT: words("papers.status_full.present"),
        Status.LATE: words("papers.status_full.late"),
        Status.ASSIGNED_ELSEWHERE: words("papers.status_full.assigned_elsewhere"),
        Status.LEAVE: words("papers.status_full.leave"),
        Status.SICK: words("papers.status_full.sick"),
        Status.EXCUSED: words("papers.status_full.excused"),
        Status.STUDY: words("papers.status_full.study"),
        Status.ON_DUTY: words("papers.status_full.on_duty"),
        Status.OFF_DUTY: words("papers.status_full.off_duty"),
        Status.UNEXPLAINED: words("papers.status_full.unexplained"),
    }
