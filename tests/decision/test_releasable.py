"""What goes to the requesting state is made by a few makers, and rendered from what they made alone."""

import ast
import copy
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rogatory.decision.deciding import Choice, Outcome, Use
from rogatory.decision.releasing import releasable as makers
from rogatory.decision.releasing.citable import ABOUT_THE_PAPERS, GROUNDS, asks_of_papers_alone
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.releasable import LeakError, NotReleasableError, Part, Releasable, releasable
from rogatory.decision.releasing.state_text import for_requesting_state
from rogatory.law.conditions import atoms
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language
from tests.approved.documents import as_text
from tests.decision.drafts import LICENCE, founding, invented

SOURCE = Path(__file__).parents[2] / "src/rogatory"


def told(deciding, language=Language.EN) -> str:
    return as_text(for_requesting_state(releasable(deciding, confidential(deciding)), language))


def refused(*measures: str) -> tuple[Choice, ...]:
    return tuple(Choice(m, Outcome.REFUSE) for m in measures or ("bank", "talk"))


class TestOnlyMakersMake:
    def test_nobody_else_can(self):
        with pytest.raises(NotReleasableError):
            Releasable(Part.LETTER, (("en", "her asylum file"),))

    def test_one_cannot_be_made_of_another(self, law):
        one = next(makers.of_letter(founding(law).letter))
        with pytest.raises((NotReleasableError, ValueError)):
            replace(one, words=(("en", "her asylum file"),))
        assert copy.copy(one) == one

    @pytest.mark.parametrize("value", ["words", ("a", "tuple"), None, 7])
    def test_nothing_else_is_rendered(self, value):
        with pytest.raises(NotReleasableError):
            for_requesting_state([value])

    def test_not_even_something_that_looks_like_one(self, law):
        class Looks(Releasable):
            def text(self, language):
                return "her asylum file"

        made = object.__new__(Looks)
        with pytest.raises(NotReleasableError):
            for_requesting_state([made])

    def test_the_constructor_is_called_in_one_module(self):
        calls = {
            path.name
            for path in SOURCE.rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Releasable"
        }
        assert calls == {"releasable.py"}

    def test_what_renders_knows_neither_case_nor_ruling(self):
        tree = ast.parse((SOURCE / "decision/releasing/state_text.py").read_text("utf-8"))
        modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert modules <= {
            "collections.abc", "rogatory.decision.documents.catalogue", "rogatory.decision.documents.document",
            "rogatory.decision.releasing.releasable", "rogatory.law.wording",
        }  # fmt: skip

    def test_a_sentence_that_is_not_in_the_catalogue_is_none(self):
        with pytest.raises(KeyError):
            makers.missing("her asylum file")


