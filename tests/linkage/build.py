"""Foreign proceedings built of what is told of them."""

from rogatory.casefile.parties import Party, Proceeding, Told


def some(**parts):
    return parts


def told(*words, where="letter, p. 2"):
    return tuple(Told(w, where) for w in words)


def proceedings(ident="X", state="KZ", **parts):
    for name in ("references", "related", "articles", "offences", "amounts"):
        parts[name] = told(*parts.get(name, ()))
    parts["parties"] = tuple(Party(name=n, role="accused") for n in parts.get("parties", ()))
    return Proceeding(ident, state, **parts)
