"""What the acts on links write down: a screening, a confirmation with its findings, a dismissal."""

from collections.abc import Iterator, Mapping
from typing import Any

from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.plain import must_be_plain, words
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import named
from rogatory.office.folds.linking import CaseLink, news
from rogatory.office.folds.screening import screening_json, weak_json


def proposal_name(question: str, about: str) -> str:
    """What a confirmation calls a proposed finding by.

    >>> proposal_name("person.refugee_here", "P1"), proposal_name("notice.deleted", "")
    ('person.refugee_here:P1', 'notice.deleted')
    """
    return f"{question}:{about}" if about else question


def screened(doing: Doing) -> Fields:
    """A screening: of which state of the case, what was found, what was looked through, and whether that is new.

    Raises:
        FormError: The registers were not asked, it is not said what of the case was matched, or a link proposes an
            answer to a question that there is not.
    """
    if doing.screening is None:
        raise FormError("screening", "the registers were not asked", "Have the case matched; nobody fills this in")
    if doing.seen not in {entry.seq for entry in doing.the_case.entries}:
        raise FormError("seen", "it is not said what of the case was matched", "Name the head the matching began with")
    recorded = screening_json(doing.screening, int(doing.seen or 0))
    must_be_plain(recorded, "screening")
    for number, link in enumerate(recorded["links"]):
        for place, proposal in enumerate(link["proposes"]):
            if proposal["question"] not in VOCABULARY:
                field = f"screening.links[{number}].proposes[{place}]"
                raise FormError(field, f"there is no question {proposal['question']!r}", "Mend the matching")
    weak = weak_json(doing.screening)
    must_be_plain(weak, "weak")
    fresh = sorted(news(doing.the_case.links, doing.number, recorded))
    return {"screening": recorded, "news": fresh, **({"weak": weak} if weak else {})}


def confirmed(doing: Doing) -> Fields:
    """A confirmation: what of the proposed is taken over becomes findings, the rest makes its questions live.

    The form names what is taken over in `takes` (`proposal_name`), and in `digest` the evidence the person had before
    them. What is taken over keeps the grade the link proposes; who thinks of another grade does not take it over, and
    answers the question, which is live then.

    Raises:
        FormError: The evidence is not what the person saw, or something is taken that is not proposed.
    """
    link = _as_seen(doing)
    answers = {proposal_name(p["question"], p["about"]): p for p in link.told["proposes"] if p["answer"]}
    takes = words(doing.form.get("takes"), "takes")
    for place, name in enumerate(takes):
        if name not in answers:
            known = ", ".join(answers) or "nothing"
            raise FormError(f"takes[{place}]", f"the link does not propose {name!r}", f"It proposes: {known}")
    taken = [_finding(doing, link, answers[name], answers[name]["answer"]) for name in dict.fromkeys(takes)]
    raised = [_finding(doing, link, proposal, "unknown") for proposal in _left(link, takes)]
    findings = [{**f, "id": f"{named('finding', doing.number)}-{n}"} for n, f in enumerate([*taken, *raised], 1)]
    names = [f["id"] for f in findings]
    return {
        "adds": {"findings": findings},
        "took": names[: len(taken)],
        "raised": names[len(taken) :],
        "digest": link.digest,
        **_apart(link),
    }


def dismissed(doing: Doing) -> Fields:
    """A dismissal, of the evidence named in `digest`; what an earlier confirmation brought is withdrawn with it.

    Raises:
        FormError: The evidence is not what the person saw.
    """
    link = _as_seen(doing)
    return {"digest": link.digest, "withdraws": list(link.brought), **_apart(link)}


def _as_seen(doing: Doing) -> CaseLink:
    link = doing.the_case.links[doing.object]
    if str(doing.form.get("digest") or "") != link.digest:
        problem = "the evidence of the link is not what was looked at"
        raise FormError("digest", problem, "Look at the link as it stands now, and give its digest")
    return link


def _left(link: CaseLink, takes: list[str]) -> Iterator[Mapping[str, Any]]:
    """What is proposed and not taken over: each question once."""
    done = set(takes)
    for proposal in link.told["proposes"]:
        name = proposal_name(proposal["question"], proposal["about"])
        if name not in done:
            done.add(name)
            yield proposal


def _finding(doing: Doing, link: CaseLink, proposal: Mapping[str, Any], answer: str) -> Fields:
    told = {part: proposal[part] for part in ("question", "about") if proposal[part]}
    graded = {} if answer == "unknown" else {"grade": proposal["grade"]}
    return {
        **told,
        **graded,
        "answer": answer,
        "known": doing.today,
        "by": doing.by,
        "source": f"Register {link.told['register']}, entry {link.told['entry']} ({link.name})",
        "note": proposal["why"],
        **_apart(link),
    }


def _apart(link: CaseLink) -> Fields:
    return {"compartment": link.compartment.value} if link.compartment else {}
