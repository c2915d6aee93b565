"""What any paper may be made from: long names, endless posts, odd signs, many of all."""

from hypothesis import strategies as st

from ceremony_app.domain.ceremony import Letterhead, Pact, PactForm
from ceremony_app.domain.papers import (
    AttendanceRow,
    AttendanceSheet,
    Completion,
    MinutesData,
    Occasion,
    PactSheet,
    PactSigning,
    RepresentativeSigning,
    TextRead,
    WitnessFact,
)
from ceremony_app.domain.people import IdKind, Party, Person, Role
from ceremony_app.domain.status import Status

CITY, DATE, DATED = "Kota Contoh", "2023-02-13", "Kota Contoh, 13 Februari 2023"
MOST_REPRESENTATIVES, MOST_WITNESSES, MOST_POINTS = 12, 6, 30
POST = 150
"""Letters of the longest post."""


def _among(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split())


_WORDS = _among(
    "Siti Nur'aini Ma\u2019ruf I Ni Ida Bagus Widyastuti Hatta Simanjuntak Tarigan \u1e24asan "
    "Purwaningrum Ratu Pandapotan-Hutagalung \u201cMas\u201d \U0001f600Budi "
    "\u4e2d Nu\x07r Ra\u200bma"
)
_BEFORE = st.sampled_from(["", "Dr. ", "Dr. H. ", "dr. ", "Komjen Pol. ", "Prof. Dr. Ir. Hj. "])
_AFTER = st.sampled_from(["", ", S.H.", ", S.H., M.H.", ", A.Md.I.P., S.Sos., M.Si., Ph.D."])
_OFFICE = _among(
    "Kepala Divisi Pelayanan Hukum dan Hak Asasi Manusia Subbagian Kepegawaian, Keuangan/Umum "
    "Penyelenggara Keimigrasian Pemasyarakatan Kelas IIA Analis Pranata-Komputer Terampil"
)
_PROSE = _among(
    "menjaga dan menegakkan prinsip netralitas pegawai di lingkungan kantor tidak praktik-praktik "
    "intimidasi pertanggungjawaban Pasal 5 ayat (1) 13 Februari 2023 pukul 08.30 WIB serta, bohong."
)
_RANKS = st.sampled_from(["", "VII", "Penata Muda Tingkat I, III/b", "Pembina Utama Muda, IV/c"])
_PREFIXES = st.sampled_from(["", "Plt.", "Plh.", "a.n."])


def _some(words: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=least, max_size=most).map(" ".join)


NAMES = st.builds(lambda *parts: "".join(parts), _BEFORE, _some(_WORDS, 1, 6), _AFTER)
POSTS = st.one_of(
    _some(_OFFICE, 1, 6),
    _some(_OFFICE, 15, 30).map(lambda words: words[:POST].strip()),
    st.just("Kepala" + "panjang" * 20),
)
NUMBERS = st.sampled_from(
    [
        (IdKind.NIP, "196608011988031001"),
        (IdKind.NI_PPPK, "198503272014211001"),
        (IdKind.NRP, "12345678"),
        (IdKind.NONE, ""),
        (IdKind.NIP, ""),
    ]
)
SENTENCES = _some(_PROSE, 3, 60)
TITLES = _some(_OFFICE, 2, 14)
LETTERHEADS = st.builds(
    Letterhead,
    ministry=_some(_OFFICE, 1, 9),
    office=_some(_OFFICE, 1, 9),
    address=st.lists(_some(_OFFICE, 2, 8), max_size=3).map(tuple),
)
OCCASIONS = st.builds(
    Occasion,
    letterhead=LETTERHEADS,
    title=TITLES,
    unit=_some(_OFFICE, 1, 8),
    date=st.just(DATE),
    time=st.just("08:30"),
    place=_some(_OFFICE, 1, 6),
    city=st.just(CITY),
    session=st.sampled_from(["", "Susulan I"]),
)


def parties(role: Role, least: int, most: int) -> st.SearchStrategy[tuple[Party, ...]]:
    """So many with one role, each with an id of its own."""
    one = st.tuples(NAMES, POSTS, _PREFIXES, NUMBERS, _some(_OFFICE, 0, 6))
    return st.lists(one, min_size=least, max_size=most).map(
        lambda drawn: tuple(
            Party(
                id=f"{role}{index}",
                role=role,
                name=name,
                post=post,
                prefix=prefix,
                division=office if role is Role.REPRESENTATIVE else "",
                institution=office if role is Role.WITNESS else "",
                id_kind=kind,
                id_number=number,
                signs=True,
            )
            for index, (name, post, prefix, (kind, number), office) in enumerate(drawn)
        )
    )


