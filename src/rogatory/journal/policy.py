"""Whose word is taken: logs, witnesses and the quorum (C2SP tlog-policy)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rogatory.journal.note import NoteError, Type, Verifier

NONE = "none"
_LOG_WORDS = (2, 3)
_WITNESS_WORDS = (3, 4)
_GROUP_WORDS = 4


class PolicyError(ValueError):
    """A policy that cannot be read; the message names the line."""


@dataclass
class Policy:
    """A policy as read.

    Attributes:
        logs: Keys of the logs that are accepted.
        witnesses: Keys of the witnesses, by the name the policy gives them.
        urls: Where a witness takes checkpoints (its submission prefix), by that name; only those that have one.
        groups: How many of which members make a group, by its name.
        quorum: The witness or group without which no checkpoint counts; `none` asks for no witness.
    """

    logs: list[Verifier] = field(default_factory=list)
    witnesses: dict[str, Verifier] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorum: str = ""

    @classmethod
    def parse(cls, text: str) -> "Policy":
        """Read a policy file.

        Raises:
            PolicyError: A line that is none, a name used twice or not defined before, not exactly one quorum.
        """
        policy = cls()
        for number, line in enumerate(text.split("\n"), 1):
            words = line.split()
            if not words or words[0].startswith("#"):
                continue
            try:
                policy._read(words)
            except (NoteError, PolicyError) as error:
                msg = f"line {number}: {error}"
                raise PolicyError(msg) from error
        if not policy.quorum:
            msg = "no quorum line"
            raise PolicyError(msg)
        return policy

    def _read(self, words: list[str]) -> None:
        match words[0]:
            case "log" if len(words) in _LOG_WORDS:
                self.logs.append(self._key(words[1], Type.LOG))
            case "witness" if len(words) in _WITNESS_WORDS:
                self.witnesses[self._new(words[1])] = self._key(words[2], Type.WITNESS)
                if len(words) == max(_WITNESS_WORDS):
                    self.urls[words[1]] = words[3].rstrip("/")
            case "group" if len(words) >= _GROUP_WORDS:
                members = tuple(words[3:])
                self._known(members)
                self._free(members)
                self.groups[self._new(words[1])] = (_threshold(words[2], len(members)), members)
            case "quorum" if len(words) == len(("quorum", "name")) and not self.quorum:
                if words[1] != NONE:
                    self._known(words[1:])
                self.quorum = words[1]
            case _:
                msg = f"{' '.join(words)!r} is no line of a policy"
                raise PolicyError(msg)

    def _key(self, vkey: str, kind: Type) -> Verifier:
        key = Verifier.parse(vkey)
        if key.kind is not kind or key.public in {k.public for k in (*self.logs, *self.witnesses.values())}:
            msg = f"{key.name}: a key of the wrong type, or named twice"
            raise PolicyError(msg)
        return key

    def _new(self, name: str) -> str:
        if name == NONE or name in self.witnesses or name in self.groups:
            msg = f"{name!r} is taken"
            raise PolicyError(msg)
        return name

    def _known(self, names: Collection[str]) -> None:
        for name in names:
            if name not in self.witnesses and name not in self.groups:
                msg = f"{name!r} is not defined above"
                raise PolicyError(msg)

    def _free(self, members: Collection[str]) -> None:
        taken = {member for _, group in self.groups.values() for member in group}
        if taken & set(members) or len(set(members)) != len(members):
            msg = "a name is member of two groups, or twice of one"
            raise PolicyError(msg)

    def accepts(self, signers: Collection[Verifier]) -> bool:
        """Whether witnesses with these keys reach the quorum."""
        return self.quorum == NONE or self._holds(self.quorum, signers, self.groups)

    def _holds(
        self, name: str, signers: Collection[Verifier], groups: Mapping[str, tuple[int, tuple[str, ...]]]
    ) -> bool:
        if name in self.witnesses:
            return self.witnesses[name] in signers
        needed, members = groups[name]
        return sum(self._holds(member, signers, groups) for member in members) >= needed


def _threshold(word: str, members: int) -> int:
    needed = {"any": 1, "all": members}.get(word) or (int(word) if word.isascii() and word.isdigit() else 0)
    if not 1 <= needed <= members:
        msg = f"{word!r} of {members} members is no threshold"
        raise PolicyError(msg)
    return needed
