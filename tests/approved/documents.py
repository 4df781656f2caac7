"""Documents as text, to be approved: what a reader would read, in order, with nothing of how it is set."""

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table


def as_text(document: Document) -> str:
    """The document as Markdown, for a person to approve."""
    head = [f"# {document.title}", "", *document.sender, ""]
    head += [f"To: {'; '.join(document.addressee)}", ""] if document.addressee else []
    head += [f"{document.place}, {document.day}", *(f"{what}: {number}" for what, number in document.references)]
    foot = [*document.signatory] if document.signatory else ["(not signed)"]
    annexes = [line for annex in document.annexes for line in ("", as_text(annex))]
    return (
        "\n".join([*head, *(line for block in document.blocks for line in _block(block)), "", *foot, *annexes]) + "\n"
    )


def _block(block: Block) -> list[str]:
    match block:
        case Heading(text, level):
            return ["", f"{'#' * (level + 1)} {text}", ""]
        case Paragraph(text, number, source, binding):
            told = f"**{text}**" if binding else text
            return [f"{f'{number}. ' if number else ''}{told}{f' [{source}]' if source else ''}"]
        case Listing(items):
            return [f"- {item}" for item in items]
        case Table(head, rows, caption):
            lines = [f"({caption})"] if caption else []
            return [*lines, *(f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows))]
