"""An office sets the registry up on an empty machine and serves it, by the command line alone."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import yaml

PROGRAM = [sys.executable, "-m", "rogatory"]
PASSWORD = "seven grey herons at dusk"  # noqa: S105  nobody's


def machine(folder):
    """The machine of an office: nothing is set but the folder."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ROGATORY_", "DATABASE_", "DJANGO"))
    }
    return kept | {"PYTHONPATH": "src", "ROGATORY_DATA": str(folder)}


@pytest.fixture
def environment(tmp_path):
    """A machine on which nothing was done yet."""
    return machine(tmp_path / "data")


def run(environment, *words, told=""):
    options = {"input": told, "capture_output": True, "text": True, "timeout": 120}
    return subprocess.run([*PROGRAM, *words], check=False, env=environment, **options)


@pytest.fixture(scope="module")
def set_up_once(tmp_path_factory):
    """A folder in which a registry was set up, and what was said then."""
    folder = tmp_path_factory.mktemp("set-up") / "data"
    words = ("--administrator", "chief@office.example", "--name", "An Chief", "--lang", "nl", "--password-stdin")
    done = run(machine(folder), "init", *words, told=PASSWORD)
    assert done.returncode == 0, done.stderr
    return folder, done


@pytest.fixture
def set_up(environment, set_up_once):
    """The same on this machine."""
    made, done = set_up_once
    shutil.copytree(made, environment["ROGATORY_DATA"])
    return done


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_the_registry_is_set_up_served_and_stopped(environment, set_up):
    folder = Path(environment["ROGATORY_DATA"])
    assert "chief@office.example can sign in" in set_up.stdout
    assert folder.stat().st_mode & 0o077 == 0, "the data folder is its owner's alone"
    for secret in ("secret-key", "journal-key"):
        assert (folder / secret).stat().st_mode & 0o077 == 0, secret
    before = (folder / "secret-key").read_text("ascii"), (folder / "journal-key").read_text("utf-8")
    assert run(environment, "init").returncode == 0
    assert before == ((folder / "secret-key").read_text("ascii"), (folder / "journal-key").read_text("utf-8"))

    port = free_port()
    with subprocess.Popen(
        [*PROGRAM, "serve", "--port", str(port), "--workers", "2"], env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr
        assert server.stderr.readline() == f"Serving at http://localhost:{port}; Ctrl+C ends it.\n"
        for _ in range(100):
            line = json.loads(server.stderr.readline())
            if "Booting worker" in line["event"]:
                break
        for wait in range(50):
            try:
                with urllib.request.urlopen(f"http://localhost:{port}/health/ready") as answer:
                    assert json.load(answer)["status"] == "ready"
                break
            except OSError:
                time.sleep(0.1 * wait)
        for _ in range(20):
            urllib.request.urlopen(f"http://localhost:{port}/account/login/").close()
        with urllib.request.urlopen(f"http://localhost:{port}/metrics") as answer:
            assert 'requests_total{route="account/login/",status="2xx"} 20' in answer.read().decode()
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0


def test_a_weak_password_for_the_first_administrator_is_refused(environment):
    done = run(environment, "init", "--administrator", "a@b.example", "--name", "A", "--password-stdin", told="short")
    assert done.returncode == 2
    assert "rogatory: This password is too short." in done.stderr


def test_what_was_not_set_up_is_not_served(environment):
    done = run(environment, "serve", "--port", str(free_port()))
    assert done.returncode == 2
    assert "has no secret key. Run `rogatory init` first." in done.stderr


def test_a_public_address_without_a_proxy_is_not_served(environment, set_up):
    done = run(environment | {"ROGATORY_ADDRESS": "https://registry.example"}, "serve", "--port", str(free_port()))
    assert done.returncode == 2
    assert "set ROGATORY_PROXIES=1" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ROGATORY_ADDRESS", "http://registry.example", "what others can reach is served over https"),
        ("ROGATORY_ADDRESS", "registry.example", "write it like https://registry.example"),
        ("ROGATORY_DEBUG", "maybe", "write yes or no"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_mend(environment, name, value, says):
    done = run(environment | {name: value}, "init")
    assert done.returncode == 2
    assert name in done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("{", "line 1: not JSON"),
        ('{"ldap": []}', 'write {"oidc": [...], "saml": [...]}'),
        ('{"oidc": [{"id": "justice"}]}', "oidc[0]: name is missing"),
        (
            '{"oidc": [{"id": "j", "name": "J", "server_url": "https://j.eu", "client_id": "r", "secret": "$GONE"}]}',
            "oidc[0].secret: the environment has no GONE",
        ),
    ],
)
def test_a_sign_on_file_that_cannot_be_read_is_named_with_its_place(environment, tmp_path, told, says):
    (tmp_path / "sign-on.json").write_text(told, "utf-8")
    done = run(environment | {"ROGATORY_SIGN_ON": str(tmp_path / "sign-on.json")}, "init")
    assert done.returncode == 2
    assert says in done.stderr


