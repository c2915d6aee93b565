"""What the documents that a record tells of are called."""

from ceremony_app.domain.messages import Message, message

ARCHIVE = "archive"
"""The kind under which the record tells of an archive's manifest."""

_DOCUMENTS = {
    "badges": message("archive.document.badges"),
    "badge": message("archive.document.badge"),
    "pact_representatives": message("archive.document.pact_representatives"),
    "pact_individual": message("archive.document.pact_individual"),
    "attendance_pdf": message("archive.document.attendance"),
    "attendance_xlsx": message("archive.document.attendance"),
    "attendance_csv": message("archive.document.attendance"),
    "missing": message("archive.document.missing"),
    "unsigned": message("unsigned.document"),
    "paper_list": message("archive.document.paper_list"),
    "minutes": message("archive.document.minutes"),
    "attendance_rank": message("paperwork.sheet.rank"),
    "attendance_plain": message("paperwork.sheet.plain"),
    "attendance_blank": message("paperwork.sheet.blank"),
    "guests": message("paperwork.sheet.guests"),
    "reading": message("paperwork.sheet.reading"),
    "rundown": message("paperwork.sheet.rundown"),
    "operator_card": message("paperwork.sheet.operator"),
    "clerk_card": message("paperwork.sheet.clerk"),
    "report": message("paperwork.sheet.report"),
    "photographs": message("photographs.document"),
    "pact_docx": message("paperwork.sheet.pact_docx"),
    "minutes_docx": message("paperwork.sheet.minutes_docx"),
    ARCHIVE: message("archive.document.archive"),
}


def document_words(kind: str, *, draft: bool = False) -> Message:
    """The name of a kind of document; one from a newer program is named by its code."""
    name = _DOCUMENTS.get(kind, message("archive.document.other", kind=kind))
    return message("archive.document.draft", name=name) if draft else name
