"""Scans and photographs of signed sheets brought into the file, page by page."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ceremony_app.domain.attachments import Attachment, AttachmentKind
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.messages import message
from ceremony_app.domain.paper_code import SheetCode, shown
from ceremony_app.domain.signed_sheets import Fate, PageBrought, PaperMade, SheetPage
from ceremony_app.services.signed_sheets import SignedSheets, Target
from ceremony_app.storage.ceremony_file import SUFFIX, CeremonyFile

if TYPE_CHECKING:
    from ceremony_app.scanning.sheet_files import SheetFile
    from ceremony_app.scanning.sheet_pages import PageRead

Report = Callable[[int, int], None]
"""Is told (done, total) of hundredths of files; what it raises ends the work: the pages brought
so far stay, and bringing the same files again brings the rest."""

_PARTS = 100


class SheetIntake:
    """Brings files into one open ceremony.

    Each page is read first and then written in a step of its own, so that no door waits while
    pages are read, and a file that was brought before changes nothing.
    """

    def __init__(self, file: CeremonyFile) -> None:
        self._sheets = SignedSheets(file)
        self._papers: dict[str, PaperMade] = {}
        self._known: dict[tuple[str, int], SheetPage] = {}

    def bring(self, paths: Sequence[Path], report: Report) -> list[PageBrought]:
        """Bring files with any number of pages each; a file that cannot be read is told and the
        others go on.

        Raises DiskTrouble where nothing more can be kept.
        """
        self._papers = {paper.code: paper for paper in self._sheets.papers()}
        self._known = {(one.scan.original, one.scan.page): one for one in self._sheets.all()}
        brought: list[PageBrought] = []
        for at, path in enumerate(paths):
            report(at * _PARTS, len(paths) * _PARTS)
            try:
                for done, of, page in self._bring_file(path):
                    brought.append(page)
                    report(at * _PARTS + _PARTS * done // of, len(paths) * _PARTS)
            except (FileTrouble, Refused) as error:
                brought.append(PageBrought(path.name, 0, Fate.DAMAGED, error.message))
        report(len(paths) * _PARTS, len(paths) * _PARTS)
        return brought

    def _bring_file(self, path: Path) -> Iterator[tuple[int, int, PageBrought]]:
        if SUFFIX in path.name:
            # A ceremony's file is opened by nothing but its driver (decision 0015).
            raise Refused("sheets.no_picture", file=path.name)
        # Late, so that nobody waits for what pictures are read with.
        from ceremony_app.scanning.sheet_files import open_sheets

        with open_sheets(path) as sheets:
            for number in range(1, sheets.pages + 1):
                yield number, sheets.pages, self._bring_page(path.name, number, sheets)

    def _bring_page(self, name: str, number: int, sheets: "SheetFile") -> PageBrought:
        from ceremony_app.scanning.sheet_pages import read_page

        known = self._known.get((sheets.original, number))
        if known is not None:
            return PageBrought(name, number, Fate.KNOWN, page=known)
        try:
            read = read_page(sheets.picture(number), lambda: sheets.sharper(number))
        except Refused as error:
            return PageBrought(name, number, Fate.DAMAGED, error.message)
        if read.blank:
            return PageBrought(name, number, Fate.BLANK)
        ours = [code for code in read.codes if code.code in self._papers]
        if read.codes and not ours:
            reason = message("sheets.foreign", code=shown(read.codes[0].code))
            return PageBrought(name, number, Fate.FOREIGN, reason)
        return self._keep(name, number, sheets.original, read, ours)

    def _keep(
        self, name: str, number: int, original: str, read: "PageRead", ours: Sequence[SheetCode]
    ) -> PageBrought:
        scan = Attachment(
            id=new_id(),
            kind=AttachmentKind.SHEET,
            name=name,
            media="image/jpeg",
            size=len(read.jpeg),
            sha256=sha256(read.jpeg).hexdigest(),
            original=original,
            page=number,
        )
        # Two sheets in one picture: somebody has to say whose it is to be.
        target = self._target(ours[0]) if len(ours) == 1 else None
        page = self._sheets.bring(scan, read.jpeg, target)
        self._known[original, number] = page
        if target:
            return PageBrought(name, number, Fate.MATCHED, page=page)
        reason = message("sheets.several_codes" if ours else "sheets.no_code")
        return PageBrought(name, number, Fate.WAITING, reason, page)

    def _target(self, code: SheetCode) -> Target:
        paper = self._papers[code.code]
        return Target(paper, min(code.sheet, paper.sheets), code.page)
