"""What personnel offices call the columns of a roster."""

import re

from ceremony_app.domain.roster import Field

_NOT_WORDS = re.compile(r"[\W_]+")
_SPACED_LETTERS = re.compile(r"\b(?:\w )+\w\b")

# In order of preference: where a sheet has two columns for one field, the earlier is taken.
_NAMES: dict[Field, str] = {
    Field.ID_NUMBER: """NIP BARU|NIP|NIP NRP|NIP NI PPPK|NIP NIPPPK|NIP NRP NI PPPK|NRP NIP|NIPBARU
        |NIP PEGAWAI|NI PPPK|NIPPPK|NIP PPPK|NRP|NOMOR INDUK PEGAWAI|NOMOR INDUK|NO INDUK PEGAWAI
        |NO INDUK|NOMOR PEGAWAI|NO PEGAWAI|ID PEGAWAI|NOMOR LOKAL|ID NUMBER|EMPLOYEE NUMBER""",
    Field.NAME: """NAMA LENGKAP|NAMA DAN GELAR|NAMA LENGKAP DAN GELAR|NAMA LENGKAP PEGAWAI
        |NAMA PEGAWAI|NAMA|NAMA ASN|NAMA PNS|NAMA PETUGAS|FULL NAME|NAME""",
    Field.TITLE_BEFORE: "GELAR DEPAN|GELAR DI DEPAN|GELAR DPN|GLR DEPAN|GLR DPN|TITLE BEFORE",
    Field.TITLE_AFTER: """GELAR BELAKANG|GELAR DI BELAKANG|GELAR BLK|GELAR BLKG|GLR BELAKANG
        |GLR BLK|GELAR|TITLE AFTER""",
    Field.RANK: """GOL|GOLONGAN|GOL RUANG|GOLONGAN RUANG|GOL RU|GOLRU|GOL AKHIR|GOLONGAN AKHIR
        |PANGKAT GOL|PANGKAT GOLONGAN|PANGKAT GOL RUANG|PANGKAT GOLONGAN RUANG|PANGKAT DAN GOLONGAN
        |PANGKAT GOLRU|GOL PANGKAT|GOLONGAN PANGKAT|PANGKAT DAN GOL|RANK""",
    Field.RANK_NAME: "PANGKAT|PANGKAT TERAKHIR|PANGKAT AKHIR|RANK NAME",
    Field.POST: """JABATAN|JABATAN SAAT INI|JABATAN TERAKHIR|JABATAN SEKARANG|POSISI JABATAN
        |JABATAN UNIT KERJA|POST|POSITION""",
    Field.DIVISION: """DIVISI|UNIT KERJA|UNOR|UNIT ORGANISASI|UNIT|UNIT KERJA DIVISI|DIVISI UNIT
        |DIVISI UNIT KERJA|BAGIAN|BIDANG|BIDANG BAGIAN|BAGIAN BIDANG|SEKSI|SATUAN KERJA|SATKER
        |UNIT KERJA SATKER|PENEMPATAN|DIVISION""",
    Field.STAFF_KIND: """STATUS PEGAWAI|STATUS KEPEGAWAIAN|STATUS ASN|JENIS PEGAWAI|JENIS ASN
        |JENIS KEPEGAWAIAN|STATUS|STAFF KIND""",
    Field.INSTITUTION: "INSTANSI|ASAL INSTANSI|INSTANSI ASAL|INSTANSI KERJA|LEMBAGA|INSTITUTION",
}

_EXACT = {
    name.strip(): (field, preference)
    for field, names in _NAMES.items()
    for preference, name in enumerate(names.split("|"))
}
_LOOSE_PREFERENCE = 100

# Words that make a header speak of something else: "NIP LAMA", "TMT JABATAN", "NAMA ISTRI".
_OTHER_THINGS = frozenset(
    {
        *("LAMA", "ATASAN", "PEJABAT", "PENILAI", "ISTRI", "SUAMI", "PASANGAN", "ANAK", "IBU"),
        *("AYAH", "ORANGTUA", "LAHIR", "TMT", "TGL", "TANGGAL", "TAHUN", "MASA", "SK", "ESELON"),
        *(
            "JENIS",
            "KELAS",
            "KODE",
            "PENDIDIKAN",
            "SEKOLAH",
            "JURUSAN",
            "BANK",
            "REKENING",
            "INDUK",
        ),
        *("NIK", "KTP", "NPWP", "BPJS", "TELEPON", "HP", "EMAIL", "ALAMAT", "AGAMA", "KELAMIN"),
    }
)
_LONGEST_HEADER = 60


def plain_header(text: str) -> str:
    """A header as it is compared: capitals, single blanks, "N I P" closed up."""
    words = _NOT_WORDS.sub(" ", text).strip().upper()
    return _SPACED_LETTERS.sub(lambda found: found.group().replace(" ", ""), words)


def recognise(text: str) -> tuple[Field, int] | None:
    """The field that a header names, and how well (0 is best); None where it names none."""
    if not text or len(text) > _LONGEST_HEADER:
        return None
    words = plain_header(text)
    return _EXACT.get(words) or _EXACT.get(words.removeprefix("NAMA ")) or _loosely(words)


def recognise_exactly(text: str) -> Field | None:
    """The field whose very name this is."""
    known = _EXACT.get(plain_header(text)) if len(text) <= _LONGEST_HEADER else None
    return known[0] if known else None


def read_field(text: str) -> Field | None:
    """The field that somebody means who types "nip", "NAMA" or "id_number"."""
    words = plain_header(text)
    for field in Field:
        if words == plain_header(field.value):
            return field
    known = recognise(text)
    return known[0] if known else None


def _loosely(words: str) -> tuple[Field, int] | None:
    """By its first words, for headers such as "NAMA (TANPA GELAR)" or "NIP / NO. KARPEG"."""
    all_words = words.split()
    if not all_words or _OTHER_THINGS.intersection(all_words):
        return None
    if all_words[0] in {"NIP", "NRP"}:
        return Field.ID_NUMBER, _LOOSE_PREFERENCE
    if all_words[0] == "NAMA" and len(all_words) > 1 and _EXACT.get(all_words[1]) is None:
        return Field.NAME, _LOOSE_PREFERENCE
    if all_words[0] == "JABATAN":
        return Field.POST, _LOOSE_PREFERENCE
    if words.startswith(("UNIT KERJA ", "DIVISI ")) and len(all_words) <= 4:
        return Field.DIVISION, _LOOSE_PREFERENCE
    if all_words[0] == "PANGKAT":
        return Field.RANK, _LOOSE_PREFERENCE
    return None
