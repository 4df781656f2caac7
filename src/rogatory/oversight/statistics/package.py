"""A publication as files: tables (CSV), their description (Data Package, Frictionless standards), all of it (JSON).

A value that is not told apart is written as `(other)`; which values those are is not told.
"""

import csv
import hashlib
import io
from collections.abc import Mapping
from typing import Any

from rogatory.law.wording.language import Language
from rogatory.oversight.statistics.groups import OTHER
from rogatory.oversight.statistics.publishing import Publication, as_json
from rogatory.oversight.statistics.wording import dimension_word, say, subject_word

Json = Any
WRITTEN_OTHER = "(other)"
"""Stands in files where values are not told apart."""
LICENCE: Mapping[str, str] = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_ORDER = (Language.EN, Language.FR, Language.NL)


def table_csv(found: Publication, subject: str) -> str:
    """The finest table of a subject that is told; only its heading where nothing is told of it.

    Raises:
        KeyError: There is no such subject in it.
    """
    cube = found.cubes[subject]
    dimensions = cube.dimensions if cube else ()
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write([*dimensions, "count"])
    for values, count in found.rows(subject, *dimensions).items():
        write([*(WRITTEN_OTHER if value == OTHER else value for value in values), count])
    return out.getvalue()


def description(found: Publication, office: str, published: str) -> Json:
    """The description of the tables, as `datapackage.json` holds it.

    Args:
        found: The publication.
        office: Name of the office.
        published: Moment of the publication (ISO 8601).
    """
    period = found.period
    told = {subject: cube.dimensions for subject, cube in found.told()}
    return {
        "profile": "tabular-data-package",
        "name": f"rogatory-{period.name.lower()}",
        "title": f"Requests for international criminal cooperation, {office or 'numbers of an office'}, {period.name}",
        "description": _how(found),
        "created": published,
        "licenses": [dict(LICENCE)],
        "temporal": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        "threshold": found.threshold,
        "not-told": [subject for subject in found.cubes if subject not in told],
        "resources": [_resource(found, subject, dimensions) for subject, dimensions in told.items()],
    }


def _resource(found: Publication, subject: str, dimensions: tuple[str, ...]) -> Json:
    data = table_csv(found, subject).encode()
    return {
        "profile": "tabular-data-resource",
        "name": subject,
        "path": f"{subject}.csv",
        "title": subject_word(subject, Language.EN),
        "titles": {language.value: subject_word(subject, language) for language in _ORDER},
        "description": _how(found),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "licenses": [dict(LICENCE)],
        "temporal": {"first": found.period.first.isoformat(), "last": found.period.last.isoformat()},
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [*map(_field, dimensions), _count(found.threshold)],
            "primaryKey": list(dimensions),
            "missingValues": [],
        },
    }


def _field(dimension: str) -> Json:
    return {
        "name": dimension,
        "type": "string",
        "title": dimension_word(dimension, Language.EN),
        "description": f"{WRITTEN_OTHER}: {say('how_other', Language.EN)}",
        "constraints": {"required": True},
    }


def _count(threshold: int) -> Json:
    return {
        "name": "count",
        "type": "integer",
        "title": dimension_word("count", Language.EN),
        "description": f"Events of at least {threshold} cases.",
        "constraints": {"required": True, "minimum": threshold},
    }


def _how(found: Publication) -> str:
    groups = say("how_groups", Language.EN, threshold=found.threshold, other=WRITTEN_OTHER)
    return f"{say('how_events', Language.EN)} {groups} {say('how_not', Language.EN)}"


def whole(found: Publication, office: str, published: str) -> Json:
    """All of it in one value: the description without its tables, and the groups."""
    told = description(found, office, published)
    del told["resources"]
    return told | as_json(found)
