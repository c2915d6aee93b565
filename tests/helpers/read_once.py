"""What ships and does not change in a run is read once a process, and not by each of its tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from ceremony_app.documents.faces import Faces
from ceremony_app.domain.messages import Catalogue
from ceremony_app.locator import Locator


@contextmanager
def sentences_and_faces(ships: Locator) -> Iterator[None]:
    """In the block the sentences and the faces that ship are read once.

    Hundreds of windows and calls of the command line are begun in one run; both together take
    a third of a second each time.
    """
    sentences, faces = Catalogue.read, Faces.read
    known_sentences, known_faces = cache(sentences), cache(faces)

    def catalogue(translations: Path, language: str) -> Catalogue:
        read = known_sentences if translations == ships.translations else sentences
        return read(translations, language)

    def drawn(fonts: Path) -> Faces:
        return (known_faces if fonts == ships.fonts else faces)(fonts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalogue, "read", staticmethod(catalogue))
        patch.setattr(Faces, "read", staticmethod(drawn))
        yield
