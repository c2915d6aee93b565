"""The sentences of the minutes.

They claim what the record says and no more: attended, pledged and signed are told apart, a
text is called complete only where that was recorded, and a witness who is not known to have
signed is not said to have.
"""

from dataclasses import replace

from ceremony_app.documents.stationery import BLANK
from ceremony_app.documents.status_words import full_status_words
from ceremony_app.domain import wording
from ceremony_app.domain.attendance import Quorum, QuorumReport
from ceremony_app.domain.ceremony import PactForm
from ceremony_app.domain.clock import span
from ceremony_app.domain.messages import Catalogue
from ceremony_app.domain.papers import (
    Completion,
    CountsByHand,
    EarlierMinutes,
    MinutesData,
    PactSigning,
    RepresentativeSigning,
    TextRead,
    WitnessFact,
)
from ceremony_app.domain.people import Party, Role
from ceremony_app.domain.signing import SignatureSource
from ceremony_app.domain.status import Status


class MinutesWords:
    """Tells the facts of one session in Indonesian."""

    def __init__(self, words: Catalogue, minutes: MinutesData) -> None:
        self._words = words
        self._minutes = minutes

    def opening(self) -> str:
        """ "Pada hari ini Senin tanggal tiga belas ...", with blanks for what is not known."""
        words, occasion = self._words, self._minutes.occasion
        day = wording.spelled_date(occasion.date) if occasion.date else ""
        time = wording.clock(occasion.time, occasion.zone) if occasion.time else ""
        place = ", ".join(part for part in (occasion.place or BLANK, occasion.city) if part)
        session = occasion.session
        return words(
            "papers.minutes.opening",
            day=day or words("papers.minutes.blank_day"),
            time=time or words("papers.minutes.blank_time", zone=occasion.zone.value),
            place=place,
            title=occasion.title or BLANK,
            session=words("papers.minutes.session", session=session) if session else "",
            unit=occasion.unit or BLANK,
        )

    def supplements(self, earlier: EarlierMinutes) -> str:
        """Which minutes these add to, by number and head."""
        return self._words(
            "papers.minutes.supplements",
            number=earlier.number or BLANK,
            date=wording.date_words(earlier.date),
            head=wording.grouped_head(earlier.head) or BLANK,
        )

    def updates(self, signed: EarlierMinutes) -> str:
        """Which signed minutes these are a new version of, by number and head."""
        return self._words(
            "papers.minutes.updates",
            number=signed.number or BLANK,
            date=wording.date_words(signed.date),
            head=wording.grouped_head(signed.head) or BLANK,
        )

    def presided(self) -> str:
        """Who presided."""
        return self._words("papers.minutes.presided", presider=self._person(self._minutes.presider))

    def people(self) -> str:
        """How many stand on the roster."""
        people = wording.counted(self._minutes.people)
        return self._words("papers.minutes.attendance", people=people)

    def counts(self) -> list[tuple[str, str]]:
        """Status and count, in the order of the statuses; who has none comes last."""
        labels = full_status_words(self._words)
        given = dict(self._minutes.counts)
        counts = [
            (labels[status], wording.counted(given.get(status, 0)))
            for status in Status
            if given.get(status) or status is Status.PRESENT
        ]
        rest = self._minutes.people - sum(given.values())
        if rest > 0:
            counts.append((self._words("papers.status_full.none"), wording.counted(rest)))
        return counts

    def quorum(self, report: QuorumReport) -> str:
        """Which quorum was set, of which roster, and whether and when it was reached."""
        line, zone = report.office, self._minutes.occasion.zone
        key, values = "papers.quorum.missed", {"present": wording.counted(line.present)}
        if line.reached:
            # Of those read from paper nobody knows when they came: it may have been before.
            key = "papers.quorum.reached_by" if line.untimed else "papers.quorum.reached_at"
            values = {"time": wording.clock_of(line.reached, zone)}
        elif line.present >= line.needed:
            key, values = "papers.quorum.reached", {}
        return self._words(
            key,
            rule=self._part(report.rule),
            roster=self._words("papers.quorum.frozen" if report.frozen else "papers.quorum.open"),
            people=wording.counted(line.people),
            needed=wording.counted(line.needed),
            **values,
        )

    def guests(self) -> str:
        """How many guests came."""
        return self._words("papers.minutes.guests", count=wording.counted(self._minutes.guests))

    def reading(self, text: TextRead) -> str:
        """Who read a text, and who was there for it."""
        words, title = self._words, self._quoted(text.title)
        if text.completion is Completion.NOT_READ:
            told = [words("papers.minutes.not_read", title=title)]
            return " ".join([*told, *self._by_hand(text.by_hand)])
        told = [self._read_by(text)]
        if text.present is not None:
            key = "papers.minutes.pledged" if text.is_pledge else "papers.minutes.heard"
            late = wording.counted(text.latecomers or 0)
            present = wording.counted(text.present)
            if self._minutes.guests:
                present = words("papers.minutes.guests_among", count=present)
            told.append(words(key, present=present, latecomers=late))
        if text.untimed:
            told.append(words("papers.minutes.untimed", count=wording.counted(text.untimed)))
        return " ".join([*told, *self._by_hand(text.by_hand)])

    def _by_hand(self, by_hand: CountsByHand) -> list[str]:
        """Those whom the operator recorded one by one: what they did, and no ground for it."""
        counts = (
            ("papers.minutes.spoken_by_hand", by_hand.spoken),
            ("papers.minutes.not_followed", by_hand.not_followed),
            ("papers.minutes.left_early", by_hand.left_early),
        )
        return [self._words(key, count=wording.counted(count)) for key, count in counts if count]

    def signing(self, pact: PactSigning) -> str:
        """Who was to sign a pact; of the individual form, how many have."""
        words, title = self._words, self._quoted(pact.title)
        if pact.form is PactForm.INDIVIDUAL:
            signed, people = wording.counted(pact.people_signed), wording.counted(pact.people)
            told = [
                words("papers.minutes.signed_by_people", title=title, signed=signed, people=people)
            ]
            if pact.people_later:
                later = wording.counted(pact.people_later)
                told.append(words("papers.minutes.signed_later_by_people", count=later))
            return " ".join(told)
        if not any(one.party.role is Role.REPRESENTATIVE for one in pact.representatives):
            return words("papers.minutes.no_representatives", title=title)
        return words("papers.minutes.signed_by_representatives", title=title)

    def representatives(self, pact: PactSigning) -> list[str]:
        """Each representative, and whether the record says that they signed."""
        return [self._representative(signing) for signing in pact.representatives]

    def witness(self, fact: WitnessFact) -> str:
        """A witness: present and signed, each as recorded."""
        witness = self._person(fact.party)
        if fact.present and fact.signed:
            return self._words("papers.minutes.witness_present_signed", witness=witness)
        if fact.present:
            return self._words("papers.minutes.witness_present", witness=witness)
        if fact.signed:
            return self._words("papers.minutes.witness_signed", witness=witness)
        return self._words("papers.minutes.witness_neither", witness=witness)

    def clock_jumps(self) -> list[str]:
        """When the clock was set, and by how much."""
        zone = self._minutes.occasion.zone
        return [
            self._words(
                "papers.minutes.clock_forward" if one.seconds > 0 else "papers.minutes.clock_back",
                at=wording.moment_words(one.at, zone),
                by=span(abs(one.seconds)),
            )
            for one in self._minutes.clock_jumps
        ]

    def record(self) -> str:
        """How many events the record holds."""
        unit = self._words("papers.minutes.event_unit")
        events = wording.counted(self._minutes.events, unit)
        return self._words("papers.minutes.record", events=events)

    def _part(self, rule: Quorum) -> str:
        """How much of the roster a quorum is; empty where there is none."""
        keys = {
            Quorum.HALF: "papers.quorum.half",
            Quorum.MORE_THAN_HALF: "papers.quorum.more_than_half",
            Quorum.TWO_THIRDS: "papers.quorum.two_thirds",
            Quorum.THREE_QUARTERS: "papers.quorum.three_quarters",
        }
        return self._words(keys[rule]) if rule in keys else ""

    def _read_by(self, text: TextRead) -> str:
        words, title = self._words, self._quoted(text.title)
        if text.completion is not Completion.ON_PAPER:
            return words("papers.minutes.read", title=title, reader=self._person(text.reader))
        zone = self._minutes.occasion.zone
        return words(
            "papers.minutes.read_from_paper",
            title=title,
            reader=text.reader.name if text.reader and text.reader.name else BLANK,
            time=wording.clock_of(text.at, zone) if text.at else BLANK,
        )

    def _representative(self, signing: RepresentativeSigning) -> str:
        words, place = self._words, self._place(signing.party)
        if signing.stand_in:
            stand_in = self._person(signing.stand_in.in_place_of(signing.party))
            place = words("papers.minutes.stand_in", representative=place, stand_in=stand_in)
        if signing.absent:
            place = words("papers.minutes.absent", representative=place)
        return words("papers.minutes.place", place=place, told=self._signed(signing))

    def _place(self, party: Party) -> str:
        name, post = party.name or BLANK, _post(party)
        if party.role is Role.ACKNOWLEDGER:
            return self._words("papers.minutes.acknowledger", name=name, post=post)
        return self._words(
            "papers.minutes.representative",
            division=party.division or BLANK,
            name=name,
            post=post,
        )

    def _signed(self, signing: RepresentativeSigning) -> str:
        """That a place is signed, and how that is known; or that nothing of it is recorded."""
        if not signing.signed:
            return self._words("papers.minutes.unsigned")
        if signing.source is SignatureSource.RETURNED_SHEET:
            date = wording.date_words(signing.at[:10])
            return self._words("papers.minutes.signed_later", date=date)
        if signing.source is SignatureSource.SCANNED:
            return self._words("papers.minutes.signed_scanned")
        return self._words("papers.minutes.signed")

    def _person(self, party: Party | None) -> str:
        if party is None or not party.name:
            return BLANK
        return self._words("papers.minutes.person", name=party.name, post=_post(party))

    def _quoted(self, title: str) -> str:
        return self._words("papers.quoted", title=title or BLANK)


def _post(party: Party) -> str:
    """The post with its prefix and, unless the post names it, the institution."""
    post = replace(party, post=party.post or BLANK).styled_post
    if party.institution and party.institution.casefold() not in post.casefold():
        return f"{post} {party.institution}"
    return post
