"""Who the person is, as far as it matters: protection that stands, political exposure, a personal link to the reports."""

from rogatory.law.conditions import Condition, Test, all_of, any_of
from rogatory.law.sources import ECTHR, Cite
from rogatory.law.vocabulary import person, proceeding, request

_MG = ECTHR.judgment("M.G. v. Bulgaria", "59297/12, 25 March 2014")
_SAADI = ECTHR.judgment("Saadi v. Italy", "37201/06, 28 February 2008 (GC)", "par. 131")
_1951 = Cite("Convention relating to the Status of Refugees", "Art. 1A(2), 33(1)", "1951; Protocol 1967")

# Protection against the state that steers the request counts as protection against the state that sends it.
_STANDS: Condition = all_of(
    any_of(person.protection_against_requesting_state.yes, request.proxy.yes), ~person.status_withdrawn.yes
)

REFUGEE_HERE = Test(
    id="refugee-here",
    title="the requested state has recognised the person as a refugee from the requesting state, and the status stands",
    source=_1951 + _MG,
    body=all_of(person.refugee_here.yes, _STANDS),
)
REFUGEE_ELSEWHERE = Test(
    id="refugee-elsewhere",
    title="another state or UNHCR has recognised the person as a refugee from the requesting state, and the status stands",
    source=_1951 + _MG,
    body=all_of(person.refugee_elsewhere.yes, _STANDS),
)
RECOGNISED_REFUGEE = Test(
    id="recognised-refugee",
    title="the person is a recognised refugee from the requesting state",
    source=_1951 + _MG,
    body=any_of(REFUGEE_HERE, REFUGEE_ELSEWHERE),
)
PROTECTED = Test(
    id="protected-person",
    title="the person holds or seeks international protection against the requesting state",
    source=_1951 + _MG,
    body=any_of(
        RECOGNISED_REFUGEE,
        person.subsidiary_protection.yes,
        person.asylum_pending.yes,
        person.status_cancelled_for_request.yes,
        person.unhcr_warns.yes,
    ),
)
POLITICALLY_EXPOSED = Test(
    id="politically-exposed",
    title="the person is one whom the requesting state has political reason to pursue",
    source=Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "points 1, 17.11")
    + Cite("Brussels Court of Appeal, Indictments Chamber", "16 December 2025"),
    body=any_of(
        person.opposition.yes,
        person.human_rights_defender.yes,
        person.journalist_or_writer.yes,
        person.fell_out_with_power.yes,
        person.linked_to_targeted_person.yes,
        request.political_conduct_charged.yes,
    ),
)
PERSONAL_LINK = Test(
    id="personal-link",
    title="something about this person links them to what the general reports describe",
    source=_SAADI,
    body=any_of(
        person.individual_risk_factor.yes,
        person.past_ill_treatment.yes,
        person.in_ill_treated_group.yes,
        person.official_threat.yes,
        person.relative_ill_treated.yes,
        proceeding.co_accused_ill_treated.yes,
        proceeding.relative_ill_treated.yes,
        POLITICALLY_EXPOSED,
        PROTECTED,
    ),
)
