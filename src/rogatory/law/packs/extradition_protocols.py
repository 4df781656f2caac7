"""Protocols to the European Convention on Extradition: judgment of a third state (ETS 086), absence judgment (ETS 098)."""

from functools import partial

from rogatory.law.acts import GRANT
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.assurances import sufficient
from rogatory.law.norms import Cure, Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import EXTRADITION_P1, EXTRADITION_P2
from rogatory.law.sources import Check
from rogatory.law.vocabulary import request, risk
from rogatory.law.vocabulary.assurance import Risk

_rule = partial(Norm, bears_on=(GRANT,), kinds=("extradition",))

judged_in_third_state = _rule(
    id="ne-bis-in-idem-third-state",
    source=EXTRADITION_P1.article("2"),
    effect=Effect.FORBIDS,
    bound=between("ETS-086"),
    when=request.ne_bis.is_("final-judgment-in-third-state"),
    unless=(
        Unless(
            id="public-status-or-territory",
            when=request.third_state_exception.yes,
            text="Victim or offender of public status in the requesting state, or an offence on its territory.",
        ),
    ),
    check=Check.PARTLY,
    standard="acquittal; sentence served, being served, pardoned or amnestied; conviction without sanction",
    says={
        "en": "No extradition where a third state that is party to the first Protocol has finally dealt with the same"
        " facts.",
        "fr": "Pas d'extradition lorsqu'un État tiers, Partie au premier Protocole, a définitivement statué sur les"
        " mêmes faits.",
        "nl": "Geen uitlevering wanneer een derde staat die partij is bij het Eerste Protocol onherroepelijk over"
        " dezelfde feiten heeft beslist.",
    },
    note="Third of three tiers, where Chapter II is accepted by both. That the third state is itself a party is for"
    " the finding to say.",
)
absence_judgment = _rule(
    id="ets098-3-in-absentia",
    source=EXTRADITION_P2.article("3"),
    effect=Effect.MAY_REFUSE,
    bound=between("ETS-098"),
    when=all_of(risk.in_absentia.yes, ~risk.defended.yes),
    cure=Cure(
        met=any_of(risk.retrial.yes, sufficient(Risk.UNFAIR_TRIAL)),
        obtain="a sufficient assurance of a retrial that safeguards the rights of defence",
    ),
    standard="in the requested state's opinion, proceedings below the minimum rights of defence",
    says={
        "en": "Surrender on a judgment in absence below the minimum rights of defence may be refused, unless a proper"
        " retrial is assured.",
        "fr": "La remise sur un jugement par défaut rendu sans les droits minimaux de la défense peut être refusée,"
        " sauf assurance d'un nouveau procès équitable.",
        "nl": "Overlevering op een verstekvonnis zonder de minimumrechten van de verdediging mag worden geweigerd,"
        " tenzij een behoorlijk nieuw proces is gewaarborgd.",
    },
    note="With a sufficient assurance the treaty obliges to extradite; what human rights then still ask stands in"
    " other packs.",
)

PACK = Pack(
    "extradition-protocols",
    "Protocols to the European Convention on Extradition",
    (judged_in_third_state, absence_judgment),
)
