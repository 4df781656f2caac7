"""What stands in a package, told twice for programs: as RO-Crate 1.1, and in the ontologies CASE and UCO.

Both are made of one inventory, and hold nothing beside it: no name a file had, no folder it lay in, no person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from rogatory.journal.leaf import JSON
from rogatory.material.items import Digest
from rogatory.packaging.forms import Form
from rogatory.packaging.snapshot import Licence, Snapshot
from rogatory.packaging.withheld import Ground, told

CRATE = "ro-crate-metadata.json"
CASE = "case.jsonld"
INVENTORY = "package.json"
_SPACE = UUID("7f1d7b3a-5c0e-5b0e-9d0e-6c1f2a9b4e55")
"""Of identifiers in CASE: made of what they name, so that the same package is described by the same bytes."""
_CRATE_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_CONFORMS = "https://w3id.org/ro/crate/1.1"
_SHA256 = "https://w3id.org/ro/terms/workflow-run#sha256"
_CASE_CONTEXT = {
    "kb": "urn:rogatory:package:",
    "core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "marking": "https://ontology.unifiedcyberontology.org/uco/marking/",
    "investigation": "https://ontology.caseontology.org/case/investigation/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A piece as it stands in the package.

    Attributes:
        file: Its file, below the payload.
        sha256: Digest of that file.
        size: Bytes of that file.
        media: Its media type.
        form: What was done so that it can leave.
        original: Digest of the bytes that were judged.
        licence: Name of its use limits.
    """

    file: str
    sha256: str
    size: int
    media: str
    form: Form
    original: Digest
    licence: str


def licence_file(name: str) -> str:
    """The file of use limits, below the payload."""
    return f"licences/{name}.txt"


def licence_text(licence: Licence) -> bytes:
    """What stands in that file."""
    return f"{licence.name}\n\n{licence.text.strip()}\n".encode()


def inventory(snapshot: Snapshot, listed: Sequence[Listed], lacking: int) -> dict[str, JSON]:
    """The inventory of a package; `lacking`: how many items have no form in which they can leave."""
    decision = snapshot.decision
    return {
        "at": snapshot.at.isoformat(),
        "decision": {"authority": decision.authority, "on": decision.on.isoformat(), "reference": decision.reference},
        "head": snapshot.head,
        "licences": {name: snapshot.licences[name].name for name in _used(listed)},
        "package": snapshot.package,
        "pieces": [
            {
                "file": one.file,
                "form": one.form.value,
                "licence": one.licence,
                "media": one.media,
                "original": one.original,
                "sha256": one.sha256,
                "size": one.size,
            }
            for one in listed
        ],
        "recipient": snapshot.recipient,
        "reference": snapshot.reference,
        "v": 1,
        "withheld": told({**snapshot.withheld, Ground.NO_FORM: snapshot.withheld.get(Ground.NO_FORM, 0) + lacking}),
    }


def crate(snapshot: Snapshot, listed: Sequence[Listed]) -> dict[str, Any]:
    """The package as RO-Crate 1.1; its root is the payload."""
    licences = {name: {"@id": licence_file(name)} for name in _used(listed)}
    described: list[dict[str, Any]] = [
        {"@id": INVENTORY, "@type": "File", "name": "Inventory", "encodingFormat": "application/json"},
        {"@id": CASE, "@type": "File", "name": "Description in CASE and UCO", "encodingFormat": "application/ld+json"},
    ]
    pieces: list[dict[str, Any]] = [
        {
            "@id": one.file,
            "@type": "File",
            "name": f"Item {number}",
            "encodingFormat": one.media,
            "contentSize": str(one.size),
            "sha256": one.sha256,
            "license": licences[one.licence],
        }
        for number, one in enumerate(listed, 1)
    ]
    limits: list[dict[str, Any]] = [
        {**licences[name], "@type": ["File", "CreativeWork"], "name": snapshot.licences[name].name,
         "encodingFormat": "text/plain"}
        for name in _used(listed)
    ]  # fmt: skip
    parts = [*pieces, *limits, *described]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": snapshot.package,
        "name": f"Package {snapshot.package}",
        "description": f"Sent under decision {snapshot.decision.reference} of {snapshot.decision.on.isoformat()}, "
        f"{snapshot.decision.authority}. Each item may be used within its limits only.",
        "datePublished": snapshot.at.isoformat(),
        "license": list(licences.values()),
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }
    head = {
        "@id": CRATE, "@type": "CreativeWork", "conformsTo": {"@id": _CONFORMS}, "about": {"@id": "./"},
    }  # fmt: skip
    return {"@context": [_CRATE_CONTEXT, {"sha256": _SHA256}], "@graph": [head, root, *parts]}


