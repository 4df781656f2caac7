"""Convention on Cybercrime (Budapest Convention, ETS 185): safeguards, grounds, preservation of data."""

from functools import partial

from rogatory.law.acts import EXECUTE, GRANT, REFUSE, TRANSMIT
from rogatory.law.conditions import any_of
from rogatory.law.norms import Effect, Norm, between, fallback, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import BUDAPEST, POLITICAL_OFFENCE
from rogatory.law.vocabulary import measure, request

_rule = partial(Norm, kinds=("mla",), bound=between("ETS-185"))

safeguards = _rule(
    id="budapest-15-25-27-29-safeguards",
    source=BUDAPEST.article("15"),
    bears_on=(EXECUTE,),
    effect=Effect.OBLIGES,
    bound=parties("ETS-185"),
    when=measure.type_.is_("search", "seizure", "interception", "documents", "bank-data"),
    says={
        "en": "Powers over electronic evidence stand under safeguards for human rights, proportionality and, where"
        " fitting, independent supervision.",
        "fr": "Les pouvoirs sur les preuves électroniques sont soumis à des garanties des droits de l'homme, à la"
        " proportionnalité et, s'il y a lieu, à un contrôle indépendant.",
        "nl": "Bevoegdheden over elektronisch bewijs staan onder waarborgen voor de mensenrechten, evenredigheid en,"
        " waar passend, onafhankelijk toezicht.",
    },
)
own_law = _rule(
    id="budapest-15-25-27-29-own-law",
    source=BUDAPEST.article("25(4)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    when=request.barred_by_own_law.yes,
    says={
        "en": "The grounds of the requested state's law and of its assistance treaties apply.",
        "fr": "Les motifs de refus de la loi de l'État requis et de ses traités d'entraide s'appliquent.",
        "nl": "De weigeringsgronden van het recht van de aangezochte staat en van zijn rechtshulpverdragen gelden.",
    },
)
fiscal_alone = _rule(
    id="budapest-15-25-27-29-fiscal",
    source=BUDAPEST.article("25(4)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    when=request.fiscal.yes,
    says={
        "en": "For this convention's offences the fiscal nature alone is no ground.",
        "fr": "Pour les infractions de cette convention, le seul caractère fiscal n'est pas un motif.",
        "nl": "Voor de feiten van dit verdrag is de fiscale aard alleen geen grond.",
    },
)
grounds = _rule(
    id="budapest-15-25-27-29",
    source=BUDAPEST.article("27(4)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    bound=fallback("ETS-185"),
    when=any_of(POLITICAL_OFFENCE, request.essential_interests.yes),
    standard="the requested state's own view; for its interests, likely prejudice",
    says={
        "en": "Without an assistance treaty, help may be refused for a political offence or where essential interests"
        " would likely suffer.",
        "fr": "À défaut de traité d'entraide, l'aide peut être refusée pour une infraction politique ou si des"
        " intérêts essentiels risquent d'être atteints.",
        "nl": "Zonder rechtshulpverdrag mag hulp worden geweigerd voor een politiek feit of als wezenlijke belangen"
        " dreigen te worden geschaad.",
    },
)
preservation_grounds = _rule(
    id="budapest-15-25-27-29-preservation",
    source=BUDAPEST.article("29(4)-(5)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    when=request.electronic_preservation.yes,
    says={
        "en": "A request only to preserve data is refused on two grounds alone: a political offence, or essential"
        " interests; double criminality counts only where it was reserved.",
        "fr": "Une demande de simple conservation n'est refusée que pour deux motifs : infraction politique ou"
        " intérêts essentiels ; la double incrimination ne compte que si elle fut réservée.",
        "nl": "Een verzoek om gegevens slechts te bewaren wordt alleen om twee redenen geweigerd: een politiek feit of"
        " wezenlijke belangen; dubbele strafbaarheid telt alleen als zij is voorbehouden.",
    },
    note="Preserving gives nothing away. Grounds of human rights enter as essential interests, which is why this norm"
    " does not itself bar a refusal.",
)
preservation_time = _rule(
    id="budapest-15-25-27-29-preservation-time",
    source=BUDAPEST.article("29(7)"),
    bears_on=(EXECUTE,),
    effect=Effect.OBLIGES,
    when=request.electronic_preservation.yes,
    says={
        "en": "Preserved data are kept long enough for a request for disclosure to follow, and then until that is"
        " decided.",
        "fr": "Les données sont conservées assez longtemps pour qu'une demande de communication suive, puis jusqu'à la"
        " décision.",
        "nl": "De gegevens worden lang genoeg bewaard om een verzoek om verstrekking te laten volgen, en daarna tot"
        " daarop is beslist.",
    },
    limit="at least 60 days",
)
traffic_data = _rule(
    id="budapest-15-25-27-29-traffic-data",
    source=BUDAPEST.article("30(2)"),
    bears_on=(TRANSMIT,),
    effect=Effect.MAY_REFUSE,
    when=any_of(POLITICAL_OFFENCE, request.essential_interests.yes),
    says={
        "en": "Traffic data found while preserving may be withheld for a political offence or for essential interests.",
        "fr": "Les données de trafic découvertes lors de la conservation peuvent être retenues pour une infraction"
        " politique ou des intérêts essentiels.",
        "nl": "Bij het bewaren gevonden verkeersgegevens mogen worden onthouden wegens een politiek feit of wezenlijke"
        " belangen.",
    },
)

PACK = Pack(
    "cybercrime",
    "Convention on Cybercrime 2001",
    (safeguards, own_law, fiscal_alone, grounds, preservation_grounds, preservation_time, traffic_data),
)
