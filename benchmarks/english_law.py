"""English legal text put together from templates: what eyecite is measured on.

No sentence is anybody's: parties, volumes and pages are drawn at random, always the same ones. About as often as in
Vietnamese official texts, a sentence cites something, in full, in short, by "supra", by "id." or a statute.
"""

import random

_SURNAMES = ("Abbott", "Barnes", "Castillo", "Dunham", "Ellison", "Fairley", "Grayson", "Hollis", "Ingram", "Keller")
_BODIES = ("State", "City of Ashford", "Board of Education", "Northern Mills, Inc.", "County of Elm")
_REPORTERS = ("U.S.", "S. Ct.", "F.2d", "F.3d", "F. Supp. 2d", "Cal. 3d", "N.E.2d", "P.3d", "So. 2d", "A.2d")
_COURTS = ("", "9th Cir. ", "2d Cir. ", "D. Mass. ", "S.D.N.Y. ")
_PLAIN = (
    "The parties agree on the facts, and the district court found nothing to the contrary in the record before it.",
    "Plaintiff filed a timely notice of appeal and asks that the judgment below be reversed in its entirety.",
    "The statute speaks of notice, yet it leaves open in which form, and to whom, that notice has to be given.",
    "We review the grant of summary judgment de novo and the findings of fact for clear error only.",
    "No witness described the condition of the bridge in the months before the accident.",
    "Counsel conceded at argument that the contract says nothing of interest for the time before the breach.",
)
_CITING = (
    "In {case}, {volume} {reporter} {page} ({court}{year}), the court came to the same result on similar facts.",
    "That rule is settled. See {case}, {volume} {reporter} {page}, {pin} ({court}{year}).",
    "Defendant relies on {case}, {volume} {reporter} {page} ({court}{year}), but the reliance is misplaced.",
    "The duty runs to third parties as well, {short}, {volume} {reporter} at {pin}, where the harm was foreseeable.",
    "{short}, supra, at {pin}, is not to the contrary. Id. at {pin}.",
    "Congress provided otherwise in {volume} U.S.C. § {pin}, which governs here.",
)
_SHARE_CITING = 0.1


def english_law(length: int, seed: int = 1) -> str:
    """Return ``length`` characters of text, of one seed always the same ones."""
    chance = random.Random(seed)  # noqa: S311 - the same text each time
    sentences: list[str] = []
    size = 0
    while size < length:
        sentence = _sentence(chance) + ("\n\n" if chance.random() < 0.2 else " ")
        sentences.append(sentence)
        size += len(sentence)
    return "".join(sentences)[:length]


def _sentence(chance: random.Random) -> str:
    if chance.random() >= _SHARE_CITING:
        return chance.choice(_PLAIN)
    one, other = chance.choice(_SURNAMES), chance.choice((*_SURNAMES, *_BODIES))
    return chance.choice(_CITING).format(
        case=f"{one} v. {other}",
        short=one,
        volume=chance.randint(1, 600),
        reporter=chance.choice(_REPORTERS),
        page=chance.randint(1, 1400),
        pin=chance.randint(1, 1400),
        court=chance.choice(_COURTS),
        year=chance.randint(1900, 2020),
    )
