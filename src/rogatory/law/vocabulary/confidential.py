"""Which questions are answered out of an asylum file.

What a person told when asking for protection never reaches those it was told about (Directive 2013/32/EU, Articles 30
and 48; UNHCR on confidentiality). So what a finding on one of these questions rests on stands in the asylum compartment,
without anybody having to think of it. Anything else is put there by who enters it.
"""

from rogatory.law.vocabulary import hearing, material, person, proceeding

FROM_AN_ASYLUM_FILE: frozenset[str] = frozenset(
    question.id
    for question in (
        person.refugee_here,
        person.refugee_elsewhere,
        person.protection_granted_in_eu,
        person.protection_against_requesting_state,
        person.subsidiary_protection,
        person.asylum_pending,
        person.asylum_refused,
        person.excluded_1f,
        person.status_withdrawn,
        person.status_cancelled_for_request,
        person.danger_33_2,
        person.status_political_gesture,
        person.unhcr_warns,
        proceeding.same_as_protection,
        material.asylum_data,
        material.asylum_in_package,
        hearing.protection_asked,
    )
)
"""Identifiers of the questions whose sources come from an asylum file, or tell what stands in one."""
