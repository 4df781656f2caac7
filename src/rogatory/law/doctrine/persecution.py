"""Purpose of the request: prosecution or a pretext?

No arithmetic decides. Substantial grounds exist where who the person is, and something that ties the pursuit to it,
converge, and the authorities deciding have not dispelled it on current material. That the burden turns then is our
reading of M.G. v. Bulgaria, of the French Conseil d'État in Ablyazov and of the Brussels Indictments Chamber in 2025.
"""

from rogatory.law.conditions import Condition, Test, all_of, any_of
from rogatory.law.doctrine.persons import POLITICALLY_EXPOSED, PROTECTED, RECOGNISED_REFUGEE
from rogatory.law.sources import ECTHR, Cite
from rogatory.law.vocabulary import notice, person, proceeding, request, state

CONVERGING = (
    Cite("Conseil d'État (France), Ablyazov", "", "nos 394399 and 400239, 9 December 2016")
    + Cite("Brussels Court of Appeal, Indictments Chamber", "", "16 December 2025")
    + ECTHR.judgment("M.G. v. Bulgaria", "59297/12, 25 March 2014")
)

TIE_TO_THIS_PURSUIT = Test(
    id="tie-to-this-pursuit",
    title="something objective ties this request to the person's opinions, work or protection",
    source=CONVERGING + Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "point 17.7"),
    body=any_of(
        state.transnational_repression.yes,
        PROTECTED,
        all_of(notice.deleted.yes, ~notice.new_material.yes),
        proceeding.refused_elsewhere.is_("on-rights-or-political-grounds"),
        proceeding.un_finding.yes,
        proceeding.relative_ill_treated.yes,
        proceeding.co_accused_ill_treated.yes,
        request.proxy.yes,
        request.repeated.yes,
        request.political_conduct_charged.yes,
        person.official_threat.yes,
        person.surveillance_here.yes,
        person.relative_ill_treated.yes,
    ),
)
_DISPELLED: Condition = request.persecution_dispelled.yes
PERSECUTION = Test(
    id="persecution",
    title="there are substantial grounds for believing that the request serves to pursue the person for their opinions, origin,"
    " religion or another protected ground",
    source=CONVERGING,
    body=any_of(
        request.persecution_purpose.yes,
        proceeding.court_found_political.yes,
        all_of(PROTECTED, proceeding.same_as_protection.yes),
        all_of(POLITICALLY_EXPOSED, TIE_TO_THIS_PURSUIT),
        all_of(RECOGNISED_REFUGEE, any_of(notice.deleted.yes, proceeding.un_finding.yes, request.proxy.yes)),
    )
    & ~_DISPELLED,
)
PERSECUTION_SHOWN_DIRECTLY = Test(
    id="persecution-shown-directly",
    title="persecution has been shown on material about this very request",
    source=CONVERGING,
    # Between member states indicators alone do not rebut mutual trust.
    body=all_of(any_of(request.persecution_purpose.yes, proceeding.court_found_political.yes), ~_DISPELLED),
)


def on_grounds(*grounds: str) -> Test:
    """Persecution, or a prejudiced position, on one of the protected `grounds` a treaty lists.

    Where the ground was never named, political opinion is what exposure as an opponent means.
    """
    listed = request.protected_ground.is_(*grounds)
    named: Condition = any_of(listed, POLITICALLY_EXPOSED) if "political-opinion" in grounds else listed
    return Test(
        id="persecution-on-" + "-".join(sorted(grounds)),
        title="persecution or prejudice on a ground the treaty lists (" + ", ".join(grounds) + ")",
        source=CONVERGING,
        body=all_of(any_of(PERSECUTION, all_of(request.position_prejudiced.yes, ~_DISPELLED)), named),
    )
