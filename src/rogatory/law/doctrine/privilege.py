"""Lawyers and privileged material: the safeguards that must stand before anything is read."""

from rogatory.law.conditions import Test, all_of, any_of
from rogatory.law.sources import ECTHR
from rogatory.law.vocabulary import material, measure, person

WIESER = ECTHR.judgment("Wieser and Bicos Beteiligungen GmbH v. Austria", "74336/01, 16 October 2007", "par. 57-68")
MOCULSKIS = ECTHR.judgment("Močuļskis v. Latvia", "71064/12, 17 December 2020", "par. 51-53")
KRUGLOV = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others, 4 February 2020", "par. 125-137")

LEGAL_WORK = Test(
    id="legal-work",
    title="the authorities know, or could know, that they touch legal work",
    source=MOCULSKIS,
    body=any_of(person.practises_law.yes, measure.lawyers_place.yes),
)
QUALIFIED_OBSERVER = Test(
    id="qualified-observer",
    title="somebody able to recognise privileged material, independent of the investigation, attends",
    source=WIESER + KRUGLOV,
    body=measure.observer.is_("bar", "judge", "independent-counsel"),
)
PRIVILEGED = Test(
    id="privileged-item",
    title="the item is, or may be, privileged",
    source=MOCULSKIS,
    body=material.privilege.is_("claimed", "confirmed"),
)
INDEPENDENTLY_SIFTED = Test(
    id="independently-sifted",
    title="an independent person or a judge has sifted the item for privilege",
    source=WIESER,
    body=all_of(material.sifted_by.is_("independent-person", "judge")),
)
