"""What somebody fills in by chance."""

from hypothesis import strategies as st

from rogatory.law.vocabulary import VOCABULARY

any_number = st.integers(0, 10_000)
when = st.sampled_from(["", "2026-01-15", "2026-03-02", "2026-03-04", "2026-06-01"])
findings = st.fixed_dictionaries(
    {
        "question": st.sampled_from(
            sorted(VOCABULARY) + ["remedy.pending", "remedy.period_running", "check.second_person_and_receipt"] * 12
        ),
        "answer": any_number,
        "about": st.sampled_from(["", "", "P1", "P2", "interview", "record", "I1"]),
        "against": st.sampled_from(["", "", "ill-treatment", "death-penalty"]),
        "grade": st.sampled_from(["alleged", "arguable", "substantial", "established"]),
        "since": when,
        "until": when,
        "as_of": when,
        "replaces": any_number,
    }
)
