"""Roles that several kinds of organisation have, read as this review has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage

# Where the taxonomy gives a role to one kind, and others have it as well.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "basisschool": ("speciaal_onderwijs",),
    "voortgezet_onderwijs": ("speciaal_onderwijs", "mbo"),
    "ambulante_jeugdhulp": ("gehandicaptenzorg", "jeugdhulpaanbieder"),
    "jeugd_ggz": ("volwassenen_ggz",),
    "volwassenen_ggz": ("jeugd_ggz",),
}
# Roles that a home has too: who stands by a young person there is called so.
_AT_HOME: Mapping[str, tuple[str, ...]] = {
    "mentor": ("residentiele_jeugdhulp", "jeugdhulpplus")
}
_NETWORK = "familie_netwerk"
_PARENTS = frozenset({"moeder", "vader", "ouder", "broer", "zus"})
_MY = ("mijn ", "m'n ", "onze ", "ons ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKinds:
    """Which kinds a review has: by whom it is told, and which are named themselves."""

    authors: frozenset[str]
    named: frozenset[str]

    def of(self, role: str, kind: str, speaker: str | None) -> str:
        """Return the kind that a role stands for.

        What the taxonomy says stands where the review has that kind. Otherwise it is
        the teller's own kind, or the only one among the tellers that has the role.
        """
        others = (*_ALSO.get(kind, ()), *_AT_HOME.get(role.lower(), ()))
        if kind in self.authors or not others:
            return kind
        if speaker in others:
            return speaker
        told = [other for other in others if other in self.authors]
        return told[0] if len(told) == 1 and kind not in self.named else kind


def role_kinds(
    organisations: Iterable[OrganisationMention], documents: Iterable[Document]
) -> RoleKinds:
    """Return what the tellers and the named organisations of a review are."""
    authors = {one.author_kind for one in documents if one.author_kind}
    named = {one.kind for one in organisations if not one.by_role}
    return RoleKinds(authors=frozenset(authors), named=frozenset(named))


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
        return one.kind
    before = passage.text[: one.span.start].lower()
    theirs = speaker == _NETWORK and one.role in _PARENTS and before.endswith(_MY)
    return _NETWORK if theirs else kinds.of(one.role, one.kind, speaker)