class TestGrounds:
    def test_the_article_is_the_same_whatever_the_ground(self, law):
        plain = told(invented(law, *refused()))
        for finding in ("person.refugee_here", "person.relative_ill_treated", "request.persecution_purpose"):
            findings = f"findings: [{{question: {finding}, answer: yes}}]"
            assert told(invented(law, *refused(), findings=findings)) == plain
        assert "European Convention on Mutual Assistance in Criminal Matters (ETS 030), Art. 2." in plain

    def test_whatever_else_is_found_the_text_stays_the_same(self, law):
        papers = "\n  - {question: offence.no_dual_criminality, about: bank, answer: yes}"
        plain = told(invented(law, *refused(), findings=f"findings:{papers}"))
        others = [
            q for q in VOCABULARY.values() if q.id not in ABOUT_THE_PAPERS and q.values and q.id != "measure.type"
        ]
        others = [q for q in others if q.of.value in ("request", "person", "state", "proceeding", "remedy")]
        chance = random.Random(5)
        for _ in range(12):
            drawn = [(q.id, chance.choice(q.values)) for q in chance.sample(others, 12)]
            found = "".join(f"\n  - {{question: {q}, answer: {a}}}" for q, a in drawn)
            assert told(invented(law, *refused(), findings=f"findings:{papers}{found}")) == plain, drawn

    def test_nothing_but_the_papers_makes_a_question_about_them_live(self, law):
        of_papers = [t for t in law.triggers if t.slot.partition("@")[0] in ABOUT_THE_PAPERS]
        assert [t.slot for t in of_papers if {a.question for a in atoms(t.when)} - ABOUT_THE_PAPERS] == []

    def test_no_letter_below_an_article_is_named(self):
        places = {place for ground in GROUNDS.values() for place in ground.articles.values()}
        assert not any("(" in place and place.split("(")[1][:1].isalpha() for place in places)

    @pytest.mark.parametrize("outcome", Outcome)
    def test_every_outcome_has_one(self, law, outcome):
        assert (
            "ETS 030" in told(invented(law, *(replace(c, outcome=outcome) for c in refused())))
            or "law of the requested"
        )

    def test_without_a_treaty_the_own_law_is_named_in_general(self, law):
        deciding = invented(law, *refused())
        request = replace(deciding.case.request, kind="red-notice")
        assert "the law of the requested state on mutual assistance" in told(
            replace(deciding, case=replace(deciding.case, request=request))
        )

    def test_a_ground_in_the_papers_may_be_named(self, law):
        findings = "findings: [{question: offence.below_extradition_threshold, about: bank, answer: yes}]"
        deciding = invented(law, *refused(), findings=findings)
        assert all(asks_of_papers_alone(n.norm) for r in deciding.rulings for n in r.norms if _named(n, told(deciding)))

    def test_questions_about_the_papers_exist_and_concern_no_person(self):
        assert all(VOCABULARY[q].of.value in ("request", "measure") for q in ABOUT_THE_PAPERS)

    @pytest.mark.parametrize(
        "norm",
        ["echr-18-ulterior-purpose", "mla-rights-through-treaty-grounds", "refugee-mla-enhanced-inquiry",
         "house-undertaking-binds", "be-ki-2025-political-motive"],
    )  # fmt: skip
    def test_a_norm_about_the_person_is_never_named(self, law, norm):
        assert not asks_of_papers_alone(law.norm[norm])

    def test_some_norms_may_be_named(self, law):
        assert [n.id for n in law.norms if asks_of_papers_alone(n)]


def _named(state, text: str) -> bool:
    return "Named besides" in text and str(state.norm.source.cites[0]) in text.split("Named besides")[1]


class TestWhatIsTold:
    def test_a_person_is_called_as_they_wrote_and_nobody_else_is(self, law):
        deciding = invented(law, *refused())
        letter = replace(deciding.letter, persons=(("P1", "А. Измышлённый"),))
        text = told(replace(deciding, letter=letter))
        assert "А. Измышлённый" in text
        assert "Arben" not in text
        assert "Besa" not in text

    def test_a_measure_is_told_in_their_words_or_by_its_kind(self, law):
        deciding = invented(law, *refused())
        letter = replace(deciding.letter, measures=(("bank", "the statements of account 12"),))
        text = told(replace(deciding, letter=letter))
        assert "“the statements of account 12”: refused." in text
        assert "an interview: refused." in text
        assert "Statements of one account" not in text

    def test_conditions_are_told_by_their_limits_alone(self, law):
        choices = (Choice("bank", Outcome.CONDITIONS), Choice("talk", Outcome.REFUSE))
        text = told(invented(law, *choices, licences=(LICENCE,)))
        assert "It is used only in the proceedings your request names." in text
        assert "until 30 June 2027" in text
        assert "fraud" not in text

    @pytest.mark.parametrize("use", Use)
    @pytest.mark.parametrize("language", Language)
    def test_every_limit_of_use_has_words(self, law, use, language):
        licence = replace(LICENCE, uses=(use,))
        assert list(makers.condition(founding(law).letter, licence))[1].text(language)

    def test_what_is_missing_and_by_when(self, law):
        text = told(invented(law, missing=("facts", "translation"), answer_by=date(2025, 8, 1)))
        assert "a translation into a language we accept" in text
        assert "Please answer by 1 August 2025, that day included." in text

    def test_nothing_decided_yet_says_nothing_decided(self, law):
        assert "refused" not in told(invented(law))


class TestOwnWords:
    def test_harmless_ones_are_told(self, law):
        text = told(replace(founding(law), own_words="We regret that we cannot do more."))
        assert "We regret that we cannot do more." in text

    def test_those_that_tell_are_refused_with_everything_found(self, law):
        deciding = replace(founding(law), own_words="She was recognised as a refugee in October 2013.")
        with pytest.raises(LeakError) as refused_:
            told(deciding)
        assert {"refugee", "2013-10"} <= {leak.found for leak in refused_.value.leaks}
