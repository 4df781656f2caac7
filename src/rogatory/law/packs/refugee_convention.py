"""Convention relating to the Status of Refugees (1951) and Protocol (1967)."""

from rogatory.law.acts import (
    EXTRADITION_KINDS,
    HANDING_OVER,
    TRANSIT,
)  # fmt: skip
from rogatory.law.doctrine.persons import REFUGEE_HERE
from rogatory.law.norms import Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.sources import Instrument
from rogatory.law.vocabulary import person

CONVENTION = Instrument("REFUGEE-1951", "Convention relating to the Status of Refugees", "1951; Protocol 1967")
_BOUND = parties("REFUGEE-1951")

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
        "en": "A recognised refugee is not handed over, in any manner whatsoever, to the state where life or freedom would be"
        " threatened for race, religion, nationality, social group or political opinion.",
        "fr": "Un réfugié reconnu n'est remis, de quelque manière que ce soit, à l'État où sa vie ou sa liberté serait menacée"
        " en raison de sa race, de sa religion, de sa nationalité, de son groupe social ou de ses opinions politiques.",
        "nl": "Een erkende vluchteling wordt op geen enkele wijze overgeleverd aan de staat waar leven of vrijheid bedreigd zou"
        " worden wegens ras, godsdienst, nationaliteit, sociale groep of politieke overtuiging.",
    },
    note="No reservation is possible. A pending foreign charge never meets the second limb of Art. 33(2). The text is about"
    " persons, not about evidence.",
)

PACK = Pack("refugee-convention", "Refugee Convention 1951", (non_refoulement,))
