"""The ways in: the door itself, the API, the pages, the command line; what came of an attempt is one word for all."""

import json
from collections.abc import Callable
from typing import Any

import yaml
from typer.testing import CliRunner

from rogatory.cli import app
from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import STAFFING
from rogatory.office.perform import Barred
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door
from rogatory.registry.ledger import reading
from rogatory.registry.ledger.models import Entry
from tests.registry.access.people import CSRF, Everybody, file, table

ACTS = {row["act"]: row for row in table("acts.csv")}
Who = tuple[str, str]


def on(everybody: Everybody, act: str) -> str:
    """Identifier of what an act is tried on."""
    obj = ACTS[act]["object"]
    return everybody.objects.get(obj, obj)


def by_door(everybody: Everybody, act: str, who: Who) -> str:
    case = "" if act == "register" or act in STAFFING else everybody.case
    form = everybody.form(act)
    try:
        outcome = door.do(everybody.accounts[who], act, case, on(everybody, act), form, seen=everybody.head)
    except (door.NoSuchCaseError, UnknownObjectError):
        return "none"
    except FormError as error:
        return f"form: {error}"
    if isinstance(outcome.result, Barred):
        return _barred([o.hurdle.value for o in outcome.result.obstacles])
    return "waits" if outcome.result.waits else "done"


def by_api(everybody: Everybody, act: str, who: Who) -> str:
    client, headers = everybody.program, {"Authorization": f"Bearer {everybody.tokens[who]}"}
    if act == "read":
        return {200: "done", 404: "none"}[client.get(f"/api/v1/cases/{everybody.case}", headers=headers).status_code]
    body: dict[str, Any] = {"object": on(everybody, act), "form": everybody.form(act), "seen": everybody.head}
    path = f"cases/{everybody.case}/acts/{act}"
    if act == "register":
        path, body = "cases", body["form"]
    elif act in STAFFING:
        path = f"office/acts/{act}"
    answer = client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=headers)
    told = answer.json()
    match answer.status_code:
        case 200 | 201:
            return "waits" if told["waits"] else "done"
        case 404:
            return "none"
        case 403 | 409 | 412:
            found = _barred([o["hurdle"] for o in told["obstacles"]])
            right = 403 if found == "role" else 412 if "stale" in found else 409
            return found if right == answer.status_code else f"{found} told as {answer.status_code}"
        case _:
            return f"{answer.status_code}: {told}"


def by_page(everybody: Everybody, act: str, who: Who) -> str:
    client = everybody.signed_in(who)
    if act == "read":
        return {200: "done", 404: "none"}[client.get(f"/cases/{everybody.case}").status_code]
    before = Entry.objects.order_by("-seq").values_list("seq", flat=True)[0]
    address = {"register": "/cases/register"}.get(act, f"/cases/{everybody.case}/acts/{act}")
    filled = {"object": on(everybody, act), "seen": everybody.head, **_on_paper(everybody, act)}
    if act in STAFFING:
        address, filled = _in_the_office(everybody, act)
    answer = client.post(address, {**filled, "csrfmiddlewaretoken": CSRF})
    shows_a_link = act in ("open-account", "new-link") and answer.status_code == 200
    if answer.status_code in (302, 409) or shows_a_link:
        new = Entry.objects.filter(seq__gt=before).exclude(act="read").order_by("-seq").first()
        if new is None:
            return f"{answer.status_code} and nothing recorded"
        if answer.status_code != 409:
            return "waits" if new.act == "proposed" else "done"
        (recorded,) = reading.of_numbers([new.seq])
        return _barred([o["hurdle"] for o in recorded.fields["obstacles"]])  # type: ignore[index,union-attr,call-overload,misc]
    text = answer.content.decode()
    there_is_none = "cannot be done to" in text or "waits for a second person" in text
    if answer.status_code == 404 or (answer.status_code == 422 and there_is_none):
        return "none"
    return f"{answer.status_code}"


def by_command(everybody: Everybody, who: Who, path: str) -> str:
    """Registering on the command line; the only act it has."""
    address = Account.objects.get(public_id=everybody.accounts[who]).email
    ran = CliRunner().invoke(app, ["import-case", path, "--as", address])
    if ran.exit_code == 0:
        return "done"
    return (
        "role" if "to register the request is for" in ran.output or "there is no mandate" in ran.output else ran.output
    )


def _on_paper(everybody: Everybody, act: str) -> dict[str, Any]:
    """What is filled in on a page: the same as in a form of the API, in the fields of the page."""
    form = everybody.form(act)
    if "mandate" in form:
        told = dict(form["mandate"])
        return {**told, "email": _address(told.pop("account"))}
    written: dict[str, Callable[[], dict[str, Any]]] = {
        "register": lambda: {"text": yaml.safe_dump(form["file"])},
        "enter": lambda: {"text": yaml.safe_dump(form["adds"])},
        "attach": lambda: {**form, "documents": form["documents"][0]},
        "find": lambda: {**form, "grade": "established"},
        "draft-document": lambda: {**form, "text": json.dumps(form["text"])},
        "set-hearing": lambda: {**form, "at": form["at"][:16]},
        "record-hearing": lambda: {**form, "came": "\n".join(f"{r['who']}, {r['as']}" for r in form["came"])},
        "invite-counsel": lambda: {"email": _address(form["account"])},
    }
    return written[act]() if act in written else {name.replace("-", "_"): value for name, value in form.items()}


def _address(account: str) -> str:
    return Account.objects.get(public_id=account).email


def _in_the_office(everybody: Everybody, act: str) -> tuple[str, dict[str, Any]]:
    """The page of the administration on which an act on the office is done, and what is filled in there."""
    form = everybody.form(act)
    if act == "open-account":
        return "/administration", form
    if act == "appoint":
        told = dict(form["mandate"])
        return f"/administration/people/{told.pop('account')}", {**told, "act": act}
    if act == "dismiss":
        account = everybody.office.accounts[Role.AUDITOR]
        return f"/administration/people/{account}", {"act": act, "mandate": on(everybody, act)}
    return f"/administration/people/{on(everybody, act)}", {**form, "act": act}


def _barred(hurdles: list[str]) -> str:
    found = set(hurdles)
    return "role" if found & {"role", "mandate"} else " ".join(sorted(found))


def a_file_to_register(folder: Any) -> str:
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump({"id": "x", **file()}), "utf-8")
    return str(path)
