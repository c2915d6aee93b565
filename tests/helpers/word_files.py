"""Word files read back."""

from pathlib import Path

from docx import Document


def words_of(path: Path) -> str:
    """The header, the paragraphs and the cells of a file, a line each."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    header = document.sections[0].header.paragraphs[0].text
    return "\n".join((header, *(one.text for one in document.paragraphs), *cells))
