"""An invented seizure at a lawyer's place, to be looked at: nobody in it exists, and nothing in it happened."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import typst
from PIL import Image, ImageDraw, ImageFont

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
