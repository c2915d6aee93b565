"""Making a ceremony from a template, and opening it again."""

from collections.abc import Mapping
from pathlib import Path

from ceremony_app.domain.ceremony import Details
from ceremony_app.domain.ceremony_json import details_to_dict, text_to_dict
from ceremony_app.domain.events import EventKind
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.template import Template, fill
from ceremony_app.domain.texts import Text
from ceremony_app.services.rehearsal_copy import open_rehearsal
from ceremony_app.services.roster_takeover import TakenOver, bring_in
from ceremony_app.services.sessions import MAIN_NAME, session_item
from ceremony_app.services.templates import Templates
from ceremony_app.storage.ceremony_file import CeremonyFile, Opener
from ceremony_app.storage.rows import DETAILS, TEXT, Brought, Item
from ceremony_app.storage.writer import Entry


class Ceremonies:
    """New and existing ceremony files."""

    def __init__(self, opener: Opener, templates: Templates) -> None:
        self._opener = opener
        self._templates = templates

    def create(
        self,
        path: Path,
        template_id: str,
        settings: Mapping[str, str],
        roster: TakenOver | None = None,
    ) -> CeremonyFile:
        """Make a ceremony and leave it open; everything of the template is frozen into it.

        `roster` are the people and badges of an earlier ceremony. Raises Refused for settings
        that the template does not take and FileTrouble where the file exists or cannot be made;
        then there is no new file.
        """
        template = self._templates.get(template_id)
        details, texts = fill(template, settings, new_id)

        def begin(file: CeremonyFile) -> None:
            _write_beginning(file, template, details, texts)
            if roster is not None:
                bring_in(file, roster)

        return self._opener.create(path, details.zone, begin)

    def open(self, path: Path) -> CeremonyFile:
        """Open for work; see `Opener.open`."""
        return self._opener.open(path)

    def rehearse(self, path: Path, folder: Path) -> CeremonyFile:
        """Open a copy for a rehearsal, within a folder that is thrown away; see
        `rehearsal_copy.open_rehearsal`."""
        return open_rehearsal(self._opener, path, folder)

    def read(self, path: Path) -> CeremonyFile:
        """Open only to look."""
        return self._opener.read(path)


def _write_beginning(
    file: CeremonyFile, template: Template, details: Details, texts: tuple[Text, ...]
) -> None:
    frozen = Item(new_id(), DETAILS, details_to_dict(details))
    made = Entry(EventKind.CEREMONY_MADE, {"template": template.id})
    file.append(made, Brought(items=(frozen,)))
    for text in texts:
        # One event each, since the order of the events is the order of the texts.
        added = Entry(EventKind.TEXT_ADDED, {"sha256": text.sha256, "text": text.id})
        file.append(added, Brought(items=(Item(text.id, TEXT, text_to_dict(text)),)))
    for number, name in enumerate((MAIN_NAME, *template.sessions), start=1):
        item = session_item(new_id(), number, name)
        file.append(Entry(EventKind.SESSION_ADDED, {}, session=item.id), Brought(items=(item,)))
        if number == 1:
            # The main session takes people in until someone closes it.
            file.append(Entry(EventKind.SESSION_OPENED, {}, session=item.id))
