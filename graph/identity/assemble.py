"""From extractions to the content of a graph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.answers import Edge, Entity, EntityKind, MarkedMention
from graph.collecting import collector_at_rest
from graph.content import GraphContent, SourceContent
from graph.identity import people
from graph.identity.agreement import Witnesses, agree_where_all_do
from graph.identity.aliases import former_segments
from graph.identity.coded import resolve_coded
from graph.identity.context import Context, read_context
from graph.identity.document_entities import entity_of, issuers_of
from graph.identity.documents import Document
from graph.identity.held_documents import resolve_held
from graph.identity.indicators import indicators_of
from graph.identity.iris import distinct, edge_id, iri
from graph.identity.named_documents import resolve_named
from graph.identity.organizations import Body, body_of_mention, wholes
from graph.identity.pinned import PinPlace, Pins, settle
from graph.identity.places import Place, place_of, place_of_unit
from graph.identity.programmes import Programme, programme_of
from graph.identity.proposals import Post, propose
from graph.identity.reasons import reasons_of
from graph.identity.references import Reference, references_of
from graph.identity.rules import Rule, together, weight
from graph.identity.source_errors import source_errors
from graph.indicator_values import GraphIndicator
from graph.ledger.decisions import Decision
from graph.reasons import CandidateReasons
from graph.settings import DEFAULT_BASE_IRI
from ontology.extraction import Extraction
from ontology.mentions import EntityLabel, Mention, OrganizationName, PlaceName, ProgrammeName
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Modality, Relation, Statement

End = tuple[str, Rule | None]
"""IRI of the entity that a mention means, and the rule that resolved it."""


def build_content(
    extractions: Iterable[Extraction], base_iri: str = DEFAULT_BASE_IRI, decisions: Sequence[Decision] = ()
) -> GraphContent:
    """Merge what many sources say, and what people decided of it, into one graph.

    Args:
        extractions: What was read, one for each file, in any order.
        base_iri: What the IRIs of all entities begin with.
        decisions: The lines of the ledger, in order.

    Returns:
        The same content whatever the order.

    Raises:
        ValueError: If two extractions are of one file.
    """
    with collector_at_rest():
        return _assembled(sorted(extractions, key=lambda extraction: extraction.file), base_iri, decisions)


def _assembled(ordered: Sequence[Extraction], base_iri: str, decisions: Sequence[Decision]) -> GraphContent:
    if len({extraction.file for extraction in ordered}) != len(ordered):
        raise ValueError("two extractions of one file")
    if not decisions:
        return _Assembly(ordered, base_iri).content()
    # The ledger builds upon the rules of identity: it cannot be imported before they are.
    from graph.ledger.application import decided_content

    def assembled(pins: Pins) -> tuple[GraphContent, Mapping[PinPlace, Reference]]:
        assembly = _Assembly(ordered, base_iri, pins)
        return assembly.content(), assembly.pinned

    return decided_content(ordered, base_iri, decisions, assembled)


class _Assembly:
    """One run over all sources.

    Args:
        files: What was read, by file; two files may hold the same bytes.
        base_iri: What the IRIs begin with.
        pins: The citations that people resolved.
    """

    def __init__(self, files: Sequence[Extraction], base_iri: str, pins: Pins | None = None) -> None:
        self._base = base_iri
        self._files = files
        self._pins = pins or {}
        self.pinned: Mapping[PinPlace, Reference] = {}
        first: dict[str, Extraction] = {}
        for extraction in files:
            first.setdefault(extraction.sha256, extraction)
        # Copies of one source say nothing twice: the first file speaks for all.
        self._sources = list(first.values())
        self._number_of = {extraction.sha256: number for number, extraction in enumerate(self._sources)}
        self._contexts = [read_context(extraction) for extraction in self._sources]
        self._entities: dict[str, Entity] = {}
        self._ends: dict[tuple[int, int], End] = {}
        self._bodies: dict[tuple[str, ...], Body] = {}
        self._places: dict[tuple[str, ...], Place] = {}
        self._programmes: dict[tuple[str, ...], Programme] = {}
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._posts: defaultdict[str, set[Post]] = defaultdict(set)
        self._former: set[tuple[str, str]] = set()
        self._reasons: list[CandidateReasons] = []
        self._witnesses: dict[int, Witnesses] = {}

    def content(self) -> GraphContent:
        """Resolve everything and put it in canonical order."""
        self._resolve_bodies_and_places()
        documents = self._resolve_documents()
        self._resolve_people_and_programmes()
        for body in self._bodies.values():
            self._add(body.entity(self._base))
        for place in self._places.values():
            self._add(place.entity(self._base))
        for programme in self._programmes.values():
            self._add(programme.entity(self._base))
        self._show_commonest_names()
        edges = self._edges()
        ends = {place: end[0] for place, end in self._ends.items()}
        errors = source_errors(documents, edges, self._entities, self._sources, ends)
        entities = tuple(self._entities[key] for key in sorted(self._entities))
        return GraphContent(
            base_iri=self._base,
            entities=entities,
            edges=tuple(edges),
            part_of=tuple(sorted(self._part_of())),
            sources=tuple(self._source(extraction) for extraction in self._files),
            findings=tuple(errors),
            indicators=tuple(self._indicators()),
            # What is an entity's own IRI leads to that entity and to nothing else.
            aliases=tuple(sorted(pair for pair in self._former if pair[0] not in self._entities)),
            reasons=tuple(sorted(self._reasons, key=lambda found: (found.citation, found.candidate))),
            proposals=tuple(propose(entities, self._base, self._posts)),
        )

    # -- entities -------------------------------------------------------------------------------------------------

    def _resolve_documents(self) -> list[Document]:
        references = [
            reference
            for number, (extraction, context) in enumerate(zip(self._sources, self._contexts, strict=True))
            for reference in references_of(number, extraction, context)
        ]
        by_iri, self.pinned = settle(references, self._pins, self._documents)
        iris = {id(document): key for key, document in by_iri.items()}
        documents = list(by_iri.values())
        issuers: dict[int, str | None] = {}
        for document in documents:
            key = iris[id(document)]
            bodies = issuers_of(document)
            for body in bodies:
                self._remember(body)
            issuers[id(document)] = bodies[0].name if bodies else None
            candidates = [iris[id(candidate)] for candidate in document.candidates]
            issued_by = [iri(self._base, "organization", body.segments) for body in bodies]
            self._add(entity_of(document, key, candidates, bodies, issued_by))
            for reference, rule in document.references:
                self._ends[reference.source, reference.mention] = (key, rule)
            self._remember_former(document, key, candidates)
        for document in documents:
            if document.is_open:
                found = self._witnesses.get(id(document), Witnesses())
                self._reasons += reasons_of(document, iris, issuers, found)
        for place, reference in self.pinned.items():
            self._ends[reference.source, reference.mention] = (self._pins[place], Rule.DECIDED)
        return documents

    def _documents(self, references: Sequence[Reference]) -> dict[str, Document]:
        """Bring together the references that mean the same document; gives the documents by IRI."""
        coded = resolve_coded(reference for reference in references if reference.register is not None)
        held = resolve_held(r for r in references if r.register is None and r.held)
        cited = [reference for reference in references if reference.register is None and not reference.held]
        named = resolve_named(sorted(cited, key=lambda reference: reference.order), coded)
        known = [*coded, *held, *named]
        self._witnesses = agree_where_all_do(known, self._sources)
        documents = [document for document in known if document.references]
        given = distinct((_name(document), iri(self._base, "document", document.segments)) for document in documents)
        return {given[_name(document)]: document for document in documents}

    def _remember_former(self, document: Document, key: str, candidates: Sequence[str]) -> None:
        """Keep the IRIs under which a document may have been known; of an open one they mean its candidates as well."""
        for segments, undecided in former_segments(document):
            former = iri(self._base, "document", segments)
            meant = (key,) if undecided or not candidates else (key, *candidates)
            self._former.update((former, now) for now in meant if now != former)

    def _resolve_bodies_and_places(self) -> None:
        for number, index, mention, context in self._mentions():
            if mention.label is EntityLabel.ORG:
                detail = mention.detail if isinstance(mention.detail, OrganizationName) else None
                body = body_of_mention(mention.norm, detail, context)
                self._remember(body)
                self._end(number, index, "organization", body.segments, body.name)
            elif mention.label is EntityLabel.LOC:
                name = mention.detail if isinstance(mention.detail, PlaceName) else PlaceName(None, mention.norm)
                place = place_of(mention.norm, name, context)
                self._remember_place(place)
                self._end(number, index, "place", place.segments, place.name)

    def _resolve_people_and_programmes(self) -> None:
        posts = self._posts_in_sources()
        named = [
            people.Named(number, index, mention.norm, context, tuple(posts[number, index]))
            for number, index, mention, context in self._mentions()
            if mention.label is EntityLabel.PER
        ]
        for one, person in zip(named, people.resolve_people(named), strict=True):
            self._add(people.person(person.segments, one.name, self._base))
            self._end(one.source, one.mention, "person", person.segments, one.name)
            key = self._ends[one.source, one.mention][0]
            date = one.context.date
            self._posts[key].update(Post(body, date.year if date else None) for body in person.bodies)
            if person.alone != person.segments:
                self._former.add((iri(self._base, "person", person.alone), key))
        for number, index, mention, context in self._mentions():
            if mention.label is EntityLabel.PROG:
                detail = mention.detail if isinstance(mention.detail, ProgrammeName) else None
                programme = programme_of(mention.norm, detail, context)
                self._end(number, index, "programme", programme.segments, programme.name)
                while programme.segments not in self._programmes:
                    self._programmes[programme.segments] = programme
                    programme = programme.whole or programme

    def _posts_in_sources(self) -> defaultdict[tuple[int, int], list[Body]]:
        """Return the bodies in which each mention of a person is said to hold a post."""
        by_iri = {iri(self._base, "organization", body.segments): body for body in self._bodies.values()}
        posts: defaultdict[tuple[int, int], list[Body]] = defaultdict(list)
        for number, extraction in enumerate(self._sources):
            for statement in extraction.statements:
                if statement.predicate is not Relation.HOLDS_POST or statement.subject == SELF:
                    continue
                if statement.object is None:
                    body = people.body_of_post(statement.role or "")
                else:
                    body = by_iri.get(self._ends[number, statement.object][0])
                if body is not None:
                    posts[number, statement.subject].append(body)
        return posts

    def _mentions(self) -> Iterable[tuple[int, int, Mention, Context]]:
        for number, (extraction, context) in enumerate(zip(self._sources, self._contexts, strict=True)):
            for index, mention in enumerate(extraction.mentions):
                yield number, index, mention, context

    def _end(self, source: int, mention: int, kind: str, segments: Sequence[str], name: str) -> None:
        key = iri(self._base, kind, segments)
        self._ends[source, mention] = (key, None)
        self._names[key][name] += 1

    def _add(self, entity: Entity) -> None:
        self._entities.setdefault(entity.iri, entity)

    def _remember(self, body: Body) -> None:
        self._bodies.setdefault(body.segments, body)
        if body.place is not None:
            self._remember_place(body.place)

    def _remember_place(self, place: Place | None) -> None:
        while place is not None:
            self._places.setdefault(place.segments, place)
            place = place.whole

    def _show_commonest_names(self) -> None:
        """Show of the spellings of one name the commonest, and one in capitals only where there is no other."""
        for key, names in self._names.items():
            if key in self._entities and self._entities[key].kind is not EntityKind.PLACE:
                best = min(names, key=lambda name: (name.isupper(), -names[name], name))
                self._entities[key] = replace(self._entities[key], name=best)

    # -- statements -----------------------------------------------------------------------------------------------

    def _edges(self) -> list[Edge]:
        found: dict[str, tuple[End, End, list[tuple[Statement, float]]]] = {}
        for number, extraction in enumerate(self._sources):
            for statement in extraction.statements:
                # A post whose body is not named has no second end; the source's record keeps it.
                if statement.object is None:
                    continue
                source, target = self._ends[number, statement.subject], self._ends[number, statement.object]
                if source[0] == target[0]:
                    # "Căn cứ Thông tư này" in an annexed form is no statement; to carry out oneself is an error, which
                    # graph.identity.source_errors reports.
                    continue
                modality = None if statement.modality is Modality.ASSERTED else statement.modality.value
                key = edge_id(source[0], statement.predicate, target[0], statement.role, modality)
                confidence = statement.evidence.confidence * weight(source[1]) * weight(target[1])
                found.setdefault(key, (source, target, []))[2].append((statement, confidence))
        return [self._edge(key, *found[key]) for key in sorted(found)]

    def _edge(self, key: str, source: End, target: End, stated: Sequence[tuple[Statement, float]]) -> Edge:
        ordered = sorted(stated, key=lambda pair: (-pair[1], pair[0].evidence.file, pair[0].evidence.span))
        first = ordered[0][0]
        return Edge(
            id=key,
            source=source[0],
            target=target[0],
            relation=first.predicate,
            confidence=together((statement.evidence.source, confidence) for statement, confidence in ordered),
            open=self._entities[source[0]].open or self._entities[target[0]].open,
            evidence=_once(statement.evidence for statement, _ in ordered),
            modality=first.modality,
            role=first.role,
        )

    def _indicators(self) -> Iterable[GraphIndicator]:
        for number, (extraction, context) in enumerate(zip(self._sources, self._contexts, strict=True)):
            if not extraction.indicators:
                continue
            units = [iri(self._base, "place", place_of_unit(unit).segments) for unit in context.units[:1]]
            # The own unit counts where something names it: an indicator alone makes no entity.
            own = next((unit for unit in units if unit in self._entities), None)
            iris = [self._ends[number, index][0] for index in range(len(extraction.mentions))]
            yield from indicators_of(extraction, self._ends[number, SELF][0], own, iris)

    def _part_of(self) -> set[tuple[str, str]]:
        pairs = {
            (iri(self._base, "place", place.segments), iri(self._base, "place", place.whole.segments))
            for place in self._places.values()
            if place.whole is not None
        }
        for part, whole in wholes(self._bodies):
            pairs.add((iri(self._base, "organization", part.segments), iri(self._base, "organization", whole.segments)))
        for programme in self._programmes.values():
            if programme.whole is not None:
                above = iri(self._base, "programme", programme.whole.segments)
                pairs.add((iri(self._base, "programme", programme.segments), above))
        return pairs

    def _source(self, extraction: Extraction) -> SourceContent:
        number = self._number_of[extraction.sha256]
        document, _ = self._ends[number, SELF]
        mentions = []
        for index, mention in enumerate(self._sources[number].mentions):
            key, rule = self._ends[number, index]
            entity = self._entities[key]
            mentions.append(MarkedMention(mention.span, mention.label, entity.name, key, entity.open, rule))
        return SourceContent(
            file=extraction.file,
            sha256=extraction.sha256,
            encoding=extraction.encoding,
            text=extraction.text,
            letterhead=extraction.letterhead,
            document=document,
            mentions=tuple(mentions),
        )


def _name(document: Document) -> str:
    """Return what tells a document from all others, also where their IRIs would fold to the same (``HĐ``, ``HD``)."""
    register = document.register
    number = f"{register.number} {register.year} {register.type_code}" if register else ""
    return f"{document.key}|{document.scope.family}|{number}"


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Leave out sentences that stand there already: one sentence may name the same two ends more than once."""
    best: dict[tuple[str, Span, str], Evidence] = {}
    for sentence in evidence:
        best.setdefault((sentence.file, sentence.span, sentence.rule), sentence)
    return tuple(best.values())
