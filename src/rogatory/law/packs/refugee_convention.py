"""Convention relating to the Status of Refugees (1951) and Protocol (1967)."""

from rogatory.law.acts import (
    ASSISTANCE_KINDS,
    EXECUTE,
    EXTRADITION_KINDS,
    GRANT,
    HANDING_OVER,
    OPEN_FILE,
    SURRENDER,
    TRANSIT,
    TRANSMIT,
)
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.persons import PROTECTED, RECOGNISED_REFUGEE, REFUGEE_ELSEWHERE, REFUGEE_HERE
from rogatory.law.norms import Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import EXTRADITION_OR_REMOVAL
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import person, remedy, request, risk

CONVENTION = Instrument("REFUGEE-1951", "Convention relating to the Status of Refugees", "1951; Protocol 1967")
_UNHCR = Cite("UNHCR, Guidance Note on Extradition and International Refugee Protection", "", "April 2008")
_2509 = Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "point 17.4", "Doc. 15787")
_BRUSSELS = Cite("Brussels Court of Appeal, Indictments Chamber", "", "16 December 2025")

_BOUND = parties("REFUGEE-1951")
_EXAMINED = remedy.claim_examined.is_("thoroughly")

non_refoulement = Norm(
    id="rc-33-non-refoulement",
    source=CONVENTION.article("33(1)") + CONVENTION.article("33(2)") + CONVENTION.article("42(1)"),
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=_BOUND,
    when=REFUGEE_HERE,
    unless=(
        Unless(
            id="danger-33-2",
            when=person.danger_33_2.yes,
            text="Art. 33(2): reasonable grounds of danger to the security of the host country, or a final conviction of a"
            " particularly serious crime together with danger to the community. It never overrides ECHR Art. 3.",
        ),
    ),
    standard="life or freedom would be threatened on a Convention ground; the standing recognition is that finding",
    says={
        "en": "A recognised refugee is not handed over, in any manner whatsoever, to the state where life or freedom"
        " would be"
        " threatened for race, religion, nationality, social group or political opinion.",
        "fr": "Un réfugié reconnu n'est remis, de quelque manière que ce soit, à l'État où sa vie ou sa liberté"
        " serait menacée"
        " en raison de sa race, de sa religion, de sa nationalité, de son groupe social ou de ses opinions politiques.",
        "nl": "Een erkende vluchteling wordt op geen enkele wijze overgeleverd aan de staat waar leven of vrijheid"
        " bedreigd zou"
        " worden wegens ras, godsdienst, nationaliteit, sociale groep of politieke overtuiging.",
    },
    note="No reservation is possible. A pending foreign charge never meets the second limb of Art. 33(2). The text is about"
    " persons, not about evidence.",
)

recognised_elsewhere = Norm(
    id="rc-33-non-refoulement-recognised-elsewhere",
    source=CONVENTION.article("33(1)") + CONVENTION.article("1A(2)") + _UNHCR,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=all_of(
        REFUGEE_ELSEWHERE,
        ~any_of(request.persecution_dispelled.yes, risk.dispelled.yes, risk.situation_improved.yes),
    ),
    unless=(
        Unless(
            id="danger-33-2",
            when=person.danger_33_2.yes,
            text="Art. 33(2), as for a refugee recognised here. It never overrides ECHR Art. 3.",
        ),
    ),
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="recognition elsewhere is the finding, unless the requested state's own examination shows otherwise",
    says={
        "en": "Who has been recognised as a refugee by another state or by UNHCR is not handed over to the state of"
        " persecution, unless the requested state has examined the matter itself and dispelled the danger.",
        "fr": "Qui a été reconnu réfugié par un autre État ou par le HCR n'est pas remis à l'État de persécution,"
        " sauf si"
        " l'État requis a lui-même examiné la question et dissipé le danger.",
        "nl": "Wie door een andere staat of door UNHCR als vluchteling is erkend, wordt niet overgeleverd aan de"
        " staat van"
        " vervolging, tenzij de aangezochte staat zelf heeft onderzocht en het gevaar heeft weggenomen.",
    },
    note="Article 33 protects whoever is a refugee, whoever recognised it; what weight a foreign recognition has is not in"
    " the text. Status granted by a member state of the European Union has a harder rule of its own.",
)

