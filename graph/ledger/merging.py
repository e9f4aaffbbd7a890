"""Making entities one in a graph that is complete but for that: everything that names them is written anew.

The IRIs that are given up become aliases. What is not touched stays the very value that it was, so that a few
decisions on a large graph cost little more than a look at each row.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.answers import Edge, Entity, MarkedMention
from graph.content import GraphContent, SourceContent
from graph.decision_values import FormerName
from graph.findings import Finding, FindingKind
from graph.identity.rules import Rule
from graph.ledger.edges import freed, merged_edge, with_ends
from graph.ledger.sentences import Sentences
from graph.proposal_values import Proposal
from graph.reasons import CandidateReasons
from ontology.statements import Modality


def merge(
    content: GraphContent, groups: Iterable[Collection[str]], sentences: Sentences
) -> tuple[GraphContent, dict[str, str]]:
    """Make the entities of each group one.

    Args:
        content: The graph.
        groups: IRIs of entities that are one, each entity in one group.
        sentences: Where to find what shows a finding.

    Returns:
        The graph, with findings for statements that now would lead from a thing to itself; and for each IRI that was
        given up, the one that took its place.
    """
    entities = {entity.iri: entity for entity in content.entities}
    became: dict[str, str] = {}
    for group in groups:
        members = sorted((entities[iri] for iri in group), key=_rank)
        entities[members[0].iri] = _one(members)
        for given_up in members[1:]:
            became[given_up.iri] = members[0].iri
            del entities[given_up.iri]
    if not became:
        return content, became
    entities = {iri: _renamed(entity, became, entities) for iri, entity in entities.items()}
    before = {entity.iri: entity for entity in content.entities}
    edges, loops = _edges(content.edges, became, entities, before, sentences)
    parts, circular = _parts(content.part_of, became, entities)
    known_as = {(alias, became.get(iri, iri)) for alias, iri in content.aliases} | set(became.items())
    merged = replace(
        content,
        entities=tuple(entities[iri] for iri in sorted(entities)),
        edges=edges,
        part_of=parts,
        sources=tuple(_source(source, became, entities, before) for source in content.sources),
        findings=(*(_finding(finding, became) for finding in content.findings), *loops, *circular),
        indicators=tuple(
            replace(
                indicator,
                document=became.get(indicator.document, indicator.document),
                place=_new(indicator.place, became),
                programme=_new(indicator.programme, became),
            )
            if not became.keys().isdisjoint((indicator.document, indicator.place, indicator.programme))
            else indicator
            for indicator in content.indicators
        ),
        aliases=tuple(sorted(known_as)),
        reasons=_reasons(content.reasons, became, entities),
        proposals=_proposals(content.proposals, became),
        former_names=tuple(_former_name(before[iri], now) for iri, now in sorted(became.items())),
    )
    return merged, became


# -- entities ---------------------------------------------------------------------------------------------------------


def _rank(entity: Entity) -> tuple[bool, bool, str]:
    """The order in which one of several stands for all: held before cited, decided before open, then by IRI."""
    return not entity.held, entity.open, entity.iri


def _one(members: list[Entity]) -> Entity:
    """Return the first, with what only the others know."""
    first = members[0]
    own = {member.iri for member in members}
    candidates = dict.fromkeys(iri for member in members for iri in member.candidates if iri not in own)
    issuer = next((member for member in members if member.issuer is not None), first)
    return replace(
        first,
        code=next((member.code for member in members if member.code is not None), None),
        type=next((member.type for member in members if member.type is not None), None),
        date=next((member.date for member in members if member.date is not None), None),
        level=next((member.level for member in members if member.level is not None), None),
        issuer=issuer.issuer,
        issuer_iri=issuer.issuer_iri,
        title=next((member.title for member in members if member.title is not None), None),
        file=next((member.file for member in members if member.file is not None), None),
        place=next((member.place for member in members if member.place is not None), None),
        joint_issuers=issuer.joint_issuers,
        stage=next((member.stage for member in members if member.stage is not None), None),
        candidates=tuple(candidates) if first.open else (),
    )


def _renamed(entity: Entity, became: Mapping[str, str], entities: Mapping[str, Entity]) -> Entity:
    if entity.issuer_iri in became and entity.issuer_iri is not None:
        issuer = entities[became[entity.issuer_iri]]
        entity = replace(entity, issuer=issuer.name, issuer_iri=issuer.iri)
    if entity.joint_issuers:
        bodies = dict.fromkeys(became.get(iri, iri) for iri in entity.joint_issuers)
        entity = replace(entity, joint_issuers=tuple(iri for iri in bodies if iri != entity.issuer_iri))
    if not became.keys().isdisjoint(entity.candidates):
        entity = replace(entity, candidates=tuple(dict.fromkeys(became.get(iri, iri) for iri in entity.candidates)))
    return entity


def _former_name(entity: Entity, now: str) -> FormerName:
    return FormerName(entity.iri, now, entity.name, entity.code, str(entity.date) if entity.date else None)


# -- statements -------------------------------------------------------------------------------------------------------


def _edges(
    edges: Iterable[Edge],
    became: Mapping[str, str],
    entities: Mapping[str, Entity],
    before: Mapping[str, Entity],
    sentences: Sentences,
) -> tuple[tuple[Edge, ...], list[Finding]]:
    """Return the edges with their new ends, those that fall together as one, and findings for those that are loops."""
    found: dict[str, Edge] = {}
    loops = []
    for edge in edges:
        new = edge
        if edge.source in became or edge.target in became:
            source, target = became.get(edge.source, edge.source), became.get(edge.target, edge.target)
            if source == target:
                loops.append(_loop(edge, entities[source], before, sentences))
                continue
            turned = sum(before[old].open and not entities[now].open
                         for old, now in ((edge.source, source), (edge.target, target)))  # fmt: skip
            new = with_ends(freed(edge, turned), source, target, is_open=entities[source].open or entities[target].open)
        elif edge.open and not (entities[edge.source].open or entities[edge.target].open):
            new = replace(edge, open=False)
        known = found.get(new.id)
        found[new.id] = new if known is None else merged_edge(known, new)
    return tuple(found[key] for key in sorted(found)), loops


def _loop(edge: Edge, entity: Entity, before: Mapping[str, Entity], sentences: Sentences) -> Finding:
    said = "được nói là" if edge.modality is Modality.ASSERTED else "được nhắc là"
    return Finding(
        FindingKind.CARRIES_OUT_ITSELF,
        f"Theo quyết định là một, {before[edge.source].name} và {before[edge.target].name} là một, nhưng trong nguồn "
        f"cái này {said} có quan hệ với cái kia; phát biểu ấy bị bỏ.",
        (entity.iri,),
        sentences.of(edge.evidence[:1]),
    )


# -- the rest ---------------------------------------------------------------------------------------------------------


def _source(
    source: SourceContent, became: Mapping[str, str], entities: Mapping[str, Entity], before: Mapping[str, Entity]
) -> SourceContent:
    if source.document not in became and all(mention.iri not in became for mention in source.mentions):
        return source
    mentions = tuple(
        _mention(mention, entities[became[mention.iri]], before[mention.iri])
        if mention.iri is not None and mention.iri in became
        else mention
        for mention in source.mentions
    )
    return replace(source, document=became.get(source.document, source.document), mentions=mentions)


def _mention(mention: MarkedMention, entity: Entity, was: Entity) -> MarkedMention:
    decided = was.open and not entity.open
    return replace(
        mention,
        iri=entity.iri,
        name=entity.name,
        open=entity.open,
        rule=Rule.DECIDED if decided else mention.rule,
    )


def _parts(
    pairs: Iterable[tuple[str, str]], became: Mapping[str, str], entities: Mapping[str, Entity]
) -> tuple[tuple[tuple[str, str], ...], list[Finding]]:
    """Return part and whole with their new IRIs. A pair by which a thing would be a part of itself is left out."""
    old = list(pairs)
    new = {(became.get(part, part), became.get(whole, whole)) for part, whole in old}
    apart = {(part, whole) for part, whole in new if part != whole}
    changed = apart - set(old)
    circular = {pair for pair in _circular(apart) if pair in changed}
    findings = [
        Finding(
            FindingKind.DECISIONS_CONTRADICT,
            f"Theo quyết định là một, {entities[part].name} vừa thuộc vừa bao gồm {entities[whole].name}; "
            "quan hệ thuộc về ấy bị bỏ.",
            (part, whole),
        )
        for part, whole in sorted(circular)
    ]
    return tuple(sorted(apart - circular)), findings


def _circular(pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the pairs that lie on circles, or between circles."""
    left = _without_ends(set(pairs))
    return {(part, whole) for whole, part in _without_ends({(whole, part) for part, whole in left})}


