"""Which articles may be named to the requesting state."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rogatory.law.conditions import Condition, atoms
from rogatory.law.norms import Norm, Who
from rogatory.law.sources import Basis
from rogatory.law.wording import Language

ABOUT_THE_PAPERS: Final = frozenset(
    {
        "measure.type",
        "offence.accessory_to_extraditable_one",
        "offence.below_extradition_threshold",
        "offence.drug_trafficking",
        "offence.fiscal",
        "offence.fiscal_label_no_ground",
        "offence.laundering_or_proceeds",
        "offence.no_dual_criminality",
        "offence.on_the_list_of_32",
        "offence.own_limitation_no_ground",
        "offence.purely_military",
        "offence.time_barred",
        "request.aims_at_confiscation",
        "request.authorised_by",
        "request.defective",
        "request.does_not_conform",
        "request.from_member_state",
        "request.not_criminal_proceedings",
        "request.outside_treaty_scope",
        "request.preservation_only",
        "request.reciprocity_undertaken",
        "request.treaty_reservations",
        "request.wrong_channel",
    }
)
"""Questions answered from the request's own papers and the law. That one of them is answered tells that state
nothing of the person, of the registers, of the defence or of itself. A question that is not named here is held back."""
_BETWEEN_STATES: Final = (Who.BETWEEN, Who.FALLBACK, Who.MUTUAL_TRUST)


@dataclass(frozen=True, slots=True)
class Ground:
    """The articles of one treaty by which decisions are told, in general terms.

    Attributes:
        kinds: Kinds of request it is for.
        name: Its name by language.
        articles: Articles by outcome.
    """

    kinds: tuple[str, ...]
    name: Mapping[str, str]
    articles: Mapping[str, str]

    def said(self, outcome: str, language: Language) -> str:
        """The article of an outcome with the treaty's name; empty where the treaty has none."""
        place = self.articles.get(outcome, "")
        word = {Language.EN: "Art.", Language.FR: "art.", Language.NL: "art."}[language]
        return f"{self.name[language.value]}, {word} {place}" if place else ""


def _grounds() -> Mapping[str, Ground]:
    told = tomllib.loads(files("rogatory.decision").joinpath("data", "grounds.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            ident: Ground(tuple(row.pop("kinds")), MappingProxyType(row.pop("name")), MappingProxyType(row))
            for ident, row in told.items()
        }
    )


GROUNDS: Final = _grounds()
"""By identifier of the treaty matrix."""


@cache
def asks_of_papers_alone(norm: Norm) -> bool:
    """Whether a norm may be named: treaty text between the states, every question of which is about the papers.

    Every question counts, whatever the case: were only those looked at that decided, which norm is named would tell how
    the others were answered.
    """
    conditions: list[Condition] = [norm.when, *(u.when for u in norm.unless)]
    if norm.cure is not None:
        conditions += [norm.cure.met, *([norm.cure.failed] if norm.cure.failed is not None else [])]
    asked = {atom.question for condition in conditions for atom in atoms(condition)}
    written = norm.basis is Basis.TEXT and norm.bound.who in _BETWEEN_STATES
    return written and bool(asked) and asked <= ABOUT_THE_PAPERS