claim_pending = Norm(
    id="rc-33-non-refoulement-claim-pending",
    source=CONVENTION.article("33(1)") + _UNHCR,
    bears_on=(SURRENDER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=all_of(person.asylum_pending.yes, person.protection_against_requesting_state.yes),
    basis=Basis.ANALOGY,
    check=Check.GENERAL,
    standard="a refugee is one before recognition: the claim is decided first",
    says={
        "en": "While an asylum claim against the requesting state is undecided, the person is not handed over to it.",
        "fr": "Tant qu'une demande d'asile dirigée contre l'État requérant n'est pas tranchée, la personne ne lui"
        " est pas"
        " remise.",
        "nl": "Zolang een asielverzoek tegen de verzoekende staat niet beslist is, wordt de persoon er niet aan"
        " overgeleverd.",
    },
    note="Added to the catalogue. Recognition declares a status, it does not create it; the Guidance Note was not read"
    " again.",
    lifts="a final decision on the asylum claim",
)

exclusion = Norm(
    id="rc-1f-exclusion",
    source=CONVENTION.article("1F"),
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_KINDS,
    bound=_BOUND,
    when=person.excluded_1f.yes,
    fulfilled=_EXAMINED,
    standard="serious reasons for considering that one of three closed categories applies",
    says={
        "en": "Exclusion from refugee status says nothing about the danger after a handover: that is examined for"
        " itself.",
        "fr": "L'exclusion du statut de réfugié ne dit rien du danger encouru après la remise : il s'examine pour"
        " lui-même.",
        "nl": "Uitsluiting van de vluchtelingenstatus zegt niets over het gevaar na overlevering: dat wordt op zichzelf"
        " onderzocht.",
    },
    note="Limb (b) needs a serious non-political crime, outside the country of refuge and before admission there. In the"
    " Union the rule now stands in Regulation (EU) 2024/1347 Art. 12. That the danger stays to be examined follows from"
    " the absolute prohibitions.",
)

exclusion_is_for_asylum_authority = Norm(
    id="rc-1f-exclusion-authority",
    source=CONVENTION.article("1F") + _UNHCR,
    bears_on=(GRANT,),
    effect=Effect.OBLIGES,
    kinds=EXTRADITION_KINDS,
    bound=_BOUND,
    when=REFUGEE_HERE,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    says={
        "en": "A foreign charge against a refugee is put before the asylum authority, in confidence; the office that"
        " handles"
        " the request does not undo the status.",
        "fr": "Une accusation étrangère visant un réfugié est soumise, confidentiellement, à l'autorité d'asile ; le"
        " service"
        " saisi de la demande ne défait pas le statut.",
        "nl": "Een buitenlandse aanklacht tegen een vluchteling wordt vertrouwelijk aan de asielautoriteit"
        " voorgelegd; de"
        " dienst die het verzoek behandelt, maakt de status niet ongedaan.",
    },
    note="That exclusion belongs to the asylum authority is practice and Union law, not the text of Article 1F.",
)

mla_enhanced_inquiry = Norm(
    id="refugee-mla-enhanced-inquiry",
    source=CONVENTION.article("33(1)") + _2509 + _BRUSSELS + _UNHCR,
    bears_on=(GRANT, EXECUTE, TRANSMIT, OPEN_FILE),
    effect=Effect.INQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=_BOUND,
    when=PROTECTED,
    fulfilled=any_of(request.persecution_dispelled.yes, request.persecution_purpose.yes, _EXAMINED),
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="a request from the state of feared persecution; the same charges weigh heaviest",
    says={
        "en": "Protection does not by itself stop the sending of evidence, but the purpose of the request is then"
        " examined in"
        " full before anything is done.",
        "fr": "La protection n'empêche pas à elle seule l'envoi de preuves, mais le but de la demande est alors"
        " examiné à"
        " fond avant tout acte.",
        "nl": "Bescherming verhindert op zichzelf niet dat bewijs wordt doorgegeven, maar het doel van het verzoek"
        " wordt dan"
        " ten volle onderzocht vóór enige handeling.",
    },
    note="No treaty text bars assistance because of status: Article 33 speaks of persons. A Belgian minister stressed the"
    " opposite in 2019. The duty is inferred from the protection granted.",
)

access_to_courts = Norm(
    id="rc-16-access-to-courts",
    source=CONVENTION.article("16(1)") + CONVENTION.article("16(2)") + CONVENTION.article("42(1)"),
    bears_on=(EXECUTE, TRANSMIT, SURRENDER),
    effect=Effect.ENTITLES,
    bound=_BOUND,
    when=RECOGNISED_REFUGEE,
    says={
        "en": "A refugee has free access to the courts and, where resident, legal aid on the same terms as a national.",
        "fr": "Un réfugié a libre accès aux tribunaux et, là où il réside, bénéficie de l'assistance judiciaire"
        " comme un"
        " national.",
        "nl": "Een vluchteling heeft vrije toegang tot de rechter en, waar hij verblijft, rechtsbijstand zoals een"
        " onderdaan.",
    },
    note="Paragraph 1 cannot be reserved against.",
)

PACK = Pack(
    "refugee-convention",
    "Refugee Convention 1951",
    (
        exclusion,
        exclusion_is_for_asylum_authority,
        access_to_courts,
        non_refoulement,
        recognised_elsewhere,
        claim_pending,
        mla_enhanced_inquiry,
    ),
)
