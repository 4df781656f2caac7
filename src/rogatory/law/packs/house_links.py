"""House rules for links with what is already known: nothing is done for the requesting state before each is decided.

No law: policy of this system. A deployment may tighten it, and loosen it only by a recorded decision with reasons.
"""

from rogatory.law.acts import COOPERATING
from rogatory.law.conditions import ALWAYS
from rogatory.law.norms import Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs.house import PACE_17_4, house
from rogatory.law.sources import Basis, Cite
from rogatory.law.vocabulary import hearing

links_decided = Norm(
    id="house-links-decided",
    source=house("what the registers answered is decided first")
    + PACE_17_4
    + Cite("European Convention on Human Rights", "Art. 13", "ETS 005"),
    bears_on=COOPERATING,
    effect=Effect.INQUIRES,
    when=ALWAYS,
    fulfilled=hearing.links_decided.yes,
    basis=Basis.POLICY,
    lifts="each link that must be examined is confirmed, or dismissed by two people, with reasons",
    says={
        "en": "Nothing is done for the requesting state before the check with the registers is finished and a named"
        " official has decided what they answered.",
        "fr": "Rien n'est fait pour l'État requérant tant que la vérification dans les registres n'est pas achevée et"
        " qu'un agent nommément désigné n'a pas statué sur leurs réponses.",
        "nl": "Er wordt niets voor de verzoekende staat gedaan zolang het nazicht in de registers niet is afgerond en een"
        " met naam genoemde ambtenaar niet heeft beslist over wat zij antwoordden.",
    },
    note="Whoever decides has what the registers know before them, or a remedy against the act is none. The words are the"
    " same for every register: they must not tell which one answered. No departure from a ruling lifts it.",
)

PACK = Pack(
    "house-links",
    "House rules: links with what is already known",
    (links_decided,),
    house=True,
)
