"""What a pact is made of, and who signs it."""

from ceremony_app.domain.people import IdKind, Party, Person, Role

POINTS = (
    (
        "Menjaga dan menegakkan prinsip netralitas pegawai baik sebelum, selama, maupun sesudah "
        "pelaksanaan Pemilu dan Pemilihan Tahun 2024 dalam melaksanakan pelayanan publik."
    ),
    "Menghindari konflik kepentingan tidak melakukan praktik-praktik intimidasi dan ancaman.",
    "Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.",
)
SANCTION = "Apabila melanggar pakta integritas ini, bersedia menerima sanksi."


def representative(number: int) -> Party:
    return Party(
        id=str(number),
        role=Role.REPRESENTATIVE,
        name=f"Nama Wakil {number}, S.H.",
        post=f"Kepala Divisi Urusan {number}",
        division=f"Divisi Urusan {number}",
        id_number=f"1966080119880310{number:02}",
        id_kind=IdKind.NIP,
    )


def witness(number: int) -> Party:
    return Party(
        id=f"w{number}",
        role=Role.WITNESS,
        name=f"Nama Saksi {number}",
        post="Ketua",
        institution=f"Bawaslu {number}",
    )


HEAD = Party(
    id="h",
    role=Role.ACKNOWLEDGER,
    name="Marciana Dominika Jone",
    post="Kepala Kantor Wilayah",
    prefix="Plt.",
    id_number="12345678",
    id_kind=IdKind.NRP,
)


def people(count: int) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=str(number),
            name=f"Pegawai Nomor {number}",
            id_number=f"19660801198803{1000 + number}",
            id_kind=IdKind.NIP,
            rank="Penata, III/c",
            post="Analis Hukum",
            division="Divisi Administrasi",
        )
        for number in range(count)
    )
