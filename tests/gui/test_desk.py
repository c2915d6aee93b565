"""The desk of an open ceremony: what is asked while it closes."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ceremony_app.domain.errors import KnownError
from ceremony_app.storage.journal import Journal
from tests.helpers.desks import Desks, make_ceremony


def test_what_an_answer_asks_after_the_close_is_not_done(
    qtbot: QtBot, fonts: object, tmp_path: Path, refused: list[KnownError]
) -> None:
    desks = Desks(qtbot, tmp_path, refused.append)
    path = make_ceremony(tmp_path / "a.ikrar", 0)
    desk = desks.open_file(path)
    done: list[str] = []

    def ask_again(_: object) -> None:
        desk.ask(lambda services: services.people.everyone(), lambda _: done.append("asked"))
        desk.draw(lambda file, _: Journal(file).count(), lambda _: done.append("drawn"))

    desk.closing.connect(
        lambda: desk.ask(lambda services: services.people.everyone(), lambda _: done.append("last"))
    )
    with qtbot.waitSignal(desk.closed):
        desk.close()
        ask_again(None)
        desk.closed.connect(lambda: ask_again(None))
    desks.files.close()
    desks.pictures.close()
    assert done == ["last", "asked"], "only what came before the file's close was in line"
    assert not path.with_name("a.ikrar-wal").exists(), "nobody opened the file again"
