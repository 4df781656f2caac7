"""An invented seizure at a lawyer's place, to be looked at: nobody in it exists, and nothing in it happened."""

import io
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from django.conf import settings
from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont

from rogatory.law.acts import Role
from rogatory.material.questions import Asked
from rogatory.material.screens.found import Who
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import Configuration
from rogatory.registry.cases import door
from rogatory.registry.review import answering, reading, sealing
from rogatory.registry.review.readable import looking_at, readable
from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.placing import opened

LAWYER, CLIENT = "Dana Omarkhan <dana@omarkhan-law.example>", "Ruslan Tetiyev <r.tetiyev@mail.example>"
JOURNALIST = "Elise Carpentier <elise@gazette.example>"

_CONTRACT = """LOAN AGREEMENT KB-4471

between Kokzhar Bank ("the Bank") and Tobol Trade LLP ("the Borrower").

1. The Bank lends the Borrower 12,000,000 at 9 per cent a year.
2. The Borrower repays it in twelve instalments, the first on 1 March 2010.
3. The Borrower pledges its warehouse at Station Street 4.
4. Disputes go to the court at the seat of the Bank.

Signed on 14 January 2010.
"""
_RECORD = """RECORD OF INTERROGATION of the suspect Timur Ordabay, 9 November 2011, 23:40 to 06:15

Question: Who told you to sign the loan agreement KB-4471?
Answer: I signed what was put before me.
(The suspect was taken out of the room for two hours. After that he asked to add:)
Answer: Ruslan Tetiyev told me. I will say whatever you need. Please do not beat me again.

Read to the suspect. He did not wish to have a lawyer.
"""
_ADVICE = """Dear Ruslan,

This is privileged and confidential. My advice is that you do not answer their summons before we have the file.
As your lawyer I will ask for access to it, and for the record of the interrogation of Timur: as it stands it cannot
be used, because he was beaten.

Dana
"""
_STATEMENT = """date;what;amount
{month}-03;instalment KB-4471;1,000,000
{month}-11;rent warehouse, Station Street 4;42,000
{month}-28;interest KB-4471;90,000
"""


def files() -> Mapping[str, bytes]:
    """The files of the seizure by the names they had."""
    ask = mail(CLIENT, LAWYER, "Summons", "Dana, I got a summons as a suspect. What do I say about the bank?", "1")
    advice = mail(LAWYER, CLIENT, "Re: Summons", _ADVICE, "2")
    advice["In-Reply-To"] = "<1@mail.example>"
    quoted = "\n".join(f"> {line}" for line in _ADVICE.splitlines())
    thanks = mail(CLIENT, LAWYER, "Re: Re: Summons", f"Thank you. The contract is attached.\n\n{quoted}", "3")
    thanks["In-Reply-To"] = "<2@mail.example>"
    contract = _paper("Loan agreement", _CONTRACT)
    thanks.add_attachment(contract, "application", "pdf", filename="contract KB-4471.pdf")
    forwarded = mail(JOURNALIST, LAWYER, "Fwd: record", "Somebody sent me this. My source must stay unnamed.", "4")
    forwarded.add_attachment(_RECORD, filename="record.txt")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(zipfile.ZipInfo("backup/contract.pdf"), contract)
        packed.writestr(zipfile.ZipInfo("backup/notes.txt"), "Ask the bank for the ledger of 2010.")
    return {
        "Mail/001 Summons.eml": ask.as_bytes(),
        "Mail/002 Re Summons.eml": advice.as_bytes(),
        "Mail/003 Re Re Summons.eml": thanks.as_bytes(),
        "Mail/004 Fwd record.eml": forwarded.as_bytes(),
        "Mail/005 Lunch.eml": mail(CLIENT, LAWYER, "Lunch", "Lunch on Friday?", "5").as_bytes(),
        "Mail/006 Notice of the bank.eml": mail(
            "Kokzhar Bank <post@kokzhar.example>", CLIENT, "KB-4471: instalment received",
            "We have received the instalment of March 2010 for loan KB-4471.", "6",
        ).as_bytes(),
        "Mail/007 Newsletter.eml": mail(
            "Gazette <news@gazette.example>", LAWYER, "This week",
            "Refugees: a new law. Torture: the Court's judgment in five lines.\n\nThis e-mail is privileged and "
            "confidential; if you are not its addressee, delete it.", "7",
        ).as_bytes(),
        "Loan/contract KB-4471.txt": _CONTRACT.encode(),
        "Loan/contract KB-4471 draft.txt": _CONTRACT.replace("9 per cent", "11 per cent").encode(),
        "Loan/contract KB-4471 copy.txt": _CONTRACT.encode(),
        **{f"Loan/statement 2010-{n:02}.csv": _STATEMENT.format(month=f"2010-{n:02}").encode() for n in range(1, 9)},
        "Loan/valuation.txt": b"The warehouse at Station Street 4 is worth 15,000,000. Valuer: Joris Wittebols.",
        "Asylum/application.pdf": _paper(
            "Application for international protection",
            "Applicant: Timur Ordabay.\n\nI ask for asylum. I was arrested in 2011 and beaten until I signed.\n",
        ),
        "Asylum/interview.txt": (
            b"Office of the Commissioner General for Refugees. Notes of the personal interview of the asylum applicant "
            b"Timur Ordabay: he tells of electric shocks."
        ),
        "Asylum/заявление.txt": "Прошу предоставить мне убежище. Меня били на допросе.".encode(),
        "Medical/certificate.txt": b"Medical certificate. The patient Timur Ordabay has scars on both wrists.",
        "Members/list.csv": ("name;address\n" + "\n".join(
            f"member {n};member{n}@association.example" for n in range(1, 15))).encode(),
        "Private/birthday.txt": b"Cake, candles, and the small bicycle in the cellar.",
        "Private/school.txt": b"Dear parents, the school closes at noon on Friday.",
        "Private/recipe.txt": b"Flour, butter, apples. Half an hour in the oven.",
        "Photos/IMG_0412.jpg": _photograph("A warehouse.\nStation Street 4."),
        "Photos/page.png": _photograph("Dear Dana,\n\nkeep this page. They asked for it\nthree times.", "PNG"),
        "backup.zip": archive.getvalue(),
        "damaged.pdf": contract[:600],
        "empty.txt": b"",
    }  # fmt: skip


