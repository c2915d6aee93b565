"""Cuts the four static Arimo faces for paper out of the variable ones.

reportlab embeds a variable font in its default weight only, so bold has to be a file of its own.
Run it where `fontTools` and the package `fontpkg-arimo` are installed:

    python resources/fonts/cut_arimo.py

It writes Arimo-{Regular,Bold,Italic,BoldItalic}.ttf and the licence beside itself. The layout
tables are dropped because the papers neither kern nor substitute; the letters are untouched.
"""

import shutil
from pathlib import Path

import fontpkg_arimo
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FACES = {
    "Arimo-Regular.ttf": ("Arimo[wght].ttf", 400),
    "Arimo-Bold.ttf": ("Arimo[wght].ttf", 700),
    "Arimo-Italic.ttf": ("Arimo-Italic[wght].ttf", 400),
    "Arimo-BoldItalic.ttf": ("Arimo-Italic[wght].ttf", 700),
}
POSTSCRIPT_NAME = 6
LAYOUT_TABLES = ("GPOS", "GSUB", "GDEF", "kern", "STAT")


def cut(source: Path, weight: int, target: Path) -> None:
    """One static face of the given weight, named after its style."""
    variable = TTFont(source, recalcTimestamp=False)
    static = instancer.instantiateVariableFont(
        variable, {"wght": weight}, updateFontNames="STAT" in variable
    )
    for table in LAYOUT_TABLES:
        if table in static:
            del static[table]
    for record in static["name"].names:
        if record.nameID == POSTSCRIPT_NAME:
            record.string = target.stem
    static.save(target)


def main() -> None:
    """Cut every face anew."""
    package = Path(fontpkg_arimo.__file__).parent
    here = Path(__file__).resolve().parent
    for target, (source, weight) in FACES.items():
        cut(package / "files" / source, weight, here / target)
    shutil.copyfile(package / "LICENSE", here / "OFL-Arimo.txt")


if __name__ == "__main__":
    main()
