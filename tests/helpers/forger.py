"""Somebody who knows how the file is made, and writes a chain anew after changing an event."""

from dataclasses import replace
from pathlib import Path

from ceremony_app.domain.events import Event
from ceremony_app.storage.derived import rebuild
from ceremony_app.storage.driver import connect, transaction


def forge_first_door(path: Path, door: str) -> None:
    """Change the door of the last writer's first event with a session, and every hash after it."""
    connection = connect(path)
    triggers = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    )
    (writer,) = connection.execute("SELECT writer FROM event ORDER BY tick DESC LIMIT 1").fetchone()
    events = [
        Event(*row)
        for row in connection.execute(
            "SELECT * FROM event WHERE writer = ? ORDER BY seq", (writer,)
        )
    ]
    at = next(number for number, event in enumerate(events) if event.session)
    previous = events[at].prev
    with transaction(connection):
        for name in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for event in events[at:]:
            forged = replace(
                event,
                door=door if event is events[at] else event.door,
                # A seal names the hash of the event before it.
                body=event.body.replace(event.prev.hex(), previous.hex()),
                prev=previous,
            )
            previous = forged.computed_hash()
            connection.execute(
                "UPDATE event SET door = ?, body = ?, prev = ?, hash = ?"
                " WHERE writer = ? AND seq = ?",
                (forged.door, forged.body, forged.prev, previous, writer, forged.seq),
            )
        connection.execute("UPDATE head SET hash = ? WHERE writer = ?", (previous, writer))
        rebuild(connection)
        for sql in triggers.values():
            connection.execute(sql)
    connection.close()