def test_an_office_opens_an_account_and_hands_over_the_link(environment, set_up):
    done = run(environment, "manage", "open_account", "clerk@office.example", "A Clerk", "--language", "fr")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^http://localhost:8000/account/password/reset/key/\w+-\S+/$", done.stdout, re.MULTILINE)
    again = run(environment, "manage", "open_account", "clerk@office.example", "A Clerk")
    assert "has an account already" in again.stderr


def test_a_public_deployment_passes_djangos_own_checks(environment, set_up):
    public = environment | {"ROGATORY_ADDRESS": "https://registry.example"}
    done = run(public, "manage", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_the_help_does_not_enter_django(environment):
    words = [sys.executable, "-X", "importtime", "-m", "rogatory", "--version"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert "django" not in done.stderr


ROOT = Path(__file__).parents[3]


def test_every_variable_of_the_environment_is_explained_and_no_other():
    places = ("registry/settings.py", "cli/material.py")
    code = "".join((ROOT / "src/rogatory" / place).read_text("utf-8") for place in places)
    read = set(re.findall(r"\"(ROGATORY_[A-Z_]+|DATABASE_URL)\"", code))
    page = (ROOT / "docs/operations.md").read_text("utf-8")
    told = set(re.findall(r"^\| `(ROGATORY_[A-Z_]+|DATABASE_URL)`", page, re.MULTILINE))
    told |= {f"ROGATORY_MAIL{end}" for end in ("_HOST", "_PORT", "_USER", "_PASSWORD", "_FROM") if end in page}
    assert told - {"DATABASE_URL"} == read - {"DATABASE_URL"}


def test_the_example_of_the_environment_sets_nothing_unknown():
    known = (ROOT / "docs/operations.md").read_text("utf-8")
    for name in re.findall(r"^#?([A-Z_]+)=", (ROOT / "deploy/rogatory.env.example").read_text("utf-8"), re.MULTILINE):
        assert name.replace("ROGATORY_MAIL", "") in known


def test_the_compose_file_can_be_read_and_shows_the_database_to_nobody():
    told = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text("utf-8"))
    services = told["services"]
    assert set(services) == {"app", "worker", "database", "proxy"}
    assert services["database"]["networks"] == ["back"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    for name, service in services.items():
        assert set(service["networks"]) <= set(told["networks"]), name
        named = {volume.partition(":")[0] for volume in service.get("volumes", ()) if not volume.startswith(".")}
        assert named <= set(told["volumes"]), name
        assert set(service.get("depends_on", ())) <= set(services), name
    for name in ("app", "worker"):
        assert services[name]["volumes"] == ["data:/var/lib/rogatory"], "one journal key, one folder of exports"
        assert services[name]["environment"] == services["app"]["environment"]


def test_what_is_deployed_sets_only_what_the_settings_read_and_runs_only_commands_there_are(environment):
    settings = (ROOT / "src/rogatory/registry/settings.py").read_text("utf-8")
    services = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text("utf-8"))["services"]
    image = (ROOT / "deploy/Containerfile").read_text("utf-8")
    units = [(ROOT / "deploy" / f"{name}.service").read_text("utf-8") for name in ("rogatory", "rogatory-worker")]
    for name in {*services["app"]["environment"], *re.findall(r"ROGATORY_\w+", image)} - {"DATABASE_URL"}:
        assert f'"{name}"' in settings, name
    lines = [*re.findall(r"rogatory (?:init|serve|work)[^&<\"]*", image)]
    lines += [
        " ".join(words) for words in (services["worker"]["command"], services["worker"]["healthcheck"]["test"][1:])
    ]
    lines += [line.partition("=/opt/rogatory/bin/")[2] for unit in units for line in re.findall(r"ExecStart=.*", unit)]
    assert len(lines) == 6
    for line in lines:
        program, command, *options = line.split()
        assert program == "rogatory"
        told = run(environment | {"COLUMNS": "200"}, command, "--help").stdout
        assert told
        assert all(option in told for option in options if option.startswith("--")), line
    assert services["worker"]["depends_on"] == {"app": {"condition": "service_healthy"}}, (
        "the tables are made by the app"
    )


def test_the_list_for_postgresql_pins_what_the_tests_were_run_with():
    dev, more = ((ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("dev", "postgres"))
    for name in ("psycopg", "psycopg-binary"):
        (pin,) = re.findall(rf"^{name}==\S+", more, re.MULTILINE)
        assert pin in dev