def mail(sender: str, to: str, subject: str, text: str, ident: str) -> EmailMessage:
    """A message."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Date"] = f"{ident.zfill(2)} Mar 2012 09:00:00 +0000"
    made["Message-ID"] = f"<{ident}@mail.example>"
    made.set_content(text)
    return made


def _paper(title: str, text: str) -> bytes:
    source = f"= {title}\n\n" + text.replace("\n", " \\\n")
    made = typst.compile(source.encode(), format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("a paper of one part is one file")
    return made


def _photograph(text: str, form: str = "JPEG") -> bytes:
    page, out = Image.new("L", (900, 640), 232), io.BytesIO()
    ImageDraw.Draw(page).multiline_text((60, 60), text, fill=25, font=ImageFont.load_default(30))
    page.rotate(1.2, fillcolor=205).save(out, form)
    return out.getvalue()


NAME = "S-1"
Do = Callable[..., door.Outcome]
"""Does an act in a role: role, act, case, object, and what was filled in."""
_LAWYERS = (Who(("Dana Omarkhan",), domains=("omarkhan-law.example",), source="register of the bar (invented)"),)
_CLIENTS = (Who(("Ruslan Tetiyev",), addresses=("r.tetiyev@mail.example",), source="mandate (invented)"),)
_JOURNALISTS = (Who(("Elise Carpentier",), addresses=("elise@gazette.example",), source="her paper (invented)"),)
_ILL_TREATED = (Who(("Timur Ordabay",), source="register of victims (invented)"),)
_LOOKED_FOR = Configuration(
    lawyers=_LAWYERS, clients=_CLIENTS, journalists=_JOURNALISTS, ill_treated=_ILL_TREATED,
    scope=Scope((Who(("Kokzhar Bank",), source="the request"),), ("KB-4471", "Tobol Trade")),
)  # fmt: skip
_READY = {asked: {ready.key: ready.values for ready in told} for asked, told in answering.READY.items()}
_SIFTED: tuple[tuple[str, str, str], ...] = (
    ("Mail/001", "y", "A client asks his lawyer for advice."),
    ("Mail/002", "y", "A lawyer's advice."),
    ("Mail/005", "n", "Nothing is said but lunch."),
    ("Loan/", "n", "Papers of a loan, none of them between lawyer and client."),
    ("Asylum/", "a", "Part of an asylum file."),
    ("Private/", "n", "Private, and no secret of a profession."),
)
"""What the observer has said of which items by the beginning of their names; the others wait."""
_REVIEWED: tuple[tuple[str, Asked, str, str], ...] = (
    ("Loan/", Asked.SCOPE, "y", "It is about the loan KB-4471."),
    ("Loan/", Asked.ORIGIN, "n", "Drawn up by the bank and the borrower."),
    ("Loan/contract", Asked.PROPORTIONALITY, "y", "The contract is what was asked for."),
    ("Private/", Asked.SCOPE, "n", "Nothing of the loan."),
)
"""What the reviewer has answered after the sift."""


def seize(do: Do, account: str, case: str) -> None:
    """Seal the invented seizure in a case, open the seal, read it, and review half of it.

    Args:
        do: Does an act.
        account: The investigating judge, who seals.
        case: Number of the case.
    """
    with TemporaryDirectory() as folder:
        for name, data in files().items():
            path = Path(folder, "office", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        sealing.seal(account, case, NAME, [Path(folder, "office")], holder="P1")
    ground = "Order 12 of the investigating judge"
    do(Role.INVESTIGATING_JUDGE, "open-seal", case, NAME, present="The delegate of the bar", ground=ground)
    kept = readable(case, NAME)
    with closing(opened(kept, settings.LEDGER, begin=True)) as ledger:
        ledger.look_for(_LOOKED_FOR)
    reading.read(case, NAME, processes=1, budget=Budget(ocr=False))
    until = (timezone.localdate() + timedelta(days=21)).isoformat()
    do(Role.INVESTIGATING_JUDGE, "give-inventory", case, "P1", seizure=NAME, until=until)
    with looking_at(kept) as looking:
        items = {
            path.decode().removeprefix("office/"): ident
            for ident, _, path, _, content in looking.all_items()
            if content
        }
    answers = [(start, Asked.PRIVILEGE, key, why, Role.PRIVILEGE_OBSERVER) for start, key, why in _SIFTED]
    answers += [(*told, Role.REVIEWER) for told in _REVIEWED]
    for start, asked, key, why, role in answers:
        for name in sorted(name for name in items if name.startswith(start)):
            told = {"items": [items[name]], "asked": asked.value, "values": _READY[asked][key], "reasons": why}
            do(role, "answer-item", case, NAME, **told)
    objects = {"items": [items["Loan/valuation.txt"]], "reasons": "The valuer is a witness I must protect."}
    do(Role.COUNSEL, "object-to-item", case, NAME, **objects)
    seen = {"items": [items["empty.txt"]], "saw": "A file without a single byte."}
    do(Role.PRIVILEGE_OBSERVER, "look-at-item", case, NAME, **seen)