def case(snapshot: Snapshot, listed: Sequence[Listed]) -> dict[str, Any]:
    """The package in CASE and UCO: each file, what it was made of, and the limits it is marked with."""

    def kb(kind: str, *named: str) -> str:
        return f"kb:{kind}-{uuid5(_SPACE, chr(10).join((snapshot.package, kind, *named)))}"

    limits = {name: kb("limits", name) for name in _used(listed)}
    markings = [
        {
            "@id": limits[name],
            "@type": "marking:MarkingDefinition",
            "marking:definitionType": "terms-of-use",
            "marking:definition": {
                "@id": kb("terms", name),
                "@type": "marking:TermsOfUseMarking",
                "marking:definitionType": "terms-of-use",
                "marking:termsOfUse": snapshot.licences[name].text.strip(),
            },
        }
        for name in limits
    ]
    objects: list[Mapping[str, Any]] = []
    for number, one in enumerate(listed, 1):
        ident, source = kb("item", str(number)), kb("seized", str(number))
        objects += [
            {
                "@id": ident,
                "@type": "observable:File",
                "core:name": f"Item {number}",
                "core:objectMarking": {"@id": limits[one.licence]},
                "core:hasFacet": [
                    {"@id": kb("file", str(number)), "@type": "observable:FileFacet",
                     "observable:fileName": one.file, "observable:sizeInBytes": one.size},
                    _content(kb("content", str(number)), kb("hash", str(number)), one.sha256, one.media),
                ],
            },
            {
                "@id": source,
                "@type": "observable:ObservableObject",
                "core:description": "The bytes that were judged",
                "core:hasFacet": [_content(kb("judged", str(number)), kb("judged-hash", str(number)), one.original)],
            },
            {
                "@id": kb("made", str(number)),
                "@type": "observable:ObservableRelationship",
                "core:source": {"@id": ident},
                "core:target": {"@id": source},
                "core:kindOfRelationship": "Derived_From",
                "core:isDirectional": True,
                "core:description": one.form.value,
            },
        ]  # fmt: skip
    record = {
        "@id": kb("record"),
        "@type": "investigation:ProvenanceRecord",
        "core:description": f"Decision {snapshot.decision.reference} of {snapshot.decision.on.isoformat()}",
        "core:object": [{"@id": one["@id"]} for one in objects if one["@type"] == "observable:File"],
    }
    parts = [*markings, *objects, record]
    bundle = {
        "@id": kb("bundle"),
        "@type": "core:Bundle",
        "core:name": f"Package {snapshot.package}",
        "core:object": [{"@id": part["@id"]} for part in parts],
    }
    return {"@context": _CASE_CONTEXT, "@graph": [bundle, *parts]}


def _content(ident: str, digest_ident: str, sha256: str, media: str = "") -> dict[str, Any]:
    digest = {
        "@id": digest_ident,
        "@type": "types:Hash",
        "types:hashMethod": "SHA256",
        "types:hashValue": {"@type": "xsd:hexBinary", "@value": sha256},
    }
    facet: dict[str, Any] = {"@id": ident, "@type": "observable:ContentDataFacet", "observable:hash": [digest]}
    return facet | ({"observable:mimeType": media} if media else {})


def _used(listed: Sequence[Listed]) -> list[str]:
    """Names of the use limits under which something leaves; of others nothing is told."""
    return sorted({one.licence for one in listed})
