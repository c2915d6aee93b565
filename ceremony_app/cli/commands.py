"""Every command of `ikrar`, in the order of the day, which is the order of the help.

Read only when one of them is called: the window's start does not wait for them.
"""

import click

from ceremony_app.cli.badges import badge, badges
from ceremony_app.cli.ceremonies import new, show
from ceremony_app.cli.checkin import checkin
from ceremony_app.cli.day_papers import papers
from ceremony_app.cli.doctor import doctor
from ceremony_app.cli.documents import document
from ceremony_app.cli.export import export
from ceremony_app.cli.missing import missing, rules
from ceremony_app.cli.paper_list import paper
from ceremony_app.cli.papers import attendance, minutes, pact
from ceremony_app.cli.people import guest, mark, undo
from ceremony_app.cli.photographs import photos
from ceremony_app.cli.present import present
from ceremony_app.cli.record import back_up, erase, merge, restore
from ceremony_app.cli.rehearse import rehearse
from ceremony_app.cli.roster import roster
from ceremony_app.cli.sessions import session
from ceremony_app.cli.sheets import sheets
from ceremony_app.cli.sign import sign, unsigned
from ceremony_app.cli.templates import templates
from ceremony_app.cli.texts import text
from ceremony_app.cli.verify import verify
from ceremony_app.cli.windows import door, open_ceremony

COMMANDS: tuple[click.Command, ...] = (
    open_ceremony,
    door,
    templates,
    new,
    show,
    text,
    session,
    roster,
    badges,
    badge,
    checkin,
    mark,
    undo,
    guest,
    missing,
    rules,
    paper,
    present,
    pact,
    sign,
    unsigned,
    attendance,
    minutes,
    papers,
    photos,
    sheets,
    document,
    export,
    merge,
    verify,
    back_up,
    restore,
    erase,
    rehearse,
    doctor,
)
