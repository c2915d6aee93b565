"""A ceremony from a template: keys, blanks, splits and refusals."""

import itertools
import json
from collections.abc import Callable

import pytest

from ceremony_app.domain.blanks import blanks, has_blanks
from ceremony_app.domain.ceremony import Cue, CueKind, Details, Pact, PactForm, Paper, Zone
from ceremony_app.domain.ceremony_json import (
    details_from_dict,
    details_to_dict,
    text_from_dict,
    text_to_dict,
)
from ceremony_app.domain.errors import Refused
from ceremony_app.domain.people import IdKind, Role
from ceremony_app.domain.template import BLANK, PactDraft, PointDraft, Template, TextDraft, fill
from ceremony_app.domain.texts import Phrase, PhraseRole, Point, Text

TEMPLATE = Template(
    id="contoh",
    title="Contoh",
    source="buatan",
    defaults={
        "title": "Ikrar {year}",
        "unit": "Kantor Satu",
        "year": "2024",
        "zone": "WITA",
        "presider.name": "Rahayu",
        "presider.post": "Kepala {unit}",
        "representative.1.name": "Satu",
        "representative.2.name": "",
    },
    texts=(
        TextDraft(
            "ikrar",
            "IKRAR {year}",
            (PointDraft("Setia di {unit} selalu.", ("Setia di Kantor", "Satu selalu.")),),
            opening=PointDraft("Kami berikrar:", role=PhraseRole.ALL),
        ),
        TextDraft("tambahan", "Tambahan", open=True, optional=True),
    ),
    pacts=(
        PactDraft(Pact("", "pakta", "Pakta {year}", (), PactForm.REPRESENTATIVES), "ikrar"),
        PactDraft(Pact("", "lain", "Lain", ("Di {unit}.",), PactForm.INDIVIDUAL)),
    ),
    programme=(
        Cue("", CueKind.TEXT, "Ikrar", text="ikrar"),
        Cue("", CueKind.SIGNING, "Tanda tangan", subtitle="{unit}", pact="lain"),
    ),
)


def numbered() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


def filled(**settings: str) -> tuple[Details, tuple[Text, ...]]:
    given = {name.replace("__", "."): value for name, value in settings.items()}
    return fill(TEMPLATE, given, numbered())


def test_placeholders_take_the_defaults() -> None:
    details, (ikrar, _) = filled()
    assert details.title == "Ikrar 2024"
    assert details.with_role(Role.PRESIDER)[0].post == "Kepala Kantor Satu"
    assert ikrar.title == "IKRAR 2024"
    assert details.pacts[0].points == ("Setia di Kantor Satu selalu.",)
    assert details.programme[1].subtitle == "Kantor Satu"
    assert details.zone is Zone.WITA


def test_settings_overrule_the_defaults_everywhere() -> None:
    details, (ikrar, _) = filled(unit="Lapas Dua", year="2029", presider__name=" Budi ")
    assert details.title == "Ikrar 2029"
    assert ikrar.points[0].words == "Setia di Lapas Dua selalu."
    assert details.pacts[1].points == ("Di Lapas Dua.",)
    assert details.with_role(Role.PRESIDER)[0].name == "Budi"
    assert details.settings["unit"] == "Lapas Dua"


def test_a_given_split_holds_only_while_it_is_made_of_the_words() -> None:
    _, (ikrar, _) = filled()
    assert [phrase.words for phrase in ikrar.points[0].phrases] == [
        "Setia di Kantor",
        "Satu selalu.",
    ]
    _, (other, _) = filled(unit="Lapas")
    assert other.points[0].words == "Setia di Lapas selalu."


def test_a_value_that_nobody_gave_stays_visible_and_is_found_again() -> None:
    details, texts = filled(unit="", year="")
    assert details.title == f"Ikrar {BLANK}"
    assert BLANK in texts[0].points[0].words
    assert has_blanks(texts[0])
    keys = [blank.what.key for blank in blanks(details, texts) if not blank.optional]
    assert "templates.blank.title" in keys
    assert "templates.blank.unit" in keys
    assert "templates.blank.point" in keys
    assert "templates.blank.pact" in keys
    assert "templates.blank.representative_name" in keys


def test_nothing_is_blank_once_everything_is_given() -> None:
    details, texts = filled(
        date="2024-01-31",
        time="8.30",
        place="Aula",
        city="Serang",
        ministry="KEMENTERIAN",
        office="KANTOR",
        representative__1__post="Kepala Divisi",
        representative__2__name="Dua",
        representative__2__post="Kepala Divisi",
        tambahan__1="Jujur.",
    )
    assert blanks(details, texts) == ()
    assert (details.date, details.time) == ("2024-01-31", "08:30")


