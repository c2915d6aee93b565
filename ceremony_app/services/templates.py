"""The templates that ship with the program, read from their folder."""

from pathlib import Path

from ceremony_app.domain.errors import Refused
from ceremony_app.domain.template import Template
from ceremony_app.services.template_file import read_template

# The order in which people look for them: real ceremonies first, the empty one last.
_ORDER = ("banten", "setjen", "ntt", "banyuwangi", "jatim", "generic")
_LAST = ("blank",)


class Templates:
    """The templates in a folder of TOML files; each file is `ID.toml`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ids(self) -> tuple[str, ...]:
        """The ids by the folder's file names: those that ship in their own order, then others."""
        found = {path.stem for path in self._folder.glob("*.toml")}
        others = sorted(found.difference(_ORDER, _LAST))
        return tuple(name for name in (*_ORDER, *others, *_LAST) if name in found)

    def all(self) -> tuple[Template, ...]:
        """Every template; raises FileTrouble for the first file that is not one."""
        return tuple(self.get(template) for template in self.ids())

    def get(self, template: str) -> Template:
        """The template with an id; raises Refused where there is none, FileTrouble as `all`."""
        if template not in self.ids():
            raise Refused("templates.none_such", name=template, known=", ".join(self.ids()))
        return read_template(self._folder / f"{template}.toml")