REPRESENTATIVES = parties(Role.REPRESENTATIVE, 1, MOST_REPRESENTATIVES)
WITNESSES = parties(Role.WITNESS, 0, MOST_WITNESSES)
ACKNOWLEDGERS = parties(Role.ACKNOWLEDGER, 0, 2)
SIGNERS = parties(Role.PRESIDER, 1, 3)
PEOPLE = st.lists(
    st.builds(
        lambda name, post, numbered, rank: Person(
            id=name,
            name=name,
            id_kind=numbered[0],
            id_number=numbered[1],
            rank=rank,
            post=post,
            division="Divisi Administrasi",
        ),
        NAMES,
        POSTS,
        NUMBERS,
        _RANKS,
    ),
    min_size=1,
    max_size=3,
).map(tuple)


def pact_sheets(form: PactForm) -> st.SearchStrategy[PactSheet]:
    """Sheets of one form, from one point and one signer to thirty and twenty."""
    pacts = st.builds(
        Pact,
        id=st.just("p"),
        key=st.just("pakta"),
        title=TITLES,
        points=st.lists(SENTENCES, min_size=1, max_size=MOST_POINTS).map(tuple),
        form=st.just(form),
        sanction=SENTENCES,
        closing=st.one_of(st.just(""), SENTENCES),
    )
    return st.builds(
        PactSheet,
        occasion=OCCASIONS,
        pact=pacts,
        form=st.just(form),
        representatives=REPRESENTATIVES,
        people=PEOPLE,
        acknowledgers=ACKNOWLEDGERS,
        witnesses=WITNESSES,
        legal_bases=st.lists(TITLES, max_size=4).map(tuple),
        stamp_duty=st.booleans(),
    )


_ROWS = st.lists(
    st.tuples(NAMES, POSTS, NUMBERS, _RANKS, st.sampled_from([None, *Status])), max_size=60
)


@st.composite
def attendance_sheets(draw: st.DrawFn) -> AttendanceSheet:
    """From nobody to three hundred, the drawn rows over and over."""
    drawn = draw(_ROWS)
    drawn = drawn * draw(st.integers(1, 5))
    by_division, by_rank = draw(st.sampled_from([(True, False), (False, True), (False, False)]))
    rows = tuple(
        AttendanceRow(
            no=index + 1,
            name=name,
            id_kind=kind,
            id_number=number,
            rank=rank,
            post=post,
            division=f"Divisi {index // 20}",
            status=status,
            time="2023-02-13T07:31:00.000+07:00[WIB]" if status is Status.PRESENT else "",
        )
        for index, (name, post, (kind, number), rank, status) in enumerate(drawn)
    )
    signers = draw(parties(Role.PRESIDER, 0, 3))
    times = draw(st.booleans())
    occasion = draw(OCCASIONS)
    return AttendanceSheet(
        occasion, rows, signers, by_division=by_division, by_rank=by_rank, with_times=times
    )


@st.composite
def minutes(draw: st.DrawFn) -> MinutesData:
    """Minutes with every kind of item, or hardly any."""
    texts = draw(st.lists(st.tuples(TITLES, st.sampled_from(Completion)), max_size=3))
    signed = draw(REPRESENTATIVES)
    return MinutesData(
        occasion=draw(OCCASIONS),
        head="ab12" * 8,
        events=1234,
        presider=draw(SIGNERS)[0],
        people=340,
        counts=tuple((status, 7) for status in draw(st.sets(st.sampled_from(Status)))),
        guests=draw(st.integers(0, 3)),
        texts=tuple(
            TextRead(title, completion, phrases=15, present=300, latecomers=4, reason="Alasan")
            for title, completion in texts
        ),
        pacts=(
            PactSigning(
                draw(TITLES),
                PactForm.REPRESENTATIVES,
                tuple(RepresentativeSigning(party, True) for party in signed),
            ),
        ),
        witnesses=tuple(
            WitnessFact(party, present=True, signed=False, signs=True) for party in draw(WITNESSES)
        ),
        signers=draw(SIGNERS),
        legal_bases=tuple(draw(st.lists(TITLES, max_size=4))),
    )
