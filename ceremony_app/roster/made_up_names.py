"""Names as Indonesians bear them, by region: the stock from which people are made up.

What follows a given name is a family's, a father's or a second name; where nothing follows,
people of that region often have one name only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one sex: what stands in front (I and Ni on Bali), given names, what follows."""

    given: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Region:
    """A stock of names.

    `single` is the share of people with a given name only, `weight` the region's share among
    all. `pilgrims` tells whether some bear H. or Hj. before the name.
    """

    weight: int
    men: Names
    women: Names
    single: float = 0.0
    pilgrims: bool = True


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


_JAVA = Region(
    weight=34,
    men=Names(
        _names(
            "Agus, Bambang, Budi, Djoko, Joko, Eko, Dwi, Tri, Catur, Heru, Hendro, Sugeng, Slamet,"
            "Suharyanto, Sutarno, Soetrisno, Paijan, Wahyudi, Tjahjono, Cahyono, Widodo, Haryono,"
            "Purwanto, Sarjono, Teguh, Wawan, Yulianto, Mulyadi, Gunawan, Suprapto, Tugiman"
        ),
        _names(
            "Santoso, Prasetyo, Nugroho, Wibowo, Setiawan, Kusuma, Utomo, Raharjo, Hartono, Susilo,"
            "Adi Nugroho, Budi Santosa, Eko Prasetyo, Dwi Cahyanto, Soekardjo, Poerwanto, Hadi,"
            "Wicaksono, Saputro, Sudibyo, Priyono, Sukmono"
        ),
    ),
    women=Names(
        _names(
            "Sri, Endang, Titik, Wahyuni, Sumarni, Suprihatin, Ningsih, Rahayu, Lestari, Dwi, Tri,"
            "Ratna, Retno, Sulastri, Kartini, Wiwik, Indah, Yuni, Partini, Sutinah, Murniati"
        ),
        _names(
            "Handayani, Astuti, Puspitasari, Kusumawardani, Wulandari, Widyastuti, Hartati,"
            "Tri Wahyuningsih, Setyowati, Prihatini, Rahmawati, Utami, Susilowati, Maharani,"
            "Dewi Kumalasari, Nur Hidayati, Poerwaningsih"
        ),
    ),
    single=0.2,
)
_SUNDA = Region(
    weight=18,
    men=Names(
        _names(
            "Asep, Dadang, Ujang, Cecep, Deden, Iwan, Yayan, Encep, Tatang, Endang, Aceng, Jajang,"
            "Dede, Agus, Usep, Nandang, Rahmat, Yana"
        ),
        _names(
            "Suryana, Hidayat, Kurniawan, Permana, Sutisna, Mulyana, Somantri, Saepudin, Ma'mun,"
            "Rukmana, Wijaya, Herdiana, Supriatna, Sopandi, Ruhiyat, Sa'roni"
        ),
    ),
    women=Names(
        _names(
            "Euis, Neneng, Imas, Iis, Yayah, Lilis, Nunung, Tuti, Eti, Ai, Cucu, Teti, Entin, Rina,"
            "Susi, Wiwin, Yeyet, Dewi"
        ),
        _names(
            "Rohaeti, Nurjanah, Komalasari, Sumiati, Kartika, Nurhayati, Rosmiati, Maryati,"
            "Sa'diah, Herawati, Kurniasih, Fatimah, Suhartini, Mulyani"
        ),
    ),
    single=0.05,
)
_CLANS = _names(
    "Simanjuntak, Sitorus, Nasution, Siregar, Harahap, Lubis, Hutabarat, Sihombing, Panjaitan,"
    "Tampubolon, Ginting, Tarigan, Sembiring, Purba, Saragih, Pasaribu, Hasibuan, Batubara"
)
_BATAK = Region(
    weight=9,
    men=Names(
        _names(
            "Parlindungan, Hotman, Togar, Binsar, Maruli, Saut, Ricardo, Jonathan, Daniel, Rudi,"
            "Pardomuan, Bonar, Andreas, Marihot, Sahat, Poltak"
        ),
        _CLANS,
    ),
    women=Names(
        _names(
            "Rotua, Tiurma, Lasma, Duma, Ester, Romauli, Debora, Herlina, Christina, Nurhaida,"
            "Rosmawati, Sondang, Mariana, Tetty"
        ),
        _CLANS,
    ),
    pilgrims=False,
)
_MINANG = Region(
    weight=7,
    men=Names(
        _names(
            "Syafrizal, Zulkifli, Yusrizal, Rizal, Irwan, Hendri, Afrizal, Novrizal, Sjafruddin,"
            "Fauzi, Masrul, Erizal, Dasril, Zainal"
        ),
        _names("Chaniago, Koto, Piliang, Tanjung, Sikumbang, Jambak, Guci, Putra, Yunus, Rasyid"),
    ),
    women=Names(
        _names(
            "Yulfitri, Elfira, Rosmaini, Yusnidar, Desmawati, Fitri, Nelfia, Gusnawati, Reni,"
            "Zulhelmi, Marlina, Syafni"
        ),
        _names("Chaniago, Koto, Piliang, Tanjung, Sikumbang, Jambak, Guci, Putri, Ilyas, Idris"),
    ),
    single=0.18,
)
_BORN = _names("Wayan, Made, Nyoman, Ketut, Putu, Kadek, Komang")
_BALI = Region(
    weight=7,
    men=Names(
        (*_BORN, "Gede"),
        _names(
            "Sudarma, Artawan, Suardika, Mahendra, Wiratma, Adnyana, Astawa, Sugiarta, Parwata,"
            "Yudana, Arimbawa"
        ),
        ("I", "I", "I", "Ida Bagus", "I Gusti", "Anak Agung"),
    ),
    women=Names(
        (*_BORN, "Luh"),
        _names(
            "Sukerti, Ariani, Suryani, Widiantari, Dharmayanti, Sutarini, Suartini, Purnamawati"
        ),
        ("Ni", "Ni", "Ni", "Ida Ayu", "I Gusti Ayu", "Anak Agung Istri"),
    ),
    pilgrims=False,
)
_SULAWESI = Region(
    weight=8,
    men=Names(
        _names(
            "Muhammad Arif, Baharuddin, Syamsuddin, Abdul Rahman, Muhlis, Herman, Rusli, Nasir,"
            "Jufri, Ambo Tang, Mappanyukki, Amiruddin"
        ),
        _names("Daeng Ngalle, Paturusi, Mappasere, Halim, Latief, Karim, Said, Makkawaru, Nur"),
        ("", "", "", "Andi"),
    ),
    women=Names(
        _names(
            "Nurhaedah, Hasnah, Rosdiana, Nur'aini, Rahmatia, Sitti Aminah, Besse, Fatmawati,"
            "Marhumah, Suriani"
        ),
        _names("Daeng Bollo, Paturusi, Mappasere, Halim, Latief, Karim, Said, Tenri, Saleh"),
        ("", "", "", "Andi"),
    ),
    single=0.15,
)
_HOUSES = _names(
    "Kleden, Lamanepa, Seran, Bria, Manek, Fernandez, Da Costa, D'Ornay, Wattimena, Pattiasina,"
    "Rumbiak, Wanggai, Kambuaya, Yoku, Nggili, Ndun, Tokan, Ola Ama, Mandagi, Wowor, Tumbelaka"
)
_EAST = Region(
    weight=9,
    men=Names(
        _names(
            "Yohanes, Fransiskus, Petrus, Dominikus, Yosef, Alexander, Benediktus, Melkianus,"
            "Yakob, Ferdinan, Hendrik, Marthen, Thomas, Agustinus, Stenly"
        ),
        _HOUSES,
    ),
    women=Names(
        _names(
            "Maria, Theresia, Yuliana, Margaretha, Agnes, Elisabeth, Martha, Yosefina, Wilhelmina,"
            "Dorkas, Ludia, Fransina, Katarina, Olvie"
        ),
        _HOUSES,
    ),
    pilgrims=False,
)
_ACEH_AND_COAST = Region(
    weight=8,
    men=Names(
        _names(
            "Zulfikar, Nurdin, Ibnu Sa'dan, Iskandar, Mukhtar, Faisal, Ridwan, Syarifuddin,"
            "Ma'ruf, Mu'arif, Syafi’i, Rusdi, Taufik, Ismail, Hamdan, Abdurrahman"
        ),
        _names("Hasan, Yusuf, Abdullah, Ibrahim, Usman, Al Idrus, Hamzah, Arifin, Harun, Bakri"),
        ("", "", "", "", "Teuku", "Muhammad", "Ahmad"),
    ),
    women=Names(
        _names(
            "Nurlaila, Sa'diyah, Mutia, Halimatus Sa'diah, Rahmi, Khairunnisa, Zubaidah, Syarifah,"
            "Nur’aini, Mariatul Qibtiah, Raudhatul Jannah, Aisyah"
        ),
        _names("Hasan, Yusuf, Abdullah, Ibrahim, Usman, Fitriani, Noor, Amin, Effendi, Hanum"),
        ("", "", "", "", "Cut", "Siti", "Nur"),
    ),
    single=0.2,
)

REGIONS = (_JAVA, _SUNDA, _BATAK, _MINANG, _BALI, _SULAWESI, _EAST, _ACEH_AND_COAST)
