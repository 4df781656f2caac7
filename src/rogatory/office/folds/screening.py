"""What an entry records of a screening: every link and what was looked through, in plain values.

The screening itself is made outside the door (`rogatory.linkage`), by whoever opens it, on the case and the registers
as they stand; it is never part of a form, or anybody could hand in one that found nothing. Bits are written as text:
the journal holds no fractions.

How a case is screened, by whoever opens the door; after its registration, whenever one of `WHAT_IS_MATCHED` changed and
whenever a register did:

1. fold the case and take note of its head;
2. ask each register for it, in the name of whoever screens: somebody who may do `screen`, or the account that holds the
   role of standing queries (`custody`);
3. outside any transaction match the case with what they hold; leave out links with entries that are there to detect
   fishing, and tell of them (`register_answers.hits`). A register that was not reached, or barred the query, has its
   line in the coverage with the problem; a kind that is not kept here has one without a register;
4. do `screen` with the head as `Attempt.seen` and the result as `Attempt.screening`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rogatory.linkage.evidence import Evidence, Missing
from rogatory.linkage.model import Band, Link, Looked, Proposal, Screening, Step
from rogatory.registers.model import RegisterKind

Json = Any
WHAT_IS_MATCHED = ("persons", "relations", "proceedings")
"""Parts of a case file that screening reads: once one of them has changed, an earlier screening says nothing of it."""


def screening_json(screening: Screening, head: int) -> dict[str, Json]:
    """A screening as the entry of `screen` records it.

    Args:
        screening: The screening.
        head: Number of the last entry of the case as it was matched (`Dossier.head`).
    """
    return {
        "head": head,
        "state": screening.state,
        "links": [link_json(link) for link in screening.links],
        "counted": [[register, number] for register, number in screening.counted],
        "coverage": [_looked(line) for line in screening.coverage],
    }


def weak_json(screening: Screening) -> list[Json]:
    """The links that were too weak to be shown, in plain values: auditors draw from them, and nobody else sees them."""
    return [
        {
            "register": one.register,
            "by": one.by.value,
            "object": one.object,
            "closeness": one.closeness.value if one.closeness else None,
            "needed": None if one.needed is None else _bits(one.needed),
            "bits": [[family.value, _bits(bits)] for family, bits in one.bits],
        }
        for one in screening.weak
    ]


def link_json(link: Link) -> dict[str, Json]:
    """A link in plain values, by the names of its parts; `with` is the person or proceeding of the entry."""
    return {
        "id": link.id,
        "digest": link.digest,
        "register": link.register,
        "kind": link.kind.value,
        "entry": link.entry,
        "by": link.by.value,
        "object": link.object,
        "with": link.with_,
        "band": link.band.value,
        "closeness": link.closeness.value if link.closeness else None,
        "evidence": [_evidence(piece) for piece in link.evidence],
        "path": [_step(step) for step in link.path],
        "missing": [_missing(what) for what in link.missing],
        "proposes": [_proposal(proposal) for proposal in link.proposes],
        "says": link.says,
        "compartment": link.compartment.value if link.compartment else None,
        "status": link.status,
        "states": list(link.states),
    }


def no_registers() -> Screening:
    """What screening gives where no register is kept: nothing was looked through, and every kind says so."""
    lines = (Looked("", kind, None, "", (), "no register of this kind is kept here") for kind in RegisterKind)
    return Screening((), (), tuple(lines))


def is_complete(coverage: Sequence[Mapping[str, Json]]) -> bool:
    """Whether every register kept here was looked through wholly.

    Every kind of register has its line: a line without a register says that none of this kind is kept. At least one
    register must have been there to look through, or nothing was searched.

    Args:
        coverage: The lines of a recorded screening.
    """
    kinds = {line["kind"] for line in coverage}
    kept = [line for line in coverage if line["register"]]
    reached = all(line["entries"] is not None and not line["problem"] for line in kept)
    return kinds == {kind.value for kind in RegisterKind} and bool(kept) and reached


def shown(links: Iterable[Mapping[str, Json]]) -> list[Mapping[str, Json]]:
    """The links of a recorded screening that a human is shown; those too weak are only counted."""
    return [link for link in links if link["band"] != Band.COUNTED.value]


def _looked(line: Looked) -> dict[str, Json]:
    told: dict[str, Json] = {"register": line.register, "kind": line.kind.value, "entries": line.entries}
    return {**told, "as_of": line.as_of, "names": list(line.names), "problem": line.problem}


def _evidence(piece: Evidence) -> dict[str, Json]:
    return {
        "family": piece.family.value,
        "bits": _bits(piece.bits),
        "left": {"text": piece.left.text, "where": piece.left.where},
        "right": {"text": piece.right.text, "where": piece.right.where},
        "says": piece.says,
        "steps": list(piece.steps),
    }


def _step(step: Step) -> dict[str, Json]:
    bits = None if step.bits is None else _bits(step.bits)
    told = {"start": step.start, "relation": step.relation, "end": step.end, "source": step.source}
    return {**told, "bits": bits}


def _missing(what: Missing) -> dict[str, Json]:
    return {"what": what.what, "of": what.of, "why": what.why}


def _proposal(proposal: Proposal) -> dict[str, Json]:
    told = {"question": proposal.question, "about": proposal.about, "answer": proposal.answer}
    return {**told, "grade": proposal.grade, "why": proposal.why}


def _bits(bits: float) -> str:
    return f"{bits:.2f}"
