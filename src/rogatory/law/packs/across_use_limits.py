"""Use limits: what the receiving state may do with what was sent, a different rule in each instrument."""

from functools import partial

from rogatory.law.acts import CONSENT_OTHER_USE, TRANSMIT
from rogatory.law.conditions import ALWAYS, any_of
from rogatory.law.norms import Cure, Effect, Norm, between, fallback
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import (
    ASSISTANCE_P2,
    BUDAPEST,
    LAUNDERING_1990,
    LAUNDERING_2005,
    LAUNDERING_PARTIES,
    UNCAC,
    UNTOC,
    VIENNA,
)
from rogatory.law.sources import Basis
from rogatory.law.vocabulary import material, remedy, request

_sending = partial(Norm, kinds=("mla",), bears_on=(TRANSMIT,))
_WRITTEN_LIMIT = Cure(
    met=material.use_condition.yes,
    obtain="a written condition, in the decision to send, that limits use to the proceedings named in the request",
    keep="use only for the proceedings named; any other use needs prior consent; an account of use on demand",
)

automatic = _sending(
    id="use-limitation-mla",
    source=UNTOC.article("18(19)") + UNCAC.article("46(19)"),
    effect=Effect.OBLIGES,
    bound=fallback("UNTOC", "UNCAC"),
    when=ALWAYS,
    standard="prior consent of the sending state for any other use",
    says={
        "en": "What is sent serves only the investigations, prosecutions or proceedings named in the request: the"
        " limit binds the receiver without more.",
        "fr": "Ce qui est transmis ne sert qu'aux enquêtes, poursuites ou procédures visées par la demande : la limite"
        " lie le destinataire de plein droit.",
        "nl": "Wat wordt toegezonden, dient alleen de onderzoeken, vervolgingen of zaken die het verzoek noemt: de"
        " ontvanger is daaraan van rechtswege gebonden.",
    },
    note="What exonerates an accused may be disclosed, with notice to the sender.",
)
automatic_vienna = _sending(
    id="use-limitation-mla-vienna",
    source=VIENNA.article("7(13)"),
    effect=Effect.OBLIGES,
    bound=fallback("VIENNA-1988"),
    when=ALWAYS,
    standard="prior consent of the sending state for any other use",
    says={
        "en": "Under the drugs convention too use is limited to the proceedings named in the request, without more.",
        "fr": "La convention sur les stupéfiants limite aussi de plein droit l'usage aux procédures visées par la"
        " demande.",
        "nl": "Ook onder het drugsverdrag is het gebruik van rechtswege beperkt tot de zaken die het verzoek noemt.",
    },
    note="This text has no line on disclosure of what exonerates.",
)
laundering = _sending(
    id="use-limitation-mla-laundering",
    source=LAUNDERING_1990.article("32(1)-(2)") + LAUNDERING_2005.article("42(1)-(2)"),
    effect=Effect.REQUIRES,
    bound=LAUNDERING_PARTIES,
    when=any_of(request.laundering.yes, request.confiscation_aim.yes),
    cure=_WRITTEN_LIMIT,
    basis=Basis.ANALOGY,
    standard="a condition in the decision, or the sender's own declaration on file",
    says={
        "en": "Under the laundering conventions nothing limits use by itself: it is sent only under a written"
        " condition, or under the sender's own declaration.",
        "fr": "Les conventions sur le blanchiment ne limitent pas d'elles-mêmes l'usage : la transmission n'a lieu que"
        " sous condition écrite ou sous la déclaration de l'expéditeur.",
        "nl": "De witwasverdragen beperken het gebruik niet uit zichzelf: verzending gebeurt alleen onder een"
        " schriftelijke voorwaarde of onder de eigen verklaring van de verzender.",
    },
    note="The text gives a power to set the condition; that it must be used, because use is otherwise free, is our"
    " inference. A declaration protects what the declaring state gives, not what it receives: Kazakhstan's declaration"
    " under Art. 32(2) binds others towards Kazakhstan.",
)
budapest = _sending(
    id="use-limitation-mla-budapest",
    source=BUDAPEST.article("28(2)-(4)"),
    effect=Effect.REQUIRES,
    bound=fallback("ETS-185"),
    when=ALWAYS,
    cure=_WRITTEN_LIMIT,
    basis=Basis.ANALOGY,
    standard="a condition in the decision, where no assistance treaty binds the two states",
    says={
        "en": "Under the cybercrime convention use is limited, and confidentiality kept, only if that is made a"
        " condition: it is set in writing before sending.",
        "fr": "La convention sur la cybercriminalité ne limite l'usage et n'assure la confidentialité que si une"
        " condition le prévoit : elle est posée par écrit avant l'envoi.",
        "nl": "Onder het cybercrimeverdrag is het gebruik alleen beperkt en de geheimhouding alleen verzekerd als dat"
        " een voorwaarde is: die wordt vóór verzending schriftelijk gesteld.",
    },
    note="The text gives a power to set the condition and to ask for an account of use; that the power must be used is"
    " our inference.",
)
personal_data = _sending(
    id="use-limitation-mla-personal-data",
    source=ASSISTANCE_P2.article("26(1)-(2)") + ASSISTANCE_P2.article("26(4)-(5)"),
    effect=Effect.OBLIGES,
    bound=between("ETS-182"),
    when=ALWAYS,
    standard="consent of the sending state or of the person whose data they are",
    says={
        "en": "Personal data serve proceedings under the Convention, directly related ones and the warding off of an"
        " immediate and serious threat; any other use needs consent.",
        "fr": "Les données personnelles servent aux procédures couvertes par la Convention, à celles qui leur sont"
        " directement liées et à la prévention d'un danger immédiat et sérieux ; tout autre usage exige un"
        " consentement.",
        "nl": "Persoonsgegevens dienen zaken onder het Verdrag, rechtstreeks daarmee verband houdende zaken en het"
        " afwenden van een onmiddellijk en ernstig gevaar; elk ander gebruik vergt toestemming.",
    },
    note="About personal data only. ETS 030 itself knows no limit on use. The sender may demand a report on use"
    " (26(4)) and may have declared that its prior consent is needed (26(5)).",
)
breach = Norm(
    id="use-limitation-mla-breach",
    source=UNTOC.article("18(19)")
    + UNCAC.article("46(19)")
    + VIENNA.article("7(13)")
    + LAUNDERING_1990.article("32")
    + LAUNDERING_2005.article("42")
    + BUDAPEST.article("28")
    + ASSISTANCE_P2.article("26"),
    bears_on=(CONSENT_OTHER_USE,),
    effect=Effect.FORBIDS,
    kinds=("mla",),
    bound=between("UNTOC", "UNCAC", "VIENNA-1988", "ETS-141", "CETS-198", "ETS-185", "ETS-182"),
    when=remedy.use_breach.yes,
    basis=Basis.ANALOGY,
    says={
        "en": "Consent to another use comes before the use: it is not given to heal a breach.",
        "fr": "Le consentement à un autre usage précède cet usage : il ne sert pas à réparer une violation.",
        "nl": "Toestemming voor ander gebruik gaat aan dat gebruik vooraf: zij dient niet om een schending te dekken.",
    },
    note="The texts ask for prior consent; that consent after a breach is barred is our inference.",
)

PACK = Pack(
    "across-use-limits",
    "Use limits, instrument by instrument",
    (automatic, automatic_vienna, laundering, budapest, personal_data, breach),
)
