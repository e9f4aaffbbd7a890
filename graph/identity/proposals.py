"""Pairs of entities that may be one thing, for people to decide. Nothing is ever merged by them.

Names are compared only inside one kind and one place, and there only with their neighbours in two orders of the
alphabet (from the first word, from the last word): the work grows with the number of entities, not with its square.
Names whose digits differ are never alike: "Trường Tiểu học Phương Bình 1" is not number 2.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import Entity, EntityKind
from graph.identity.places import UNKNOWN
from graph.proposal_values import Proposal, ProposalReason
from ontology.folding import fold
from ontology.units import name_key

_NEIGHBOURS = 6
"""With so many that follow a name in either order it is compared."""

_ALIKE = 0.9
"""From this share of common letters on, two names are proposed. Found by trying: below it come other bodies."""

_LONGEST = 200
"""Longer names are no names; comparing them costs the square of their length."""

_SCORE_OF_NAMESAKES = 0.5
"""Two people of one name in one province: nothing else is known."""

_SCORE_OF_UNKNOWN_UNIT = 0.7

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"\d+[a-z]?|[a-z]")
"""What tells things of one name apart: "Trường Tiểu học Phương Bình 2", "huyện Châu Thành A"."""
_COMPARED = frozenset({EntityKind.ORGANIZATION, EntityKind.PROGRAMME})
_FEWEST_WORDS = 5
_WORDS_ALIKE = 0.6
"""Among so many words one may be a slip of another if so much of it is the same; of shorter names it is the name."""


@dataclass(frozen=True, slots=True)
class Post:
    """In which body, and when, one source shows a person.

    Args:
        body: Segments of the body's IRI.
        year: Year of the source, or ``None``.
    """

    body: tuple[str, ...]
    year: int | None


def propose(entities: Iterable[Entity], base: str, posts: Mapping[str, Collection[Post]]) -> list[Proposal]:
    """Return the pairs that may be one, sorted by IRI, each pair once.

    Args:
        entities: All entities.
        base: What their IRIs begin with.
        posts: The posts of each person, by IRI.
    """
    blocks: dict[tuple[str, ...], list[Entity]] = {}
    people: dict[tuple[str, str], list[Entity]] = {}
    units: dict[str, list[Entity]] = {}
    for entity in entities:
        path = tuple(entity.iri[len(base) :].split("/"))
        if entity.kind is EntityKind.PERSON:
            people.setdefault((path[1], name_key(entity.name)), []).append(entity)
        elif entity.kind is EntityKind.PLACE:
            # Neighbours are often called alike ("huyện Châu Thành A"): only units of one name are looked at.
            units.setdefault(name_key(entity.name), []).append(entity)
        elif entity.kind in _COMPARED or _is_named(entity):
            blocks.setdefault(path[:-1], []).append(entity)
    found: dict[tuple[str, str], Proposal] = {}
    for proposal in (*_similar(blocks.values()), *_namesakes(people.values(), posts), *_unknown(units.values(), base)):
        found.setdefault((proposal.one, proposal.other), proposal)
    return [found[pair] for pair in sorted(found)]


def _is_named(document: Entity) -> bool:
    return document.kind is EntityKind.DOCUMENT and not (document.code or document.held or document.open)


def _proposal(one: Entity, other: Entity, score: float, reason: ProposalReason) -> Proposal:
    first, second = sorted((one.iri, other.iri))
    return Proposal(first, second, round(score, 3), reason)


def _similar(blocks: Iterable[Sequence[Entity]]) -> Iterator[Proposal]:
    from rapidfuzz.distance import Indel  # who asks a graph need not wait for it

    for block in blocks:
        if len(block) < 2:
            continue
        named = [_compared(entity) for entity in block]
        for turned in (False, True):
            ordered = sorted(named, key=lambda one: (one.words[::-1] if turned else one.words, one.entity.iri))
            for position, one in enumerate(ordered):
                for other in ordered[position + 1 : position + 1 + _NEIGHBOURS]:
                    if one.marks == other.marks and not _apart_by_date(one.entity, other.entity):
                        score = Indel.normalized_similarity(one.name, other.name, score_cutoff=_ALIKE)
                        if score and _may_be_one_name(one.words, other.words):
                            yield _proposal(one.entity, other.entity, score, ProposalReason.SIMILAR_NAME)


@dataclass(frozen=True, slots=True)
class _Compared:
    """An entity's name, made ready for comparing.

    Args:
        entity: The entity.
        name: The folded name.
        words: Its words; "Kỳ" and "Kì" are one.
        marks: Numbers and single letters in it.
    """

    entity: Entity
    name: str
    words: tuple[str, ...]
    marks: tuple[str, ...]


def _compared(entity: Entity) -> _Compared:
    name = fold(entity.name[:_LONGEST])
    words = tuple(word.replace("y", "i") for word in _WORD.findall(name))
    return _Compared(entity, name, words, tuple(word for word in words if _MARK.fullmatch(word)))


def _may_be_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in words left out, or in one word that may be a slip.

    Vietnamese words have few letters: "Quang Bình" and "Quang Minh" are alike in letters and two names. A name that
    ends with the whole of another one is that of a part ("Đảng ủy Sở Y tế").
    """
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if long[-len(short) :] == short and len(long) > len(short):
        return False
    missing, more = Counter(short) - Counter(long), Counter(long) - Counter(short)
    if not missing or not more:
        return True
    if missing.total() > 1 or more.total() > 1 or len(short) < _FEWEST_WORDS:
        return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(next(iter(missing)), next(iter(more))) >= _WORDS_ALIKE


def _apart_by_date(one: Entity, other: Entity) -> bool:
    """Whether two documents, or two stages, are of different times and so are two."""
    if one.stage != other.stage:
        return True
    return one.date is not None and other.date is not None and not one.date.matches(other.date)


def _namesakes(people: Iterable[Sequence[Entity]], posts: Mapping[str, Collection[Post]]) -> Iterator[Proposal]:
    for namesakes in people:
        ordered = sorted(namesakes, key=lambda entity: entity.iri)
        for position, one in enumerate(ordered):
            for other in ordered[position + 1 : position + 1 + _NEIGHBOURS]:
                if not _two_at_once(posts.get(one.iri, ()), posts.get(other.iri, ())):
                    yield _proposal(one, other, _SCORE_OF_NAMESAKES, ProposalReason.SAME_PERSON_NAME)


def _two_at_once(one: Collection[Post], other: Collection[Post]) -> bool:
    """Whether two people hold posts in one year in bodies of two places of which none lies in the other."""
    years = {post.year for post in one if post.year is not None} & {post.year for post in other}
    return any(
        _on_two_lines(post.body[:-1], second.body[:-1])
        for post in one
        if post.year in years
        for second in other
        if second.year == post.year
    )


def _on_two_lines(one: Sequence[str], other: Sequence[str]) -> bool:
    shared = min(len(one), len(other))
    return tuple(one[:shared]) != tuple(other[:shared])


def _unknown(units: Iterable[Sequence[Entity]], base: str) -> Iterator[Proposal]:
    """Pair a unit of which it is not known where it lies with the units of its name."""
    for same in units:
        ordered = sorted(same, key=lambda entity: entity.iri)
        lost = [entity for entity in ordered if entity.iri[len(base) :].startswith(f"place/{UNKNOWN}/")]
        known = [entity for entity in ordered if entity not in lost]
        for place in lost:
            for unit in known[:_NEIGHBOURS]:
                yield _proposal(place, unit, _SCORE_OF_UNKNOWN_UNIT, ProposalReason.UNIT_UNKNOWN)
