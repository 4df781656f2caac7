"""Personal data on their way to a third state: Directive (EU) 2016/680, Convention 108, the UK Act of 2018."""

from datetime import date
from functools import partial

from rogatory.law.acts import OPEN_FILE, TRANSMIT
from rogatory.law.conditions import ALWAYS, Condition
from rogatory.law.norms import Bound, Cure, Effect, Norm, Unless, Who, parties
from rogatory.law.packs import Pack
from rogatory.law.sources import Basis, Check, Cite, Instrument, Source
from rogatory.law.vocabulary import material, request

LED = Instrument("LED", "Directive (EU) 2016/680 on data in criminal matters", "CELEX 32016L0680")
BELGIAN_ACT = Cite("Belgium, Act of 30 July 2018 on personal data", "Art. 66-70")
CONVENTION_181 = Instrument("ETS-181", "Additional Protocol to Convention 108 on transborder data flows", "ETS 181")
CONVENTION_108 = Instrument("ETS-108", "Convention 108 on automatic processing of personal data", "ETS 108")


def _uk_section(place: str) -> Source:
    return Source((Cite("Data Protection Act 2018 (United Kingdom), Part 3", f"s. {place}", "2018 c. 12"),))


_THIRD_STATE_KINDS = ("extradition", "removal", "mla", "red-notice", "diffusion")
_MEMBER_STATE = Unless(
    "member-state",
    request.from_member_state.yes,
    "Data sent to another member state are not a transfer to a third state.",
)
# Opening the file to the requesting state hands over the data in it.
_transfer = partial(Norm, kinds=_THIRD_STATE_KINDS, bears_on=(TRANSMIT, OPEN_FILE))
_led = partial(_transfer, bound=parties("LED"), since=date(2018, 5, 6), unless=(_MEMBER_STATE,))
_uk = partial(_transfer, bound=Bound(Who.STATE, ("GB",)), since=date(2018, 5, 25), check=Check.PARTLY)

_NAMED_GROUND: Condition = material.data_ground.is_(
    "adequacy", "binding-safeguards", "documented-self-assessment", "derogation"
)
_GROUND = Cure(
    met=_NAMED_GROUND,
    obtain="one named legal ground for sending the data, on record before sending: adequacy, binding safeguards, a"
    " documented assessment of all circumstances, or a derogation for this case",
)
_NECESSITY = Cure(
    met=material.strict_necessity.yes,
    obtain="necessity, proportionality and the effect on privacy weighed and recorded before sending",
)

