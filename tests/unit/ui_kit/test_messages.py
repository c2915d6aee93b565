import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ceremony_app.domain.errors import FileTrouble
from ceremony_app.domain.messages import message
from ceremony_app.ui_kit.bugs import BugReporter
from ceremony_app.ui_kit.messages import Level, MessageChannel, Notice
from ceremony_app.ui_kit.tools import Tools
from ceremony_app.ui_kit.widgets.notice_bar import NoticeBar
from tests.helpers.surprises import Surprises


def test_messages_wait_until_a_window_listens() -> None:
    channel, heard = MessageChannel(), list[Notice]()
    channel.info(message("ui.cancel"))
    channel.told.connect(heard.append)
    assert heard == []
    channel.listen()
    channel.done(message("ui.required"))
    channel.leave()
    channel.warn(message("ui.cancelling"))
    assert [(notice.level, notice.text.key) for notice in heard] == [
        (Level.INFO, "ui.cancel"),
        (Level.GOOD, "ui.required"),
    ]


def test_the_bar_says_the_sentence_of_a_known_error(qtbot: QtBot, tools: Tools) -> None:
    bar = NoticeBar(tools)
    qtbot.addWidget(bar)
    assert not bar.isVisibleTo(bar)
    tools.channel.refuse(FileTrouble("ui.pdf.unreadable", file="a.pdf"))
    assert bar.words() == [tools.say("ui.pdf.unreadable", file="a.pdf")]
    assert bar.isVisibleTo(bar)
    closer = bar.findChildren(QPushButton)[-1]
    assert closer.accessibleName() == "Tutup pesan"
    closer.click()
    assert bar.words() == []
    bar.stop()


def test_the_bar_holds_three_and_says_nothing_twice(qtbot: QtBot, english_tools: Tools) -> None:
    bar = NoticeBar(english_tools)
    qtbot.addWidget(bar)
    for name in ("a", "b", "b", "c", "d"):
        english_tools.channel.refuse(FileTrouble("ui.pdf.unreadable", file=name))
    assert [words.split()[0] for words in bar.words()] == ["b", "c", "d"]


def test_a_bug_is_offered_as_a_report_without_its_words(
    qtbot: QtBot, tools: Tools, caplog: pytest.LogCaptureFixture, surprises: Surprises
) -> None:
    surprises.expect("unexpected error")
    reporter, name = BugReporter(tools.channel), "Marciana 196608011988031001"
    before = sys.excepthook, threading.excepthook
    bar = NoticeBar(tools)
    qtbot.addWidget(bar)
    reporter.install()
    try:
        thread = threading.Thread(target=dict[str, int]().__getitem__, args=(name,))
        with qtbot.waitSignal(tools.channel.told):
            thread.start()
            thread.join()
    finally:
        reporter.remove()
    assert (sys.excepthook, threading.excepthook) == before
    assert bar.words() == [tools.say("ui.bug.met")]
    copy = next(b for b in bar.findChildren(QPushButton) if b.text() == "Salin laporan")
    copy.click()
    report = QGuiApplication.clipboard().text()
    assert "KeyError" in report
    assert "threading.py" in report
    assert "Marciana" not in report + caplog.text
