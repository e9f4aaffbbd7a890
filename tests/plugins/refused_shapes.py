"""What the shapes refuse: each row changes ``tests/ontology/shapes/accepted.ttl`` in one way.

A row is (shape, path, node, triples taken away, triples put in): the shape must refuse the node for that property; an empty
path stands for the node as a whole.
"""

from typing import NamedTuple


class Refused(NamedTuple):
    """One row."""

    shape: str
    path: str
    node: str
    taken: str
    put: str


def _relations() -> list[Refused]:
    """A relation is said of documents and leads to documents."""
    rows = []
    subjects = {"concretizes": ":plan", "implements": ":programme-plan", "continues": ":next", "carriesOut": ":plan"}
    for relation in (
        *("carriesOut", "concretizes", "implements", "continues", "reviews", "linkedWith", "pursuantTo", "basedOn"),
        *("inspects", "amends", "replaces", "repeals", "guides"),
    ):
        subject = subjects.get(relation, ":report")
        rows += [
            Refused(relation, f"cth:{relation}", subject, "", f"{subject} cth:{relation} :person ."),
            Refused(relation, "", ":committee", "", f":committee cth:{relation} :plan ."),
        ]
    return rows


REFUSED = [
    Refused("Document", "rdfs:label", ":plan", ':plan rdfs:label "Kế hoạch 12-KH/HU" .', ""),
    Refused("Document", "rdfs:label", ":plan", "", ':plan rdfs:label "Kế hoạch khác" .'),
    Refused("Document", "cth:held", ":resolution", ":resolution cth:held false .", ""),
    Refused("Document", "cth:held", ":resolution", ":resolution cth:held false .", ':resolution cth:held "có" .'),
    Refused("Document", "cth:code", ":plan", "", ':plan cth:code "13-KH/HU" .'),
    Refused("Document", "cth:code", ":report", ':report cth:code "3-BC/HU" .', ':report cth:code "3 -BC/HU" .'),
    Refused("Document", "cth:code", ":report", ':report cth:code "3-BC/HU" .', ':report cth:code "ba" .'),
    Refused("Document", "cth:date", ":plan", "", ':plan cth:date "2024"^^xsd:gYear .'),
    Refused("Document", "cth:date", ":report", "", ':report cth:date "2023-02-31"^^xsd:date .'),
    Refused("Document", "cth:date", ":report", "", ':report cth:date "2/2/2023" .'),
    Refused("Document", "cth:date", ":report", "", ':report cth:date "2023-13"^^xsd:gYearMonth .'),
    Refused("Document", "dcterms:title", ":plan", "", ':plan dcterms:title "một trích yếu nữa" .'),
    Refused("Document", "dcterms:title", ":report", "", ':report dcterms:title "" .'),
    Refused("Document", "cth:type", ":report", "", ':report cth:type "Báo cáo" .'),
    Refused("Document", "cth:level", ":report", "", ":report cth:level cth:level-region ."),
    Refused("Document", "cth:level", ":plan", "", ":plan cth:level cth:level-commune ."),
    Refused("Document", "cth:issuer", ":plan", "", ":plan cth:issuer :person ."),
    Refused("Document", "cth:issuerName", ":plan", "", ':plan cth:issuerName "Huyện ủy khác" .'),
    Refused("Document", "cth:open", ":citation", "", ":citation cth:open false ."),
    Refused("Document", "cth:candidate", ":citation", "", ":citation cth:candidate :person ."),
    Refused("Document", "cth:signedBy", ":plan", "", ":plan cth:signedBy :committee ."),
    Refused("Document", "cth:recipientName", ":plan", "", ':plan cth:recipientName "" .'),
    Refused("Document", "cth:secrecy", ":plan", "", ":plan cth:secrecy cth:secrecy-top-secret ."),
    Refused("Document", "cth:secrecy", ":report", "", ":report cth:secrecy cth:urgency-urgent ."),
    Refused("Document", "cth:urgency", ":report", "", ":report cth:urgency cth:secrecy-secret ."),
    Refused("OpenCitation", "cth:open", ":citation", ":citation cth:open true .", ""),
    Refused("OpenCitation", "cth:held", ":citation", ":citation cth:held false .", ":citation cth:held true ."),
    Refused("Organization", "rdfs:label", ":party", ':party rdfs:label "Thành ủy Hà Nội" .', ""),
    Refused("Organization", "cth:level", ":party", "", ":party cth:level cth:level-region ."),
    Refused("Organization", "cth:placeName", ":party", "", ':party cth:placeName "" .'),
    Refused("Organization", "cth:partOf", ":committee", "", ":committee cth:partOf :province ."),
    Refused("Place", "rdfs:label", ":province", ':province rdfs:label "thành phố Hà Nội" .', ""),
    Refused("Place", "cth:placeName", ":commune", "", ':commune cth:placeName "huyện khác" .'),
    Refused("Place", "cth:partOf", ":commune", "", ":commune cth:partOf :committee ."),
    Refused("Place", "cth:validFrom", ":commune", "", ':commune cth:validFrom "1995-01-01"^^xsd:date .'),
    Refused("Place", "cth:validFrom", ":province", "", ':province cth:validFrom "2025"^^xsd:gYear .'),
    Refused("Place", "cth:validFrom", ":commune", ':commune cth:validTo "2025-06-30"^^xsd:date .', ':commune cth:validTo "1990-01-01"^^xsd:date .'),
    Refused("Place", "cth:validTo", ":province", "", ':province cth:validTo "nay" .'),
    Refused("Place", "cth:succeededBy", ":commune", "", ":commune cth:succeededBy :committee ."),
    Refused("Place", "cth:precededBy", ":province", "", ":province cth:precededBy :committee ."),
    Refused("Place", "cth:unitCode", ":commune", "", ':commune cth:unitCode "xã 9" .'),
    Refused("Place", "cth:knownUnit", ":province", "", ":province cth:knownUnit false ."),
    Refused("Person", "rdfs:label", ":person", ':person rdfs:label "Nguyễn Văn Ba" .', ':person rdfs:label "" .'),
    Refused("Programme", "rdfs:label", ":programme", "", ':programme rdfs:label "NTM" .'),
    Refused("Programme", "cth:partOf", ":stage", "", ":stage cth:partOf :plan ."),
    Refused("Programme", "cth:stage", ":programme", "", ':programme cth:stage "giai đoạn mới" .'),
    Refused("Entity", "cth:alias", ":plan", "", ':plan cth:alias "12-KH/HU" .'),
    Refused("Concept", "skos:prefLabel", "cth:type-ke-hoach", 'cth:type-ke-hoach skos:prefLabel "Kế hoạch"@vi .', ""),
    Refused("Concept", "skos:prefLabel", "cth:type-ke-hoach", "", 'cth:type-ke-hoach skos:prefLabel "kế hoạch"@vi .'),
    Refused("Concept", "skos:inScheme", "cth:type-ke-hoach", "cth:type-ke-hoach skos:inScheme cth:documentTypes .", ""),
    *_relations(),
    Refused("covers", "cth:covers", ":programme", "", ":programme cth:covers :committee ."),
    Refused("covers", "", ":person", "", ":person cth:covers :commune ."),
    Refused("holdsPost", "cth:holdsPost", ":person", "", ":person cth:holdsPost :commune ."),
    Refused("holdsPost", "", ":party", "", ":party cth:holdsPost :committee ."),
    Refused("partOf", "", ":person", "", ":person cth:partOf :committee ."),
    Refused("LevelOrder", "", ":programme-plan", "", ":programme-plan cth:carriesOut :next ."),
    Refused("LevelOrder", "", ":resolution", "", ":resolution cth:carriesOut :programme-plan ."),
    Refused("LevelOrder", "", ":plan", "", ":plan cth:carriesOut :next ."),
    Refused("CascadePair", "", ":plan", "", ":plan cth:continues :programme-plan ."),
    Refused("CascadePair", "", ":plan", ":plan cth:carriesOut :resolution .", ""),
    Refused("CascadePair", "", ":plan", "", ":plan cth:carriesOut :programme-plan ."),
    Refused("Source", "cth:file", ":file", ':file cth:file "ke-hoach.txt" .', ""),
    Refused("Source", "cth:sha256", ":file", "", ':file cth:sha256 "00" .'),
    Refused("Statement", "rdf:subject", ":statement", ":statement rdf:subject :plan .", ""),
    Refused("Statement", "rdf:predicate", ":statement", ":statement rdf:predicate cth:concretizes .", ":statement rdf:predicate cth:carriesOut ."),
    Refused("Statement", "rdf:object", ":statement", "", ":statement rdf:object :programme-plan ."),
    Refused("Statement", "cth:confidence", ":statement", ":statement cth:confidence 0.97 .", ""),
    Refused("Statement", "cth:confidence", ":statement", ":statement cth:confidence 0.97 .", ":statement cth:confidence 1.2 ."),
    Refused("Statement", "cth:confidence", ":statement", ":statement cth:confidence 0.97 .", ":statement cth:confidence 9e-1 ."),
    Refused("Statement", "cth:open", ":statement", ":statement cth:open false .", ""),
    Refused("Statement", "cth:modality", ":statement", "", ":statement cth:modality cth:modality-negated ."),
    Refused("Statement", "cth:modality", ":statement", ":statement cth:modality cth:modality-asserted .", ":statement cth:modality cth:level-central ."),
    Refused("Statement", "cth:evidence", ":statement", ":statement cth:evidence :sentence .", ""),
    Refused("Statement", "cth:evidence", ":statement", ":statement cth:evidence :sentence .", ":statement cth:evidence :whole ."),
    Refused("ProvenanceOfStatement", "", ":statement", ":plan cth:concretizes :resolution .", ""),
    Refused("ProvenanceOfTriple", "", ":plan", "", ":plan cth:implements :resolution ."),
    Refused("ProvenanceOfTriple", "", ":report", "", ":report cth:guides :resolution ."),
    Refused("ProvenanceOfHeld", "", ":plan", ":plan cth:source :file .", ""),
    Refused("ProvenanceOfHeld", "", ":resolution", "", ":resolution cth:source :file ."),
    Refused("ProvenanceOfHeld", "cth:describedBy", ":plan", "", ":plan cth:describedBy :file ."),
    Refused("ProvenanceOfHeld", "cth:describedBy", ":plan", "", ":plan cth:describedBy :whole ."),
    Refused("ProvenanceOfMention", "cth:mentionedIn", ":commune", "", ":commune cth:mentionedIn :plan ."),
    Refused("Annotation", "oa:hasTarget", ":sentence", ":sentence oa:hasTarget :sentence-target .", ""),
    Refused("Annotation", "prov:wasDerivedFrom", ":sentence", ":sentence prov:wasDerivedFrom :file .", ":sentence prov:wasDerivedFrom :plan ."),
    Refused("Annotation", "cth:rule", ":sentence", "", ':sentence cth:rule "quy tắc khác" .'),
    Refused("Annotation", "cth:confidence", ":sentence", "", ":sentence cth:confidence -0.1 ."),
    Refused("Annotation", "schema:pageStart", ":sentence", "", ":sentence schema:pageStart 0 ."),
    Refused("Target", "oa:hasSource", ":sentence-target", ":sentence-target oa:hasSource :file .", ""),
    Refused("Target", "", ":sentence-target", ":sentence-target oa:hasSelector :sentence-words .", ""),
    Refused("Target", "", ":sentence-target", "", ":sentence-target oa:hasSelector :head-place ."),
    Refused("TextQuoteSelector", "oa:exact", ":sentence-words", ':sentence-words oa:exact "để cụ thể hóa 🌾" .', ""),
    Refused("TextPositionSelector", "oa:start", ":sentence-place", ":sentence-place oa:start 10 .", ":sentence-place oa:start 25 ."),
    Refused("TextPositionSelector", "oa:start", ":sentence-place", ":sentence-place oa:start 10 .", ":sentence-place oa:start -1 ."),
    Refused("TextPositionSelector", "oa:end", ":sentence-place", ":sentence-place oa:end 25 .", ":sentence-place oa:end 25.0 ."),
    Refused("QuoteLength", "", ":sentence-target", ":sentence-place oa:end 25 .", ":sentence-place oa:end 26 ."),
    Refused("Membership", "org:member", ":post", ":post org:member :person .", ""),
    Refused("Membership", "org:organization", ":post", ":post org:organization :committee .", ":post org:organization :commune ."),
    Refused("Membership", "org:role", ":post", "", ':post org:role "Bí thư" .'),
    Refused("Role", "rdfs:label", ":secretary", ':secretary rdfs:label "Bí thư" .', ""),
    Refused("Indicator", "cth:confidence", ":indicator", ":indicator cth:confidence 0.9 .", ""),
    Refused("Indicator", "cth:indicatorName", ":indicator", ':indicator cth:indicatorName "hộ nghèo giảm" .', ""),
    Refused("Indicator", "cth:value", ":indicator", ":indicator cth:value 3.0 .", ""),
    Refused("Indicator", "cth:value", ":indicator", ":indicator cth:value 3.0 .", ":indicator cth:value 6.0 ."),
    Refused("Indicator", "cth:upperValue", ":indicator", ":indicator cth:upperValue 5.0 .", ':indicator cth:upperValue "năm" .'),
    Refused("Indicator", "cth:unit", ":indicator", ':indicator cth:unit "%" .', ""),
    Refused("Indicator", "cth:aim", ":indicator", ":indicator cth:aim cth:aim-target .", ""),
    Refused("Indicator", "cth:period", ":indicator", "", ':indicator cth:period "năm 2025" .'),
    Refused("Indicator", "cth:ofPlace", ":indicator", "", ":indicator cth:ofPlace :committee ."),
    Refused("Indicator", "cth:ofProgramme", ":indicator", "", ":indicator cth:ofProgramme :commune ."),
    Refused("Indicator", "cth:statedIn", ":indicator", ":indicator cth:statedIn :plan .", ""),
    Refused("Indicator", "cth:rule", ":indicator", ':indicator cth:rule "chi-so-do" .', ""),
    Refused("Indicator", "cth:evidence", ":indicator", ":indicator cth:evidence :sentence .", ""),
    Refused("Finding", "cth:findingKind", ":finding", ":finding cth:findingKind cth:finding-wrong-way .", ":finding cth:findingKind cth:level-central ."),
    Refused("Finding", "cth:message", ":finding", "", ':finding cth:message "hai lời" .'),
    Refused("Finding", "cth:concerns", ":finding", "", ':finding cth:concerns "kế hoạch" .'),
    Refused("Finding", "cth:shownBy", ":finding", "", ":finding cth:shownBy :file ."),
]  # fmt: skip
