"""Decisions of bodies of the United Nations about states (JSON), in the words by which such decisions are cited.

No body gives them out as a table; this is a shape of our own: `body`, `communication_no`, `symbol`, `state_party`,
`decision_date`, `outcome`, and perhaps `articles`, `categories`, `substantive_issues`, `interim_measures`,
`follow_up_grade`. What was found is proposed; a decision that finds nothing, or is not on the merits, opens no
question.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rogatory.states.indices.reading import Edition, IndexDataError, Refused
from rogatory.states.record.entries import Kind
from rogatory.states.record.proposed import TORTURE, UNFAIR, UNHEARD, Proposal, Proposals, day_of, in_short, state_of

FOUND = frozenset({"violation", "arbitrary"})
"""Outcomes that find something against the state."""
OPENS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("CAT", "1"): (TORTURE,),
    ("CAT", "2"): (TORTURE,),
    ("CAT", "16"): (TORTURE,),
    ("CAT", "12"): (UNHEARD,),
    ("CAT", "13"): (UNHEARD,),
    ("CAT", "15"): (TORTURE, UNFAIR),
    ("CCPR", "7"): (TORTURE,),
    ("CCPR", "14"): (UNFAIR,),
    ("WGAD", "III"): (UNFAIR,),
}
"""Questions an article (or, of the Working Group on Arbitrary Detention, a category) opens. Article 3 of the Convention
against Torture is not here: who breaks it by sending somebody away need not torture."""
_NEEDED = ("body", "symbol", "state_party", "decision_date", "outcome")


def read_decisions(data: bytes, edition: Edition) -> Proposals:
    """Read decisions.

    Args:
        data: A JSON list of objects, in UTF-8.
        edition: Which release it is.

    Raises:
        IndexDataError: It is no such list.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise IndexDataError(f"it is no JSON: {error}; save the list again, in UTF-8") from error
    if not isinstance(told, list):
        raise IndexDataError("it is no list of decisions: write them in [ and ], one object each")
    found = Proposals(edition)
    for number, one in enumerate(told, 1):
        try:
            _take(number, one if isinstance(one, dict) else {}, found)
        except ValueError as error:
            found.refused.append(Refused(number, str(error)))
    return found


def _take(number: int, one: Mapping[str, Any], found: Proposals) -> None:
    if missing := [part for part in _NEEDED if not isinstance(one.get(part), str) or not one[part].strip()]:
        raise ValueError(f"{', '.join(missing)}: missing, or no text")
    outcome, body = one["outcome"].strip(), one["body"].strip()
    on, state = day_of(one["decision_date"], "decision_date"), state_of(one["state_party"].strip(), "state_party")
    if outcome not in FOUND:
        found.passed_over.append(Refused(number, f"{one['symbol']}: outcome {in_short(outcome)!r} opens no question"))
        return
    grounds = [*_words(one, "articles"), *_words(one, "categories")]
    bears = tuple(dict.fromkeys(q for ground in grounds for q in OPENS.get((body, ground), ())))
    look = ["the decision itself, and what the state has answered"]
    if not bears:
        look.insert(0, "which question it opens: its articles tell of none here")
    ignored = _ignored(one)
    says = f"{body} has found {outcome if outcome == 'arbitrary' else 'a ' + outcome}"
    says += f" ({', '.join(map(in_short, grounds))})" if grounds else ""
    says += f": {', '.join(map(in_short, issues))}" if (issues := _words(one, "substantive_issues")) else ""
    says += "; interim measures were asked for and not kept" if ignored else ""
    where = in_short(str(one.get("communication_no") or "")) or one["symbol"]
    cited = in_short(one["symbol"])
    made = Proposal(f"decision {number}", state, Kind.UN_FINDING, on, in_short(says), cited, where, bears)
    found.proposals.append(replace(made, look=tuple(look)))


def _words(one: Mapping[str, Any], part: str) -> list[str]:
    told = one.get(part) or []
    if not isinstance(told, list) or not all(isinstance(word, str) for word in told):
        raise ValueError(f"{part} is no list of texts")
    return told


def _ignored(one: Mapping[str, Any]) -> bool:
    told = one.get("interim_measures")
    return isinstance(told, dict) and told.get("requested") is True and told.get("complied") is False