def test_an_open_text_is_optional_and_blank_until_its_points_are_set() -> None:
    details, texts = filled()
    assert [blank.optional for blank in blanks(details, texts)][-1]
    _, (_, extra) = filled(tambahan__2="Kedua.", tambahan__1="Pertama.", tambahan__10="Akhir.")
    assert [point.words for point in extra.points] == ["Pertama.", "Kedua.", "Akhir."]


def test_cues_point_to_the_new_ids() -> None:
    details, texts = filled()
    assert details.programme[0].text == texts[0].id
    assert details.programme[1].pact == details.pacts[1].id
    ids = [text.id for text in texts]
    ids += [cue.id for cue in details.programme]
    ids += [pact.id for pact in details.pacts]
    ids += [party.id for party in details.parties]
    assert len(set(ids)) == len(ids)


def test_people_stand_in_the_order_of_their_numbers_and_may_be_added() -> None:
    details, _ = filled(representative__10__name="Sepuluh", witness__1__name="Saksi")
    names = [party.name for party in details.with_role(Role.REPRESENTATIVE)]
    assert names == ["Satu", "", "Sepuluh"]
    assert details.with_role(Role.WITNESS)[0].name == "Saksi"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("19660801 198803 1 001", IdKind.NIP),
        ("197701012021211001", IdKind.NI_PPPK),
        ("77010101", IdKind.NRP),
        ("L-7", IdKind.LOCAL),
        ("", IdKind.NONE),
    ],
)
def test_the_kind_of_a_number_is_told_by_its_form(number: str, kind: IdKind) -> None:
    details, _ = filled(presider__id_number=number)
    assert details.with_role(Role.PRESIDER)[0].id_kind is kind


def test_a_kind_may_be_named_without_a_number() -> None:
    details, _ = filled(presider__id_kind="NRP")
    assert details.with_role(Role.PRESIDER)[0].id_kind is IdKind.NRP


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("unti", "x", "templates.unknown_key"),
        ("representative.0.name", "x", "templates.unknown_key"),
        ("presider.telephone", "x", "templates.unknown_key"),
        ("ikrar.1", "x", "templates.unknown_key"),
        ("tambahan.x", "x", "templates.unknown_key"),
        ("date", "2023-02-29", "templates.bad_date"),
        ("date", "13-02-2023", "templates.bad_date"),
        ("date", "20230213", "templates.bad_date"),
        ("time", "25:00", "templates.bad_time"),
        ("zone", "GMT", "templates.bad_zone"),
        ("paper", "legal", "templates.bad_paper"),
        ("presider.id_kind", "ktp", "templates.bad_id_kind"),
        ("witness.1.signs", "ja", "templates.not_yes_or_no"),
        ("presider.id_number", "3604010101660001", "templates.private_number"),
        ("unit", "{unit}", "templates.circle"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(key: str, value: str, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        fill(TEMPLATE, {key: value}, numbered())
    assert refusal.value.message.key == sentence


def test_the_refusal_of_a_key_names_those_that_there_are() -> None:
    with pytest.raises(Refused) as refusal:
        fill(TEMPLATE, {"unti": "x"}, numbered())
    known = str(refusal.value.message.values["known"])
    assert all(part in known for part in ("unit", "representative.1.*", "tambahan.1", "id_number"))


def test_braces_that_an_operator_typed_are_left_alone() -> None:
    details, _ = filled(title="Ikrar {bersama} {year}", paper="F4")
    assert details.title == "Ikrar {bersama} 2024"
    assert details.paper is Paper.F4


def test_every_key_that_is_listed_is_taken() -> None:
    values = {"date": "2024-01-31", "time": "08:00", "zone": "WIT", "paper": "f4"}
    for key in TEMPLATE.keys:
        ending = key.name.rpartition(".")[2]
        value = values.get(key.name, {"id_kind": "nrp", "signs": "yes"}.get(ending, "nilai"))
        fill(TEMPLATE, {key.name: value}, numbered())


def test_what_is_kept_as_json_comes_back_whole() -> None:
    details, texts = filled(witness__1__name="Saksi", address="Jalan Satu | Serang 42111")
    assert details_from_dict(json.loads(json.dumps(details_to_dict(details)))) == details
    for text in texts:
        assert text_from_dict(json.loads(json.dumps(text_to_dict(text)))) == text


def test_json_of_an_older_version_takes_defaults_and_unknown_fields_are_left_out() -> None:
    assert details_from_dict({"template": "t", "title": "T"}) == Details("t", "T")
    text = text_from_dict(
        {
            "id": "1",
            "key": "k",
            "title": "T",
            "points": [{"phrases": [{"words": "kata"}]}],
            "from_the_future": 1,
        }
    )
    assert text == Text("1", "k", "T", (Point((Phrase("kata"),)),))


@pytest.mark.parametrize("values", [{}, {"title": "T"}, {"id": "1", "key": "k", "title": "T"}])
def test_json_without_what_every_version_writes_is_an_error(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="has no"):
        text_from_dict(values)
