"""How identity's time grows with the number of extractions, generated ones, and what a code that all cite costs.

    python benchmarks/identity_speed.py [--largest 5000]

The generated corpus looks like a real one: reports of many districts, each citing the same few central resolutions
(with a date, without one, with a title), programmes of its own province and plans of its own, naming bodies, people,
places and programmes. "Crowded" is the hostile case: every text cites one code, half of them without a date.
"""

import argparse
import random
import time
from collections.abc import Callable
from hashlib import sha256

from graph.answers import Entity, EntityKind
from graph.identity import build_content
from graph.identity.proposals import propose
from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead
from ontology.levels import Level
from ontology.mentions import Citation, EntityLabel, Mention, OrganizationName, PlaceName, ProgrammeName
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Relation, Statement
from ontology.units import AdminUnit, all_units, parents_of

SUBJECTS = ("quản lý, sử dụng đất", "nông nghiệp, nông dân, nông thôn", "kinh tế tập thể", "chuyển đổi số",
            "giảm nghèo bền vững", "tổ chức bộ máy", "hội nhập quốc tế", "công tác dân vận")  # fmt: skip
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hùng", "Hưng", "Lan", "Mai", "Nam", "Phúc", "Quân", "Thảo")


def generated(count: int, seed: int = 7) -> list[Extraction]:
    """Return so many extractions; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    districts = [unit for unit in all_units() if unit.level is Level.DISTRICT and unit.unit == "huyện"]
    return [_report(number, districts[number % len(districts)], chance) for number in range(count)]


def crowded(count: int, seed: int = 7) -> list[Extraction]:
    """Return so many texts that all cite one code, half of them with one of two dates."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here
    dates = (PartialDate(2017, 10, 25), PartialDate(2022, 6, 16))
    made = []
    for number in range(count):
        title = f"{chance.choice(SUBJECTS)} {chance.choice(GIVEN)} {number % 500}" if number % 3 == 0 else None
        date = dates[number % 2] if chance.random() < 0.5 else None
        citation = Citation("Nghị quyết", "18-NQ/TW", date, None, title)
        head = Letterhead(type="Báo cáo", date=PartialDate(2024), title=f"báo cáo {number}")
        made.append(_extraction(f"{number:06}.txt", head, [(EntityLabel.DOC, "Nghị quyết 18-NQ/TW", citation)], []))
    return made


def _report(number: int, district: AdminUnit, chance: random.Random) -> Extraction:
    province = parents_of(district)[0]
    year = chance.randint(2016, 2024)
    head = Letterhead(
        type="Báo cáo", code=f"{number % 400 + 1}-BC/HU", organ=f"Huyện ủy {district.name}", level=Level.DISTRICT,
        place=district.full_name, province=province.full_name, date=PartialDate(year, chance.randint(1, 12), 15),
        title=f"{chance.choice(SUBJECTS)} năm {year}",
    )  # fmt: skip
    mentions: list[tuple[EntityLabel, str, object]] = []
    pairs: list[tuple[int, Relation, int]] = []

    def add(label: EntityLabel, norm: str, detail: object) -> int:
        mentions.append((label, norm, detail))
        return len(mentions) - 1

    def cite(kind: str, code: str, day: PartialDate | None, title: str | None = None) -> int:
        return add(EntityLabel.DOC, f"{kind} {code}", Citation(kind, code, day, None, title))

    for _ in range(4):
        known = chance.randint(1, 60)
        dated = chance.random() < 0.6
        top = cite("Nghị quyết", f"{known}-NQ/TW", PartialDate(2012 + known % 12, 6, 16) if dated else None,
                   chance.choice(SUBJECTS) if chance.random() < 0.3 else None)  # fmt: skip
        middle = cite("Chương trình", f"{chance.randint(1, 200)}-CTr/TU", PartialDate(year, 3, 2))
        plan = cite("Kế hoạch", f"{chance.randint(1, 300)}-KH/HU", PartialDate(year, 5, 9) if dated else None)
        decision = cite("Quyết định", f"{chance.randint(1, 900)}/QĐ-UBND", PartialDate(year, 7, 1) if dated else None)
        pairs += [
            (middle, Relation.IMPLEMENTS, top),
            (plan, Relation.CONCRETIZES, middle),
            (SELF, Relation.REVIEWS, plan),
        ]
        pairs.append((plan, Relation.PURSUANT_TO, decision))
    body = add(EntityLabel.ORG, "Huyện ủy", OrganizationName(f"Huyện ủy {district.name}", Level.DISTRICT))
    add(EntityLabel.ORG, f"Trường Tiểu học {chance.choice(GIVEN)} {number % 7}", None)
    for _ in range(3):
        person = add(EntityLabel.PER, f"{chance.choice(SURNAMES)} Văn {chance.choice(GIVEN)}", None)
        if chance.random() < 0.5:
            pairs.append((person, Relation.HOLDS_POST, body))
    place = add(EntityLabel.LOC, district.full_name, PlaceName(district.unit, district.name))
    programme = add(EntityLabel.PROG, "nông thôn mới", ProgrammeName("nông thôn mới"))
    pairs.append((programme, Relation.COVERS, place))
    return _extraction(f"{number:06}.txt", head, mentions, pairs)


def _extraction(
    file: str, head: Letterhead, mentions: list[tuple[EntityLabel, str, object]], pairs: list[tuple[int, Relation, int]]
) -> Extraction:
    body, made = "", []
    for label, norm, detail in mentions:
        made.append(Mention(label, Span(len(body), len(body) + len(norm)), norm, norm, detail))  # type: ignore[arg-type]
        body += norm + "\n"
    digest = sha256(f"{file}{body}".encode()).hexdigest()
    statements = tuple(
        Statement(
            head_, relation, tail, Evidence(file, digest, made[tail].span, made[tail].text, "cue", 0.9), "thực hiện"
        )
        for head_, relation, tail in pairs
    )
    return Extraction(file, digest, "utf-8", body, head, tuple(made), tuple(statements))


def organizations(count: int) -> list[Entity]:
    """Return bodies of one district, as many as asked: one block of names, which is the worst case."""
    base = "https://w3id.org/cuthehoa/id/organization/tinh-hau-giang/huyen-phung-hiep"
    names = (f"Hợp tác xã {GIVEN[n % 12]} {SURNAMES[n % 8]} {n // 3}" for n in range(count))
    return [Entity(f"{base}/{n}", EntityKind.ORGANIZATION, name) for n, name in enumerate(names)]


def timed(run: Callable[[], object]) -> float:
    """Return the seconds of this process that one run takes: other work on the machine does not count."""
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--largest", type=int, default=5000)
    largest = parser.parse_args().largest
    sizes = [largest // 4, largest // 2, largest]
    build_content(generated(50))  # tables and units are read once
    print(f"{'texts':>8} {'reports s':>10} {'ms/text':>8} {'crowded s':>10} {'ms/text':>8}")
    for size in sizes:
        reports, crowd = generated(size), crowded(size)
        one, other = timed(lambda: build_content(reports)), timed(lambda: build_content(crowd))  # noqa: B023
        print(f"{size:>8} {one:>10.2f} {one / size * 1000:>8.2f} {other:>10.2f} {other / size * 1000:>8.2f}")
    for count in (5000, 20_000):
        bodies = organizations(count)
        seconds = timed(lambda: propose(bodies, "https://w3id.org/cuthehoa/id/", {}))  # noqa: B023
        print(f"proposals among {count} bodies of one district: {seconds:.2f} s")


if __name__ == "__main__":
    main()
