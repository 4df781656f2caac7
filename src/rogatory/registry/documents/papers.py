"""From the words of a draft to a signed PDF, and what the door must know of a document before it lets an act pass.

The PDF is made before the journal is held, so that nobody waits for a signing key; the door then signs nothing but the
draft as it stands, or refuses, and the PDF is thrown away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils import timezone

from rogatory.decision.documents.document import Document
from rogatory.decision.releasing.leaks import Leak
from rogatory.decision.releasing.translation import words_of
from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.letters.wording import day_in
from rogatory.office.acts.doing import Kept, Paper
from rogatory.office.acts.writing import signers
from rogatory.office.filing import CONFIRM, DRAFT_DOCUMENT, EVERY_ACT, SIGN_DOCUMENT
from rogatory.office.folds.documents import OF_DOCUMENTS, Addressee, CaseDocument, Standing, named_in
from rogatory.office.folds.dossier import Dossier
from rogatory.office.perform import seconds
from rogatory.people.mandates import Actor
from rogatory.registry.accounts.models import Account
from rogatory.registry.documents import drafting, store
from rogatory.registry.documents.keys import authority, signing_key
from rogatory.typesetting.code import SigningError, code_of
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.text import PaperError


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken from the store for an act: what the door judges by, and the PDF if one was made."""

    kept: Kept | None = None
    pdf: bytes = b""


def concerns(act: str, form: Mapping[str, Any]) -> bool:
    """Whether an act is done to a document, or may send one: then the door must know what is kept of it."""
    return act != DRAFT_DOCUMENT.id and (act in OF_DOCUMENTS or act == CONFIRM.id or bool(form.get("document")))


def taken(actor: Actor, dossier: Dossier, act: str, obj: str, form: Mapping[str, Any], at: datetime) -> Taken:
    """What the office keeps of the document an act is done to or sends; for a signature, with the document on paper.

    Args:
        actor: Who acts.
        dossier: The case, as the door has it.
        act: Identifier of the act.
        obj: Identifier of its object.
        form: What was filled in.
        at: The moment.
    """
    case, proposal = dossier.case.id, dossier.proposals.get(obj) if act == CONFIRM.id else None
    if proposal is not None:
        name = named_in(proposal.act, proposal.object, proposal.entry.fields["form"])
    else:
        name = named_in(act, obj, form)
    found = dossier.documents.get(name)
    able = seconds(EVERY_ACT[proposal.act]) if proposal else EVERY_ACT[act].by if act in EVERY_ACT else ()
    if found is None or not actor.mandates_for(case, timezone.localdate(at), able):
        # For whoever may not do it nothing is prepared: the door looks at the mandate before anything else.
        return Taken()
    text = store.text_of(case, found.text)
    kept = Kept(
        text,
        None,
        lacking(text, found, dossier),
        tuple(dict.fromkeys(leak.secret.kind for leak in leaking(text, found, dossier))),
    )
    if act != SIGN_DOCUMENT.id or text is None or found.standing is not Standing.DRAFT or kept.unready or kept.leaks:
        return Taken(kept)
    mandates = actor.mandates_for(case, timezone.localdate(at))
    role = next((m.role for m in mandates if m.role in signers(found)), None)
    return Taken(kept) if role is None else _signed(kept, text, (actor.account, role), at)


def lacking(text: Document | None, found: CaseDocument, dossier: Dossier) -> tuple[str, ...]:
    """What a document lacks before it may be signed."""
    empty: tuple[str, ...] = () if text is not None and text.blocks else ("there are no words in it",)
    if text is not None and found.translation and found.translation.of != words_of(text):
        empty += ("its translation is of words that have changed since",)
    if not found.is_decision:
        return empty
    return empty + drafting.lacking(found, dossier)


def leaking(text: Document | None, found: CaseDocument, dossier: Dossier) -> tuple[Leak, ...]:
    """What the words of a document for the requesting state tell that it must not know."""
    if text is None or found.to is not Addressee.REQUESTING_STATE:
        return ()
    return drafting.leaking(text, dossier)


def _signed(kept: Kept, text: Document, by: tuple[str, Role], at: datetime) -> Taken:
    from rogatory.typesetting.signing import sign  # noqa: PLC0415 - see `typesetting.code`

    account, role = by
    name = Account.objects.values_list("full_name", flat=True).get(public_id=account)
    language = Language(text.language) if text.language in {m.value for m in Language} else Language.EN
    final = replace(
        text, draft=False, signatory=(name, term(role, language).capitalize()),
        day=day_in(timezone.localdate(at), text.language),
    )  # fmt: skip
    place = f"{settings.ADDRESS}/verify"
    try:
        made = sign(final, signing_key(), at=timezone.localtime(at), place=place, authority=authority())
        code = code_of(pdf(final))
    except (SigningError, PaperError) as error:
        return Taken(replace(kept, unready=(str(error),)))
    return Taken(replace(kept, paper=Paper(final, sha256(made).hexdigest(), code)), made)
