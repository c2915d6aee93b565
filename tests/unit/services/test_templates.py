"""The templates that ship, and template files with faults in them."""

from pathlib import Path

import pytest

from ceremony_app import locator
from ceremony_app.domain.blanks import blanks, has_blanks
from ceremony_app.domain.ceremony import CueKind, PactForm, Zone
from ceremony_app.domain.errors import FileTrouble, Refused
from ceremony_app.domain.ids import new_id
from ceremony_app.domain.messages import Catalogue, Message
from ceremony_app.domain.people import IdKind, Role
from ceremony_app.domain.template import fill
from ceremony_app.services.templates import Templates

SHIPPED = ("banten", "setjen", "ntt", "banyuwangi", "jatim", "generic", "blank")
PLACES = locator.installed()


@pytest.fixture
def templates() -> Templates:
    return Templates(PLACES.templates)


def test_the_seven_templates_ship_in_their_order(templates: Templates) -> None:
    assert tuple(template.id for template in templates.all()) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_each_makes_a_ceremony_with_its_source_told(templates: Templates, name: str) -> None:
    template = templates.get(name)
    details, texts = fill(template, {}, new_id)
    assert template.title
    assert template.source
    assert details.notes
    assert details.title
    assert texts
    assert details.pacts
    kinds = [cue.kind for cue in details.programme]
    assert kinds[0] is CueKind.HOLDING
    assert kinds.index(CueKind.TEXT) < kinds.index(CueKind.SIGNING)


@pytest.mark.parametrize("name", SHIPPED)
def test_items_stand_in_the_order_of_the_day(templates: Templates, name: str) -> None:
    """The order in which such ceremonies run; what one ceremony lacks is left out."""
    details, _ = fill(templates.get(name), {}, new_id)
    kinds = [cue.kind for cue in details.programme]
    order = [
        CueKind.HOLDING,
        CueKind.ANTHEM,
        CueKind.TEXT,
        CueKind.SIGNING,
        CueKind.WITNESS,
        CueKind.PRAYER,
        CueKind.CLOSING,
    ]
    assert [kind for kind in dict.fromkeys(kinds) if kind in order] == [
        kind for kind in order if kind in kinds
    ]
    assert (CueKind.WITNESS in kinds) == bool(details.with_role(Role.WITNESS))
    assert {CueKind.ANTHEM, CueKind.PRAYER} <= set(kinds)
    assert kinds[-1] is CueKind.CLOSING


@pytest.mark.parametrize("name", SHIPPED)
def test_representatives_act_for_others_and_never_by_delegation(
    templates: Templates, name: str
) -> None:
    details, _ = fill(templates.get(name), {}, new_id)
    for pact in details.pacts:
        assert "a.n." not in " ".join((pact.opening, pact.sanction, *pact.points))
        assert ("mewakili" in pact.opening) == (pact.form is PactForm.REPRESENTATIVES)
        assert "sanksi" in pact.sanction


def test_banten_is_what_the_report_says(templates: Templates) -> None:
    details, (ikrar,) = fill(templates.get("banten"), {}, new_id)
    assert (details.date, details.city, details.zone) == ("2022-10-17", "Serang", Zone.WIB)
    assert details.with_role(Role.PRESIDER)[0].name == "Tejo Harwanto"
    assert details.with_role(Role.READER)[0].name == "Tejo Harwanto"
    assert [(party.name, party.post) for party in details.with_role(Role.REPRESENTATIVE)] == [
        ("Masjuno", "Kepala Divisi Pemasyarakatan"),
        ("Sri Yusfini Yusuf", "Kepala Divisi Administrasi"),
        ("Ujo Sujoto", "Kepala Divisi Keimigrasian"),
    ]
    assert details.with_role(Role.WITNESS) == ()
    assert details.legal_bases == ()
    assert [len(point.phrases) for point in ikrar.points] == [6, 4, 3, 2]
    assert ikrar.points[0].phrases[2].words == "Kementerian Hukum dan HAM Banten"
    assert ikrar.points[2].words.startswith("Menggunakan media sosial")
    assert any("Mengunakan" in note for note in details.notes)
    represented = {party.division for party in details.with_role(Role.REPRESENTATIVE)}
    assert set(details.divisions) - represented == {"Divisi Pelayanan Hukum dan HAM"}


