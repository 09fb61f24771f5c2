"""Roles that several kinds of organisation have, read as this review has them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import FAMILY, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.stages.person_kinds import SHARED

# Where the taxonomy gives a role to one kind, and others have it as well.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "basisschool": ("speciaal_onderwijs",),
    "voortgezet_onderwijs": ("speciaal_onderwijs", "mbo"),
    "ambulante_jeugdhulp": ("gehandicaptenzorg", "jeugdhulpaanbieder", "asielopvang"),
    "jeugd_ggz": ("volwassenen_ggz",),
    "volwassenen_ggz": ("jeugd_ggz",),
}
_HOMES = ("residentiele_jeugdhulp", "jeugdhulpplus", "asielopvang")
# Roles that others have too: who stands by a young person in a home, who nurses.
_ALSO_AS: Mapping[str, tuple[str, ...]] = {
    "mentor": _HOMES,
    "woonbegeleider": (*_HOMES, "maatschappelijke_opvang", "volwassenen_ggz"),
    "persoonlijk begeleider": (*_HOMES, "volwassenen_ggz"),
    "maatschappelijk werker": ("ziekenhuis", "wijkteam"),
    "verpleegkundige": ("thuiszorg", "ggd", "jeugd_ggz", "asielopvang"),
}
_ANY_SCHOOL = "school"
_NETWORK = "familie_netwerk"
_PARENTS = frozenset({"moeder", "vader", "ouder", "broer", "zus"})
_MY = ("mijn ", "m'n ", "onze ", "ons ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKinds:
    """Which kinds a review has: by whom it is told, and which are named themselves.

    `sure` are the kinds that are named by a form of no other kind; `roles` is which
    kind a role has here, by who tells and by who was typed in.
    """

    authors: frozenset[str]
    named: frozenset[str]
    sure: frozenset[str]
    roles: Mapping[str, str]

    def of(self, role: str, kind: str, speaker: str | None) -> str:
        """Return the kind that a role stands for.

        Where all who have the role here are of one kind, it is that. Else what the
        taxonomy says stands where the review has that kind; otherwise it is the teller's
        own kind, or the only one among the tellers that has the role.
        """
        if role.lower() in self.roles:
            return self.roles[role.lower()]
        others = (*_ALSO.get(kind, ()), *_ALSO_AS.get(role.lower(), ()))
        if kind in self.authors or not others:
            return kind
        if speaker in others:
            return speaker
        told = [other for other in others if other in self.authors]
        return told[0] if len(told) == 1 and kind not in self.named else kind

    def meant(self, one: OrganisationMention) -> str:
        """Return which kind a word of several kinds stands for: one that the review has."""
        if one.kind == _ANY_SCHOOL or not one.ambiguous:
            return one.kind
        for kinds in (self.authors, self.sure):
            fitting = [kind for kind in (one.kind, *one.ambiguous) if kind in kinds]
            if fitting:
                return fitting[0]
        return one.kind


def role_kinds(
    organisations: Iterable[OrganisationMention],
    actors: Iterable[Actor],
    documents: Iterable[Document],
) -> RoleKinds:
    """Return what the tellers and the named organisations of a review are."""
    documents, organisations = tuple(documents), tuple(organisations)
    authors = {one.author_kind for one in documents if one.author_kind}
    named = [one for one in organisations if not one.by_role]
    return RoleKinds(
        authors=frozenset(authors),
        named=frozenset(one.kind for one in named),
        sure=frozenset(one.kind for one in named if not one.ambiguous),
        roles=_roles(actors, documents),
    )


def kinds_of_authors(documents: Iterable[Document]) -> dict[str, str]:
    """Return the kind of each role, in lower case, of which all authors are of one kind."""
    return _of_one_kind(
        (one.author_role, one.author_kind)
        for one in documents
        if one.author_role and one.author_kind
    )


def _roles(actors: Iterable[Actor], documents: Iterable[Document]) -> dict[str, str]:
    """Return the kind of each role whose holders are all of one kind.

    What was typed of an author says more than what a role stands for mostly.
    """
    told = _of_one_kind(
        (actor.role, actor.organisation_kind)
        for actor in actors
        if actor.label is Label.PERSON and actor.organisation_kind
    )
    return {
        role: kind
        for role, kind in (told | kinds_of_authors(documents)).items()
        if role not in SHARED and kind not in FAMILY
    }


def _of_one_kind(held: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for role, kind in held:
        found[role.lower()].add(kind)
    return {role: kinds.pop() for role, kinds in found.items() if len(kinds) == 1}


def mentions_here(
    organisations: Sequence[OrganisationMention],
    kinds: RoleKinds,
    told: Mapping[str, ReleasedPassage],
    speakers: Mapping[str, str | None],
) -> list[OrganisationMention]:
    """Return the mentions with the kinds that their roles have in this review."""
    return [
        replace(one, kind=_here(one, kinds, told[one.passage], speakers[one.passage]))
        for one in organisations
        if one.passage in told
    ]


def actors_here(
    actors: Sequence[Actor], kinds: RoleKinds, speakers: Mapping[str, str | None]
) -> list[Actor]:
    """Return the persons with the kinds that their roles have in this review."""
    return [
        replace(
            one,
            organisation_kind=kinds.of(
                one.role, one.organisation_kind, speakers.get(one.passage)
            ),
        )
        if one.organisation_kind and one.label is Label.PERSON
        else one
        for one in actors
    ]


def _here(
    one: OrganisationMention,
    kinds: RoleKinds,
    passage: ReleasedPassage,
    speaker: str | None,
) -> str:
    if one.role is None:
        return kinds.meant(one)
    before = passage.text[: one.span.start].lower()
    theirs = speaker == _NETWORK and one.role in _PARENTS and before.endswith(_MY)
    return _NETWORK if theirs else kinds.of(one.role, one.kind, speaker)
