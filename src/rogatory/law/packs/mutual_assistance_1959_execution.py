"""European Convention on Mutual Assistance in Criminal Matters (ETS 030): execution, witnesses, handing over."""

from functools import partial

from rogatory.law.acts import ADMIT_OFFICIALS, CLEAR_ITEM, EXECUTE, GRANT, RETURN_ITEM, TRANSFER_WITNESS
from rogatory.law.conditions import ALWAYS, any_of
from rogatory.law.norms import Cure, Effect, Norm, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import ASSISTANCE_1959, ASSISTANCE_P2, UNTOC
from rogatory.law.sources import Basis
from rogatory.law.vocabulary import material, measure

_rule = partial(Norm, kinds=("mla",), bound=between("ETS-030"))

own_law = _rule(
    id="ecma-3-execution-under-own-law",
    source=ASSISTANCE_1959.article("3(1)") + ASSISTANCE_1959.article("1(2)"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=Cure(
        met=measure.domestic_authorisation.yes,
        obtain="the order or leave that the requested state's own law demands for such a measure",
    ),
    standard="lawful under the law of the requested state",
    says={
        "en": "A letter rogatory is executed in the manner the requested state's own law provides.",
        "fr": "La commission rogatoire est exécutée dans les formes prévues par la loi de l'État requis.",
        "nl": "Een rogatoire commissie wordt uitgevoerd op de wijze die de wet van de aangezochte staat bepaalt.",
    },
    note="That every safeguard of a domestic case therefore applies is an inference from these words.",
)
unknown_measure = _rule(
    id="ecma-3-execution-under-own-law-measure-unknown",
    source=ASSISTANCE_1959.article("3(1)"),
    bears_on=(EXECUTE,),
    effect=Effect.FORBIDS,
    when=measure.own_law_allows.yes,
    basis=Basis.ANALOGY,
    says={
        "en": "A measure that could not be ordered in a like domestic case is not carried out.",
        "fr": "Une mesure qui ne pourrait être ordonnée dans une affaire interne semblable n'est pas exécutée.",
        "nl": "Een maatregel die in een vergelijkbare eigen zaak niet kan worden bevolen, wordt niet uitgevoerd.",
    },
    note="Inference: what the law does not provide cannot be done in the manner it provides.",
)
officials_consent = _rule(
    id="ecma-4-foreign-officials-consent",
    source=ASSISTANCE_1959.article("4") + ASSISTANCE_P2.article("2"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=Cure(
        met=measure.officials_consent.yes,
        obtain="the requested state's prior consent to the presence of the persons named",
        keep="those admitted only attend: they read, copy and take nothing, and put no questions themselves",
    ),
    standard="prior consent, case by case",
    says={
        "en": "Officials and interested persons of the requesting side may attend only if the requested state"
        " consents.",
        "fr": "Les autorités et personnes en cause de la partie requérante ne peuvent assister à l'exécution que si"
        " l'État requis y consent.",
        "nl": "Autoriteiten en betrokkenen van de verzoekende zijde mogen alleen aanwezig zijn als de aangezochte"
        " staat daarin toestemt.",
    },
    note="The clause is about private complainants and the defence as well. It says nothing of reading, copying or"
    " asking; that they may only attend is read from this silence. Neither the laundering nor the UN conventions have"
    " such a clause.",
)
copies = _rule(
    id="ecma-3-3-6-copies-and-return",
    source=ASSISTANCE_1959.article("3(3)"),
    bears_on=(CLEAR_ITEM,),
    effect=Effect.OBLIGES,
    when=material.original_asked.no,
    says={
        "en": "Certified copies are enough unless originals were expressly asked for.",
        "fr": "Des copies certifiées conformes suffisent, sauf demande expresse d'originaux.",
        "nl": "Gewaarmerkte afschriften volstaan, tenzij de originelen uitdrukkelijk zijn gevraagd.",
    },
)
originals_needed = _rule(
    id="ecma-3-3-6-copies-and-return-needed-here",
    source=ASSISTANCE_1959.article("6(1)"),
    bears_on=(CLEAR_ITEM,),
    effect=Effect.MAY_REFUSE,
    when=material.needed_here.yes,
    says={
        "en": "Originals that pending criminal proceedings at home need may be held back for the time being.",
        "fr": "La remise d'originaux nécessaires à une procédure pénale en cours dans l'État requis peut être"
        " différée.",
        "nl": "De afgifte van originelen die voor een lopende strafzaak in eigen land nodig zijn, mag worden"
        " uitgesteld.",
    },
    note="A ground to put off handing over, not to refuse it.",
)
originals_return = _rule(
    id="ecma-3-3-6-copies-and-return-return",
    source=ASSISTANCE_1959.article("6(2)"),
    bears_on=(CLEAR_ITEM, RETURN_ITEM),
    effect=Effect.OBLIGES,
    when=material.original_asked.yes,
    says={
        "en": "Originals and objects handed over come back to the requested state, unless it waives their return.",
        "fr": "Les originaux et objets remis sont renvoyés à l'État requis, sauf s'il y renonce.",
        "nl": "Afgegeven originelen en voorwerpen komen terug naar de aangezochte staat, tenzij hij daarvan afziet.",
    },
    limit="as soon as possible",
)
witness_transfer = _rule(
    id="witness-transfer-and-safe-conduct",
    source=ASSISTANCE_1959.article("11(1)"),
    bears_on=(TRANSFER_WITNESS,),
    effect=Effect.MAY_REFUSE,
    when=any_of(measure.witness_consents.no, measure.witness_no_consent.yes),
    standard="consent of the detained person",
    says={
        "en": "A detained witness who does not agree need not be lent.",
        "fr": "Un témoin détenu qui n'y consent pas peut ne pas être transféré.",
        "nl": "Een gedetineerde getuige die niet instemt, hoeft niet te worden overgebracht.",
    },
    note="A power of the requested state, not a bar; between parties without an assistance treaty UNTOC Art. 18(10)"
    " makes consent a condition.",
)
safe_conduct = _rule(
    id="witness-transfer-and-safe-conduct-immunity",
    source=ASSISTANCE_1959.article("12") + UNTOC.article("18(27)"),
    bears_on=(GRANT, TRANSFER_WITNESS),
    effect=Effect.ENTITLES,
    bound=between("ETS-030", "UNTOC", "UNCAC"),
    when=measure.type_.is_("witness-transfer", "service"),
    says={
        "en": "Whoever comes as a summoned witness or expert is not pursued or held there for older matters.",
        "fr": "Le témoin ou l'expert cité qui comparaît ne peut être poursuivi ni détenu là-bas pour des faits"
        " antérieurs.",
        "nl": "Wie als opgeroepen getuige of deskundige verschijnt, wordt daar niet vervolgd of vastgehouden voor"
        " oudere feiten.",
    },
    note="Under UNTOC the paragraph belongs to the layer that steps back behind an assistance treaty.",
    limit="15 days from the day the person is no longer needed and could leave, or until they return of their own will",
)

PACK = Pack(
    "mutual-assistance-1959-execution",
    "European Convention on Mutual Assistance 1959: execution",
    (
        own_law,
        unknown_measure,
        officials_consent,
        copies,
        originals_needed,
        originals_return,
        witness_transfer,
        safe_conduct,
    ),
)