def _without_ends(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Take away, again and again, the pairs whose first thing is the second of none; each pair is looked at once."""
    leading = Counter(second for _, second in pairs)
    following: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in pairs:
        following[first].append(second)
    gone = set()
    ends = [first for first in following if not leading[first]]
    while ends:
        first = ends.pop()
        for second in following[first]:
            gone.add((first, second))
            leading[second] -= 1
            if not leading[second] and second in following:
                ends.append(second)
    return pairs - gone


def _finding(finding: Finding, became: Mapping[str, str]) -> Finding:
    if became.keys().isdisjoint(finding.entities):
        return finding
    return replace(finding, entities=tuple(dict.fromkeys(became.get(iri, iri) for iri in finding.entities)))


def _reasons(
    reasons: Iterable[CandidateReasons], became: Mapping[str, str], entities: Mapping[str, Entity]
) -> tuple[CandidateReasons, ...]:
    """Keep the reasons of what is still open; of two candidates that became one, those of the first in order."""
    kept: dict[tuple[str, str], CandidateReasons] = {}
    for found in reasons:
        citation, candidate = became.get(found.citation, found.citation), became.get(found.candidate, found.candidate)
        if entities[citation].open and candidate in entities[citation].candidates:
            kept.setdefault((citation, candidate), replace(found, citation=citation, candidate=candidate))
    return tuple(kept[pair] for pair in sorted(kept))


def _proposals(proposals: Iterable[Proposal], became: Mapping[str, str]) -> tuple[Proposal, ...]:
    """Keep the proposals of pairs that are still two, of each pair the best."""
    kept: dict[tuple[str, str], Proposal] = {}
    for found in proposals:
        one, other = sorted((became.get(found.one, found.one), became.get(found.other, found.other)))
        if one != other and ((one, other) not in kept or kept[one, other].score < found.score):
            kept[one, other] = replace(found, one=one, other=other)
    return tuple(kept[pair] for pair in sorted(kept))


def _new(iri: str | None, became: Mapping[str, str]) -> str | None:
    return None if iri is None else became.get(iri, iri)
