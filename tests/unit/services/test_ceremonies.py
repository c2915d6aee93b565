"""Making a ceremony: all of the template is frozen into its file, or there is no file."""

from pathlib import Path

import pytest

from ceremony_app.domain.errors import FileTrouble, KnownError
from ceremony_app.services.ceremonies import Ceremonies
from ceremony_app.services.preparation import Preparation
from ceremony_app.services.sessions import Sessions
from ceremony_app.services.templates import Templates
from ceremony_app.storage.verify import verify
from tests.helpers.ceremony_files import LOCATOR, opener

TEMPLATES = Templates(LOCATOR.templates)


@pytest.fixture
def ceremonies() -> Ceremonies:
    return Ceremonies(opener(), TEMPLATES)


@pytest.mark.parametrize("template", TEMPLATES.ids())
def test_every_template(ceremonies: Ceremonies, template: str, tmp_path: Path) -> None:
    with ceremonies.create(tmp_path / "a.ikrar", template, {}) as file:
        made = Preparation(file).details()
        texts = [state.text for state in Preparation(file).texts()]
        assert made.template == template
        assert texts
        assert Sessions(file).main().open
        assert verify(file).ok
    with ceremonies.open(tmp_path / "a.ikrar") as file:
        assert Preparation(file).details() == made
        assert [state.text for state in Preparation(file).texts()] == texts
    with ceremonies.read(tmp_path / "a.ikrar") as file:
        assert Preparation(file).details() == made
    assert [path.name for path in tmp_path.iterdir()] == ["a.ikrar"]


def test_settings_are_frozen(ceremonies: Ceremonies, tmp_path: Path) -> None:
    settings = {"unit": "Kantor Contoh", "date": "2023-02-13", "zone": "WIT"}
    with ceremonies.create(tmp_path / "a.ikrar", "generic", settings) as file:
        details = Preparation(file).details()
        assert (details.unit, details.date, details.zone) == ("Kantor Contoh", "2023-02-13", "WIT")


def test_what_is_refused_leaves_no_file(ceremonies: Ceremonies, tmp_path: Path) -> None:
    for template, settings in (("none", {}), ("generic", {"foo": "1"})):
        with pytest.raises(KnownError):
            ceremonies.create(tmp_path / "a.ikrar", template, settings)
    with pytest.raises(FileTrouble):
        ceremonies.create(tmp_path / "no" / "a.ikrar", "generic", {})
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(ceremonies: Ceremonies, tmp_path: Path) -> None:
    (tmp_path / "a.ikrar").write_text("mine")
    with pytest.raises(FileTrouble) as caught:
        ceremonies.create(tmp_path / "a.ikrar", "generic", {})
    assert caught.value.message.key == "storage.exists_already"
    assert (tmp_path / "a.ikrar").read_text() == "mine"
