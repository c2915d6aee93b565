"""Local times of the record, for programs and for people."""


def plain_moment(local: str) -> str:
    """A local time without the zone's name, which few programs can read: ISO with offset."""
    return local.partition("[")[0]


def readable_moment(local: str) -> str:
    """`2023-02-13T08:30:15.123+08:00[WITA]` as `2023-02-13 08:30 WITA`."""
    moment, _, zone = local.partition("[")
    return f"{moment[:10]} {moment[11:16]} {zone.removesuffix(']')}".strip()