def test_setjen_has_a_leader_without_nip_and_a_second_oath_of_choice(templates: Templates) -> None:
    details, texts = fill(templates.get("setjen"), {}, new_id)
    presider = details.with_role(Role.PRESIDER)[0]
    assert (presider.id_kind, presider.id_number) == (IdKind.NRP, "")
    assert [text.optional for text in texts] == [False, True]
    assert [pact.optional for pact in details.pacts] == [False, True]
    assert "not in the report" in texts[1].note
    assert has_blanks(texts[1])
    assert details.legal_bases[0].is_superseded("2024-01-01")
    assert not details.legal_bases[0].is_superseded("2023-01-30")


def test_ntt_is_in_the_middle_zone(templates: Templates) -> None:
    details, _ = fill(templates.get("ntt"), {}, new_id)
    assert (details.zone, details.date, details.place) == (Zone.WITA, "2023-02-13", "Aula Kanwil")
    assert details.title.endswith("terhadap Pemilu dan Pemilihan Tahun 2024")
    assert "SEK-14.KP.05.02" in details.legal_bases[1].citation


def test_banyuwangi_signs_one_by_one_and_cites_a_law_already_replaced(
    templates: Templates,
) -> None:
    template = templates.get("banyuwangi")
    details, _ = fill(template, {}, new_id)
    assert details.date == ""
    assert details.pacts[0].form is PactForm.INDIVIDUAL
    assert template.sessions == ("Susulan",)
    replaced = [basis.superseded_by for basis in details.legal_bases if basis.superseded_on]
    assert "Peraturan Pemerintah Nomor 94 Tahun 2021" in replaced


def test_jatim_has_a_witness_who_need_not_have_signed(templates: Templates) -> None:
    details, _ = fill(templates.get("jatim"), {}, new_id)
    (witness,) = details.with_role(Role.WITNESS)
    assert (witness.name, witness.post) == ("A. Warits", "Ketua Bawaslu Jawa Timur")
    assert details.with_role(Role.REPRESENTATIVE) == ()


def test_generic_takes_unit_and_year_and_says_to_check_the_decree(templates: Templates) -> None:
    details, (ikrar,) = fill(
        templates.get("generic"), {"unit": "Lapas Dua", "year": "2029"}, new_id
    )
    assert ikrar.title.endswith("TAHUN 2029")
    assert "di lingkungan Lapas Dua dalam" in ikrar.points[0].words
    assert ikrar.opening is not None
    assert ikrar.closing is not None
    assert any("check against the decree" in note for note in details.notes)


@pytest.mark.parametrize("name", ["setjen", "ntt", "banyuwangi", "jatim"])
def test_reports_without_wording_take_that_of_generic_and_say_so(
    templates: Templates, name: str
) -> None:
    generic, template = templates.get("generic"), templates.get(name)
    assert template.texts[0].points == generic.texts[0].points
    assert any("check against the decree" in note for note in template.notes)


def test_blank_is_filled_from_the_command_line_alone(templates: Templates) -> None:
    settings = {"title": "Ikrar", "ikrar.1": "Setia.", "ikrar.2": "Jujur.", "unit": "Kantor"}
    details, (ikrar,) = fill(templates.get("blank"), settings, new_id)
    assert [point.words for point in ikrar.points] == ["Setia.", "Jujur."]
    assert details.pacts[0].points == ("Setia.", "Jujur.")
    assert not has_blanks(ikrar)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_blank_and_fault_has_a_sentence(templates: Templates, language: str) -> None:
    words = Catalogue.read(PLACES.translations, language)
    for template in templates.all():
        for blank in blanks(*fill(template, {}, new_id)):
            assert words.say(blank.what)


