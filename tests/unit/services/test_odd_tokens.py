"""Nobody is let in by a code that is not a badge's: some thousands here, a million in the soak."""

import random
from pathlib import Path

from ceremony_app.domain.token import new_tokens, read_token
from ceremony_app.domain.verdicts import Verdict
from tests.helpers.ceremony_files import door, new_file, tokens
from tests.helpers.odd_tokens import odd_tokens
from tests.helpers.scanners import Keyboard

SCANS = 3_000


def test_odd_tokens_are_never_recorded(tmp_path: Path) -> None:
    with new_file(tmp_path / "upacara.ikrar", 50) as file:
        badges, check_in = tokens(file), door(file)
        odd = odd_tokens(random.Random(4), badges, SCANS)
        verdicts = {check_in.scan(text).verdict for text in odd}
        assert verdicts == {Verdict.MALFORMED, Verdict.UNKNOWN}
        assert check_in.present_count() == 0


def test_bursts_of_odd_tokens_hold_no_badge() -> None:
    dice, badges, keyboard = random.Random(7), new_tokens(20), Keyboard()
    for text in odd_tokens(dice, badges, SCANS):
        keyboard.burst(text, dice.choice([1, 4, 8, 20]), end=dice.choice(["\r", "\t", ""]))
    keyboard.rest()
    assert keyboard.scans
    assert not {read_token(scan.text) for scan in keyboard.scans} & set(badges)
