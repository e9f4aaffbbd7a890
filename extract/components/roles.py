"""Finds who holds which post in which body: before the name, behind it, or in the lines above a signature."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.context import Context
from extract.found import Found
from extract.signature import Signature
from extract.words import LOWER, UPPER, Phrases, Words, words_of
from ontology.folding import modern_tones
from ontology.marks import Authority
from ontology.mentions import EntityLabel, OrganizationName
from ontology.people import people_table


@dataclass(frozen=True, slots=True)
class Role:
    """A person in a post.

    Args:
        person: Index into the mentions.
        role: The post in its standard form (``Phó Bí thư``).
        organization: Index of the body among the mentions, or ``None`` where none is named.
        start: Index of the first character of the clause that says so, in the normalised text.
        end: Index behind its last character.
    """

    person: int
    role: str
    organization: int | None
    start: int
    end: int


@cache
def post_phrases() -> Phrases[str]:
    """Return the posts, each with its standard form."""
    return Phrases((form, row.post) for row in people_table().posts for form in (row.post, *row.forms))


@cache
def _standard_posts() -> dict[str, str]:
    return {form.casefold(): row.post for row in people_table().posts for form in (row.post, *row.forms)}


def standard_post(post: str) -> str:
    """Return a post in the form that all texts share (``Phó Trưởng Ban``)."""
    return _standard_posts().get(post.casefold(), post)


def _without_post(organ: str) -> str:
    """Return the body of one who issues in person: ``Chủ tịch Ủy ban nhân dân tỉnh`` → ``Ủy ban nhân dân tỉnh``."""
    first, _, rest = organ.partition(" ")
    post, _, body = rest.partition(" ")
    return body if body and f"{first} {post}".casefold() in _standard_posts() else organ


def find_roles(text: str, mentions: Sequence[Found], context: Context) -> list[Role]:
    """Find the posts of the persons among the mentions.

    Args:
        text: The normalised text.
        mentions: All mentions of the text, in order of their start, without overlaps.
        context: Its letterhead names the body of a signature's post.
    """
    persons = [index for index, mention in enumerate(mentions) if mention.label is EntityLabel.PER]
    if not persons:
        return []
    return _Roles(words_of(text), mentions, context).of(persons)


class _Roles:
    def __init__(self, words: Words, mentions: Sequence[Found], context: Context) -> None:
        self._words = words
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._letterhead = context.letterhead
        # The persons by where the words about each end, so far: the next one may be named together with that one.
        self._named_until: dict[int, int] = {}
        self._led: set[int] = set()
        self._signatures = {signature.name[0]: signature for signature in context.signatures}

    def of(self, persons: list[int]) -> list[Role]:
        roles: list[Role] = []
        for person in persons:
            if (signature := self._signatures.get(self._starts[person])) is not None:
                roles += self._of_signature(person, signature)
                continue
            found = self._behind(person) + self._before(person)
            if not found:
                found = self._above(person)
            roles += found
            self._named_until[max((role.end for role in found), default=self._mentions[person].end)] = person
        return roles

    # --- "Đ/c A, Ủy viên X, Phó Chủ tịch Y" ---------------------------------------------------------------------------

    def _behind(self, person: int) -> list[Role]:
        words = self._words
        mention = self._mentions[person]
        at = bisect_left(words.starts, mention.end)
        roles: list[Role] = []
        while words.key(at) in _BETWEEN_POSTS or self._in_next_cell(at):
            leads = words.key(at) == "làm"
            at += words.key(at) in _BETWEEN_POSTS or words.key(at) == "|"
            while words.key(at) in ("nguyên", "hiện", "là", "đồng", "thời", "giữ", "chức", "vụ", "quyền"):
                at += 1
            match = post_phrases().longest(words, at) if words.is_capital(at) or leads else None
            if match is None:
                break
            behind, post = match
            # "A, Bí thư B": if a name follows the post, the post is that person's.
            organization, behind = self._organization_at(at, behind)
            if self._person_at(behind + 1 if words.key(behind) in _BEFORE_NAME else behind):
                break
            if leads:
                organization = self._body_led_by(person) if organization is None else organization
                roles += self._led_with(person, post, organization, words.ends[behind - 1])
            roles.append(Role(person, post, organization, mention.start, words.ends[behind - 1]))
            at = self._behind_unknown(behind)
        return roles

    def _behind_unknown(self, index: int) -> int:
        """Return the index behind a body that is no mention (``Trưởng Ban`` *Tổ chức* ``kiêm …``), else ``index``."""
        words = self._words
        at = index
        while (
            at < index + 4 and at < len(words) and (words.is_capital(at) or (at > index and words.shapes[at] == LOWER))
        ):
            if words.keys[at] == "kiêm":
                return at
            at += 1
        return at if words.key(at) == "kiêm" else index

    def _in_next_cell(self, index: int) -> bool:
        """Tell whether a post stands in the cell or behind the tab that follows (``A`` *| Bí thư Huyện ủy*)."""
        words = self._words
        bar = words.key(index) == "|"
        at = index + bar
        if not 0 < at < len(words) or words.shapes[at] == UPPER or not words.is_capital(at):
            return False  # in capitals, the post is that of a signature beside
        return (bar or "\t" in words.text[words.ends[index - 1] : words.starts[index]]) and (
            post_phrases().longest(words, at) is not None
        )

    def _led_with(self, person: int, post: str, organization: int | None, end: int) -> list[Role]:
        """Give the post of ``A, Trưởng phòng X và B, Phó Trưởng phòng Y`` *làm Ủy viên Z* to those before as well."""
        words = self._words
        roles: list[Role] = []
        self._led.add(person)
        joints: tuple[str, ...] = ("và",)
        while words.key(joint := self._before_titles(person) - 1) in joints:
            before = self._named_until.get(words.ends[joint - 1])
            if before is None or before in self._led:
                break
            joints = ("và", ",")
            roles.append(Role(before, post, organization, self._mentions[before].start, end))
            person = before
        return roles

    def _body_led_by(self, person: int) -> int | None:
        """Return the body of ``BODY do A làm Trưởng ban``."""
        words = self._words
        at = self._before_titles(person)
        if words.key(at - 1) != "do" or at < 2:
            return None
        position = bisect_right(self._starts, words.starts[at - 2]) - 1
        mention = self._mentions[position] if position >= 0 else None
        led = mention is not None and mention.label is EntityLabel.ORG and mention.end == words.ends[at - 2]
        return position if led else None

    def _before_titles(self, person: int) -> int:
        """Return the index of the first word of a person's titles, or of the name where none stands before it."""
        at = bisect_left(self._words.starts, self._mentions[person].start)
        while self._words.key(at - 1) in _TITLE_KEYS and (
            self._words.key(at - 1) != "." or self._words.key(at - 2) in _SHORT_TITLES
        ):
            at -= 1
        return at

    def _organization_at(self, first: int, behind: int) -> tuple[int | None, int]:
        """Return the body that a post belongs to, and the index behind both.

        The body's name may begin inside the post's (``Chánh Văn phòng`` and ``Văn phòng Huyện ủy``).
        """
        words = self._words
        begin = words.starts[first]
        reach = words.starts[behind] if behind < len(words) else len(words.text)
        if words.key(behind) == "của":
            reach = words.starts[behind + 1] if behind + 1 < len(words) else reach
        position = bisect_right(self._starts, reach) - 1
        if position < 0:
            return None, behind
        mention = self._mentions[position]
        # The body may be the post's own last word: "Trưởng Tiểu ban".
        inside = begin < mention.start and mention.start <= reach and mention.end >= words.ends[behind - 1]
        if mention.label is EntityLabel.ORG and inside:
            return position, bisect_left(words.starts, mention.end)
        if mention.label is EntityLabel.LOC and inside:
            return None, bisect_left(words.starts, mention.end)
        return None, behind

    def _person_at(self, index: int) -> bool:
        words = self._words
        if index >= len(words):
            return False
        position = bisect_left(self._starts, words.starts[index])
        return (
            position < len(self._mentions)
            and self._starts[position] == words.starts[index]
            and self._mentions[position].label is EntityLabel.PER
        )

    # --- "Bí thư Huyện ủy A", "Phó Bí thư X, Chủ tịch Y A" ------------------------------------------------------------

    def _before(self, person: int) -> list[Role]:
        words = self._words
        end = self._before_titles(person)
        if words.key(end - 1) == "-":
            end -= 1  # "Chủ tịch UBND huyện - Nguyễn Văn An"
        roles: list[Role] = []
        while end > 0:
            role = self._ending_at(person, end)
            if role is None and words.key(end - 1) in _BARE_UNITS:
                role = self._ending_at(person, end - 1)  # "Chủ tịch Hội Nông dân xã Lê Văn An"
            if role is None:
                break
            found, begin = role
            roles.append(found)
            # A post in front of the comma is the same person's only if posts form a series up to the name.
            if words.key(begin - 1) in (",", "-", "–") or (words.key(begin - 1) == "và"):
                end = begin - 1
            else:
                break
        return list(reversed(roles))

    def _ending_at(self, person: int, end: int) -> tuple[Role, int] | None:
        """Read ``POST`` or ``POST ORG`` that ends before the word ``end``."""
        words = self._words
        posts = post_phrases()
        for begin in range(end - 1, max(end - 18, -1), -1):
            key = words.keys[begin]
            if key in _ENDS_CLAUSE or (key == "," and not self._inside_mention(words.starts[begin])):
                return None
            if key not in posts.first_keys or not words.is_capital(begin) or self._inside_mention(words.starts[begin]):
                continue
            for behind, post in reversed(list(posts.matches(words, begin))):
                organization, reach = self._organization_at(begin, behind)
                if reach == end:
                    first = self._longer_post(begin, behind)
                    if first is not None:
                        begin, post = first
                    role = Role(person, post, organization, words.starts[begin], self._mentions[person].end)
                    return self._signed(role, begin), begin
        return None

    def _longer_post(self, begin: int, behind: int) -> tuple[int, str] | None:
        """Prefer the longer post that ends at the same word (``Phó Bí thư`` over ``Bí thư``)."""
        best: tuple[int, str] | None = None
        for first in range(begin - 1, max(begin - 4, -1), -1):
            for stop, post in post_phrases().matches(self._words, first):
                if stop == behind and self._words.is_capital(first):
                    best = (first, post)
        return best

    def _inside_mention(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and self._mentions[index].start <= position < self._mentions[index].end

    # --- signatures ---------------------------------------------------------------------------------------------------

    def _of_signature(self, person: int, signature: Signature) -> list[Role]:
        """Return the posts that a signature gives the one who signed; it may name only the post of another."""
        if signature.signer.role is None:
            return []
        organization = self._body_of(signature)
        end = self._mentions[person].end
        return [
            Role(person, standard_post(post), organization, signature.post_start, end)
            for post in signature.signer.role.split(", ")
        ]

    def _body_of(self, signature: Signature) -> int | None:
        """Return the body in which the one who signed holds the post.

        That is the body that the signature names with the post, else the issuing one, else the one on whose behalf. A
        head of office is of the office; whoever signs by order or delegation may be of any body.
        """
        signer = signature.signer
        if (signer.role or "").endswith("Chánh Văn phòng"):
            return self._organization_named(lambda name: name.startswith("văn phòng "))
        organ = self._letterhead.organ or ""
        for name in (signer.body, _without_post(organ), signer.on_behalf_of):
            if name and (found := self._organization_named(name.casefold().__eq__)) is not None:
                return found
            if signer.body or {Authority.BY_ORDER, Authority.BY_DELEGATION} & set(signer.authority):
                break
        return self._inside(signature)

    def _organization_named(self, fits: Callable[[str], bool]) -> int | None:
        for index, mention in enumerate(self._mentions):
            detail = mention.detail
            if isinstance(detail, OrganizationName) and fits(modern_tones(detail.full_name).casefold()):
                return index
        return None

    def _inside(self, signature: Signature) -> int | None:
        """Return the last body that the signature itself mentions."""
        first = bisect_left(self._starts, signature.start)
        for index in range(bisect_left(self._starts, signature.name[0]) - 1, first - 1, -1):
            if self._mentions[index].label is EntityLabel.ORG:
                return index
        return None

    def _above(self, person: int) -> list[Role]:
        """Read the post in capitals in the line above a name that stands alone."""
        words = self._words
        end = bisect_left(words.starts, self._mentions[person].start)
        if words.key(end - 1) not in ("\n", "|", ")"):
            return []
        while words.key(end - 1) in _BETWEEN_POST_AND_NAME:
            end -= 1
        role = self._ending_at(person, end)
        if role is None or (words.shape(end - 1) != UPPER and words.key(role[1] - 1) not in ("\n", "|", ".")):
            return []
        return [role[0]]

    def _signed(self, role: Role, begin: int) -> Role:
        """Complete a post in capitals, as the foot of a document has it, with the body that it signs for."""
        if role.organization is not None or self._words.shapes[begin] != UPPER:
            return role
        return replace(role, organization=self._signing_body(begin, role.person))

    def _signing_body(self, begin: int, person: int) -> int | None:
        """Return the body that the letterhead names as issuer, else the one behind ``T/M``."""
        organ = self._letterhead.organ
        for index, mention in enumerate(self._mentions[:person]):
            detail = mention.detail
            if organ and isinstance(detail, OrganizationName) and detail.full_name.casefold() == organ.casefold():
                return index
        for index in range(person - 1, max(person - 3, -1), -1):
            mention = self._mentions[index]
            if mention.label is EntityLabel.ORG and self._words.starts[begin] - mention.end < 12:
                return index
        return None


_BETWEEN_POSTS = frozenset({",", "-", "(", ";", "và", ":", "kiêm", "làm", "giữ", "là", "nguyên", "hiện"})
_BARE_UNITS = frozenset({"xã", "phường", "huyện", "tỉnh", "trấn", "phố"})
_BEFORE_NAME = frozenset({"-", ":"}) | _BARE_UNITS
_ENDS_CLAUSE = frozenset({"\n", ";", ".", ":", "”", ")"})
_BETWEEN_POST_AND_NAME = frozenset({"\n", "|", "(", ")", "đã", "ký", "."})
_SHORT_TITLES = frozenset({"đ", "c", "gs", "ts", "pgs", "ths"})
_TITLE_KEYS = frozenset({"đồng", "chí", "ông", "bà", "đ", "c", "/", "gs", "ts", "pgs", "ths", "."})