ground = _led(
    id="led-35-38-transfer-conditions",
    source=LED.article("35(1)") + LED.article("36") + LED.article("37") + LED.article("38") + BELGIAN_ACT,
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=_GROUND,
    standard="adequacy, else safeguards, else a derogation, in this order",
    says={
        "en": "Personal data leave for a third state only to a competent recipient and on one named legal ground.",
        "fr": "Des données personnelles ne partent vers un État tiers que pour un destinataire compétent et sur une"
        " base légale désignée.",
        "nl": "Persoonsgegevens gaan alleen naar een derde staat voor een bevoegde ontvanger en op één genoemde"
        " rechtsgrond.",
    },
    note="Older treaties stay in force only if they complied with earlier Union law (Art. 61). Recital 73 names"
    " disregard of the rule of law there as a reason to avoid its authorities; recital 72 keeps derogations narrow.",
)
necessity = _led(
    id="led-35-1-a-necessity",
    source=LED.article("35(1)(a)") + LED.article("4(1)(c)") + BELGIAN_ACT,
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=_NECESSITY,
    says={
        "en": "Data are sent only as far as necessary for the criminal matter, and this is weighed and recorded first.",
        "fr": "Les données ne sont transférées que dans la mesure nécessaire à l'affaire pénale, ce qui est d'abord"
        " pesé et consigné.",
        "nl": "Gegevens worden alleen verzonden voor zover nodig voor de strafzaak; dat wordt vooraf afgewogen en"
        " vastgelegd.",
    },
)
other_state = _led(
    id="led-35-1-c-consent-of-origin",
    source=LED.article("35(1)(c)") + LED.article("35(2)") + BELGIAN_ACT,
    effect=Effect.FORBIDS,
    when=material.other_state_consent.yes,
    lifts="prior consent of the member state the data came from",
    says={
        "en": "Data that came from another member state are sent on only with its prior consent.",
        "fr": "Les données provenant d'un autre État membre ne sont transférées qu'avec son autorisation préalable.",
        "nl": "Gegevens die van een andere lidstaat komen, worden alleen met diens voorafgaande toestemming"
        " doorgestuurd.",
    },
    note="Without it only an immediate and serious threat to public security allows sending (Art. 35(2)).",
)
assessment_documented = _led(
    id="led-37-documented-assessment",
    source=LED.article("37(2)") + LED.article("37(3)") + BELGIAN_ACT,
    effect=Effect.OBLIGES,
    when=material.data_ground.is_("documented-self-assessment"),
    says={
        "en": "A transfer on own assessment is documented (date, time, recipient, reason, data), and the supervisory"
        " authority is told the categories.",
        "fr": "Un transfert fondé sur la propre évaluation est documenté (date, heure, destinataire, motif, données)"
        " et l'autorité de contrôle informée des catégories.",
        "nl": "Een doorgifte op eigen beoordeling wordt gedocumenteerd (datum, tijd, ontvanger, reden, gegevens) en de"
        " toezichthouder verneemt de categorieën.",
    },
)
override = _led(
    id="led-38-2-rights-override",
    source=LED.article("38(2)") + BELGIAN_ACT,
    effect=Effect.FORBIDS,
    when=material.rights_override.yes,
    standard="balance of the rights of the person against the public interest",
    lifts="the balance falls the other way on new facts",
    says={
        "en": "Under the derogation for prosecution no data are sent where the rights of the person outweigh the"
        " public interest.",
        "fr": "Sous la dérogation pour poursuites, aucune donnée n'est transférée si les droits de la personne"
        " l'emportent sur l'intérêt public.",
        "nl": "Onder de afwijking voor vervolging gaan geen gegevens weg wanneer de rechten van de persoon zwaarder"
        " wegen dan het algemeen belang.",
    },
    note="The text bites on points (d) and (e) of Art. 38(1), exactly the cases of prosecution and legal claims. Here"
    " it holds whatever the ground.",
)
derogation_documented = _led(
    id="led-38-3-derogation-documented",
    source=LED.article("38(3)"),
    effect=Effect.OBLIGES,
    when=material.data_ground.is_("derogation"),
    says={
        "en": "Every transfer under a derogation is documented and shown to the supervisory authority on request.",
        "fr": "Tout transfert fondé sur une dérogation est documenté et présenté sur demande à l'autorité de contrôle.",
        "nl": "Elke doorgifte op grond van een afwijking wordt gedocumenteerd en op verzoek aan de toezichthouder"
        " getoond.",
    },
    note="Art. 69 par. 3 of the Belgian Act mentions only one of the cases; the Directive asks for all.",
)
cruel_use = _led(
    id="led-recital-71-cruel-use",
    source=LED.article("35(1)") + Cite("Directive (EU) 2016/680", "recital 71"),
    effect=Effect.FORBIDS,
    when=material.cruel_use.yes,
    basis=Basis.ANALOGY,
    lifts="it is secured that the data will not serve such an end",
    says={
        "en": "No data are sent that may serve to seek, impose or carry out a death penalty or any cruel and inhuman"
        " treatment.",
        "fr": "Aucune donnée n'est transférée si elle peut servir à requérir, prononcer ou exécuter une peine de mort"
        " ou un traitement cruel et inhumain.",
        "nl": "Er gaan geen gegevens weg die kunnen dienen om de doodstraf of een wrede en onmenselijke behandeling te"
        " vorderen, op te leggen of uit te voeren.",
    },
    note="A recital: it says how the safeguards of the articles are to be understood.",
)
non_party = _transfer(
    id="c108-transborder",
    source=CONVENTION_181.article("2") + CONVENTION_108.article("12"),
    bound=parties("ETS-181"),
    effect=Effect.REQUIRES,
    when=material.no_undertaking.yes,
    cure=_GROUND,
    check=Check.PARTLY,
    standard="adequate level of protection for this transfer",
    says={
        "en": "To a state outside Convention 108 personal data go only with adequate protection, or under an exception"
        " that own law lays down.",
        "fr": "Vers un État non partie à la Convention 108, des données ne partent qu'avec une protection adéquate ou"
        " une exception prévue par la loi.",
        "nl": "Naar een staat buiten Verdrag 108 gaan gegevens alleen met een passend beschermingsniveau of een in de"
        " wet vastgelegde uitzondering.",
    },
    note="Between parties privacy alone is no reason to hold data back (Art. 12). Convention 108+ (appropriate level,"
    " real and serious risk of circumvention) was not in force in the copy read and is left out.",
)
uk_ground = _uk(
    id="uk-dpa-73-transfer-conditions",
    source=_uk_section("73") + _uk_section("74-76"),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=_GROUND,
    says={
        "en": "Under Part 3 data leave for a third country only to a relevant authority and on adequacy, safeguards or"
        " special circumstances.",
        "fr": "Selon la partie 3, les données ne partent vers un pays tiers que pour une autorité compétente et sur la"
        " base de l'adéquation, de garanties ou de circonstances spéciales.",
        "nl": "Volgens deel 3 gaan gegevens alleen naar een derde land voor een bevoegde autoriteit en op grond van"
        " adequaatheid, waarborgen of bijzondere omstandigheden.",
    },
    note="Read: the opening of s. 73(1), s. 75(1A) as amended (a data protection test has replaced the old wording)"
    " and s. 76(1). The rest, and the changes to adequacy, from general knowledge.",
)
uk_necessity = _uk(
    id="uk-dpa-73-necessity",
    source=_uk_section("73(2)"),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=_NECESSITY,
    check=Check.GENERAL,
    says={
        "en": "The transfer must be necessary for a law enforcement purpose, and that is weighed and recorded first.",
        "fr": "Le transfert doit être nécessaire à une finalité répressive, ce qui est d'abord pesé et consigné.",
        "nl": "De doorgifte moet noodzakelijk zijn voor een doel van rechtshandhaving; dat wordt vooraf afgewogen en"
        " vastgelegd.",
    },
)
uk_override = _uk(
    id="uk-dpa-76-2-rights-override",
    source=_uk_section("76(2)"),
    effect=Effect.FORBIDS,
    when=material.rights_override.yes,
    lifts="the balance falls the other way on new facts",
    says={
        "en": "Special circumstances do not carry a transfer where the rights of the person override the public"
        " interest.",
        "fr": "Les circonstances spéciales ne justifient pas le transfert si les droits de la personne l'emportent sur"
        " l'intérêt public.",
        "nl": "Bijzondere omstandigheden dragen de doorgifte niet wanneer de rechten van de persoon zwaarder wegen dan"
        " het algemeen belang.",
    },
    note="The opening of s. 76(2) was read; its balance from general knowledge.",
)

PACK = Pack(
    "data-protection",
    "Personal data sent to third states",
    (
        ground,
        necessity,
        other_state,
        assessment_documented,
        override,
        derogation_documented,
        cruel_use,
        non_party,
        uk_ground,
        uk_necessity,
        uk_override,
    ),
)