def test_an_unknown_template_is_refused_with_the_list(templates: Templates) -> None:
    with pytest.raises(Refused) as refusal:
        templates.get("bantan")
    assert "banten" in str(refusal.value.message.values["known"])


GOOD = """
id = "x"
title = "X"
source = "buatan"
[settings]
unit = "Kantor"
[[texts]]
key = "ikrar"
title = "Ikrar"
[[texts.points]]
words = "Setia di {unit}."
[[programme]]
kind = "text"
title = "Ikrar"
text = "ikrar"
"""


def test_a_small_template_of_the_offices_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GOOD, encoding="utf-8")
    assert Templates(tmp_path).all()[0].texts[0].points[0].words == "Setia di {unit}."


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('id = "x"', 'id = "y"', "id", "not_the_file_name"),
        ('title = "X"', "", "title", "missing"),
        ('title = "X"', 'title = " "', "title", "empty"),
        ('title = "X"', "title = 7", "title", "not_text"),
        ("[settings]", "[setting]", "settings", "missing"),
        ('unit = "Kantor"', 'unit = "{kota}"', "settings.unit", "no_such_placeholder"),
        ("{unit}", "{kota}", "texts", "no_such_placeholder"),
        ('unit = "Kantor"', 'zone = "GMT"', "settings.zone", "templates.bad_zone"),
        ('words = "Setia', 'word = "Setia', "texts[1].points[1].words", "missing"),
        ('source = "buatan"', 'source = "buatan"\nsourse = "x"', "sourse", "unknown_field"),
        ('kind = "text"', 'kind = "teks"', "programme[1].kind", "no_choice"),
        ('kind = "text"', 'kind = "title"', "programme[1].text", "cue_and_reference"),
        ('text = "ikrar"', 'text = "ikra"', "programme", "no_such_key"),
        ('{unit}."', '{unit}."\nphrases = ["Setia pada", "{unit}."]', "texts[1].points[1].phrases",
         "other_words"),
        ('{unit}."', '{unit}."\nphrases = "Setia"', "texts[1].points[1].phrases", "not_texts"),
        ('title = "Ikrar"\n[[texts', 'title = "Ikrar"\nopen = true\n[[texts', "texts[1].points",
         "points_or_open"),
        ('title = "Ikrar"\n[[texts', 'title = "Ikrar"\nopen = 1\n[[texts', "texts[1].open",
         "not_a_flag"),
        ('text = "ikrar"', 'text = "ikrar"\nminutes = -1', "programme[1].minutes", "not_a_number"),
        ("[[programme]]", "[programme]", "programme", "not_tables"),
        ("[[programme]]", '[[texts]]\nkey = "ikrar"\ntitle = "X"\nopen = true\n[[programme]]',
         "texts", "twice"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_field_and_reason(
    tmp_path: Path, old: str, new: str, field: str, reason: str
) -> None:
    assert old in GOOD
    (tmp_path / "x.toml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileTrouble) as trouble:
        Templates(tmp_path).get("x")
    values = trouble.value.message.values
    assert (values["file"], values["field"]) == ("x.toml", field)
    told = values["reason"]
    assert isinstance(told, Message)
    assert told.key.removeprefix("templates.reason.") == reason
    for language in ("id", "en"):
        assert Catalogue.read(PLACES.translations, language).say(trouble.value.message)


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe\x00", b"PK\x03\x04"])
def test_a_file_that_is_not_toml_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(FileTrouble) as trouble:
        Templates(tmp_path).get("x")
    assert trouble.value.message.key == "templates.not_toml"


def test_a_folder_in_the_place_of_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(FileTrouble) as trouble:
        Templates(tmp_path).get("x")
    assert trouble.value.message.key == "templates.unreadable"
