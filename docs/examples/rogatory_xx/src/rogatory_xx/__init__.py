"""Astria, a state that does not exist: Press Act, Article 7. One norm, to show how a national pack is written."""

from datetime import date

from rogatory.law.acts import EXECUTE
from rogatory.law.conditions import all_of
from rogatory.law.norms import Bound, Cure, Effect, Norm, Who
from rogatory.law.packs import Pack
from rogatory.law.sources import Basis, Check, Instrument
from rogatory.law.vocabulary import measure, person

PRESS_ACT = Instrument("XX-PRESS", "Astria, Press Act", "invented for the documentation of Rogatory")

journalists = Norm(
    id="xx-press-7-search-at-a-journalist",
    source=PRESS_ACT.article("7"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    kinds=("mla", "eio"),
    bound=Bound(Who.STATE, ("XX",)),
    since=date(2020, 1, 1),
    when=all_of(measure.type_.is_("search", "seizure"), person.journalist_or_writer.yes),
    cure=Cure(
        met=measure.domestic_authorisation.yes,
        obtain="the order of a judge, as for a search in a domestic case",
    ),
    basis=Basis.TEXT,
    check=Check.VERIFIED,
    says={
        "en": "A journalist's rooms and papers are searched for another state only on the order of a judge.",
        "fr": "Les locaux et papiers d'un journaliste ne sont fouillés pour un autre État que sur ordre d'un juge.",
        "nl": "De lokalen en papieren van een journalist worden voor een andere staat alleen op bevel van een rechter"
        " doorzocht.",
    },
    note="Invented: no state has this Act.",
)

PACK = Pack(
    id="astria",
    title="Astria: Press Act",
    norms=(journalists,),
    jurisdiction="XX",
)
