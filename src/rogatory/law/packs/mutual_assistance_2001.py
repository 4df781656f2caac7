"""Second Additional Protocol to the European Convention on Mutual Assistance in Criminal Matters (ETS 182)."""

from functools import partial

from rogatory.law.acts import ADMIT_OFFICIALS, EXECUTE, INTERVIEW, TRANSMIT
from rogatory.law.conditions import ALWAYS
from rogatory.law.norms import Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import ASSISTANCE_P2
from rogatory.law.vocabulary import material, measure, request

_rule = partial(Norm, kinds=("mla",), bound=between("ETS-182"))
_video = partial(_rule, bears_on=(EXECUTE, INTERVIEW), effect=Effect.FORBIDS)

presence_favoured = _rule(
    id="ecma-4-foreign-officials-consent-favoured",
    source=ASSISTANCE_P2.article("2"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.OBLIGES,
    when=measure.officials_requested.yes,
    unless=(
        Unless(
            id="danger",
            when=measure.officials_risk.yes | measure.officials_see.yes | measure.officials_powers.yes,
            text="Presence would endanger the person, or go beyond attending.",
        ),
    ),
    standard="'should', not 'shall': no right to be admitted",
    says={
        "en": "A request to attend should not be turned down where presence would make execution more useful and save"
        " further requests.",
        "fr": "La présence ne devrait pas être refusée lorsqu'elle rendrait l'exécution plus utile et éviterait des"
        " demandes complémentaires.",
        "nl": "Aanwezigheid zou niet geweigerd moeten worden als zij de uitvoering nuttiger maakt en aanvullende"
        " verzoeken voorkomt.",
    },
    note="The exception is our inference from the consent requirement: the Protocol names no ground of rights.",
)
formalities = _rule(
    id="ecma-3-execution-under-own-law-formalities",
    source=ASSISTANCE_P2.article("8"),
    bears_on=(EXECUTE,),
    effect=Effect.OBLIGES,
    when=ALWAYS,
    unless=(
        Unless(
            id="fundamental-principles",
            when=request.contrary_to_system.yes,
            text="The formality is contrary to fundamental principles of the requested state's law.",
        ),
    ),
    says={
        "en": "Formalities that the other side's law makes necessary are followed, even unfamiliar ones, unless they"
        " clash with fundamental principles.",
        "fr": "Les formalités que la loi de l'autre partie rend nécessaires sont suivies, même inhabituelles, sauf"
        " contrariété avec les principes fondamentaux.",
        "nl": "Vormvoorschriften die het recht van de andere partij nodig maakt, worden gevolgd, ook ongebruikelijke,"
        " tenzij zij in strijd zijn met fundamentele beginselen.",
    },
)
video_authority = _video(
    id="ets182-9-video-safeguards",
    source=ASSISTANCE_P2.article("9(5)"),
    when=measure.video_own_authority.yes,
    lifts="a judicial authority of the requested state attends, guards its fundamental principles and steps in",
    says={
        "en": "No hearing by video without a judicial authority of the requested state in the room, able to step in.",
        "fr": "Pas d'audition par vidéoconférence sans une autorité judiciaire de l'État requis, en mesure"
        " d'intervenir.",
        "nl": "Geen verhoor per videoconferentie zonder een rechterlijke autoriteit van de aangezochte staat die kan"
        " ingrijpen.",
    },
)
video_accused = _video(
    id="ets182-9-video-safeguards-accused",
    source=ASSISTANCE_P2.article("9(8)") + ASSISTANCE_P2.article("10(2)"),
    when=measure.video_consent.yes,
    lifts="the person's own consent, and for an accused the agreement of both states",
    says={
        "en": "An accused is heard by video, and anybody by telephone, only if they consent themselves.",
        "fr": "Une personne poursuivie n'est entendue par vidéoconférence, et quiconque par téléphone, que si elle y"
        " consent elle-même.",
        "nl": "Een beschuldigde wordt alleen per video gehoord, en wie dan ook alleen per telefoon, als die persoon"
        " zelf toestemt.",
    },
    note="A state may exclude video hearings of accused persons altogether (Art. 9(9)).",
)
video_rights = _rule(
    id="ets182-9-video-safeguards-rights",
    source=ASSISTANCE_P2.article("9(5)"),
    bears_on=(EXECUTE, INTERVIEW),
    effect=Effect.ENTITLES,
    when=measure.type_.is_("video-hearing"),
    says={
        "en": "The person heard has an interpreter where needed and may invoke the right to stay silent of either law.",
        "fr": "La personne entendue est assistée d'un interprète au besoin et peut invoquer le droit de ne pas"
        " témoigner prévu par l'une ou l'autre loi.",
        "nl": "De gehoorde persoon krijgt zo nodig een tolk en mag zich beroepen op het verschoningsrecht van elk van"
        " beide rechtsstelsels.",
    },
)
data_refusal = _rule(
    id="ets182-26-3-data-refusal",
    source=ASSISTANCE_P2.article("26(3)") + ASSISTANCE_P2.article("26(4)"),
    bears_on=(TRANSMIT,),
    effect=Effect.MAY_REFUSE,
    when=material.no_undertaking.yes,
    lifts="an undertaking to give the data the protection they have here",
    standard="data protected at home, and a receiver not bound by Convention 108",
    says={
        "en": "Personal data may be withheld from a state outside Convention 108 that gives no undertaking to protect"
        " them; a report on their use may be demanded.",
        "fr": "La transmission de données peut être refusée à un État non lié par la Convention 108 qui ne s'engage"
        " pas à les protéger ; un rapport sur leur emploi peut être exigé.",
        "nl": "Persoonsgegevens mogen worden onthouden aan een staat die niet door Verdrag 108 gebonden is en geen"
        " bescherming toezegt; verslag over het gebruik kan worden geëist.",
    },
)

PACK = Pack(
    "mutual-assistance-2001",
    "Second Protocol on Mutual Assistance 2001",
    (presence_favoured, formalities, video_authority, video_accused, video_rights, data_refusal),
)
