# One command for every job. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help test check fix approve mutants replay demo words bench lock clean wheel
.DELETE_ON_ERROR:
PYTHON ?= python3
VENV   ?= .venv
DIST   ?= dist
JOBS   ?= 3
QUIET  ?= --quiet
BIN    := $(VENV)/bin
# The system pip installs into .venv from outside: a bare Debian has neither
# ensurepip nor a writable system Python (PEP 668). Needs pip 23 or newer.
# Indexes, mirrors and certificates come from the machine's own pip settings.
PIP    := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check
HASHED := install $(QUIET) --no-compile --require-hashes --only-binary=:all:
# No index address may reach the hashed lists: every office has its own.
COMPILE = $(BIN)/uv pip compile --quiet --universal -p 3.11 --generate-hashes --only-binary :all: \
          --no-emit-index-url --no-header --no-annotate $(UPGRADE)

GETTEXT = $(abspath $(BIN))/python -m django

help: ## List the commands
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n",$$1,$$2}' $(firstword $(MAKEFILE_LIST))

$(VENV)/.ready: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed")'
	@$(PYTHON) -c 'import pip, sys; sys.exit(None if int(pip.__version__.split(".")[0]) >= 23 else "pip 23 or newer is needed")'
	@echo "Making $(VENV); this takes a minute the first time"
	@$(PYTHON) -m venv --without-pip --clear $(VENV)
	@$(PIP) $(HASHED) -r $<
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true # on every core; not all that others ship is Python of today
	@echo "$(CURDIR)/src" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/rogatory.pth"
	@printf '%s\n' '#!/bin/sh' 'exec "$$(dirname "$$0")/python" -m rogatory "$$@"' > $(BIN)/rogatory
	@chmod +x $(BIN)/rogatory
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.ready
	@$(PIP) $(HASHED) -r $<
	@touch $@

test: $(VENV)/.ready ## Run every test, doctests included
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal

check: $(VENV)/.ready ## Format, lint, layers and types
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy $(wildcard src tests bench)

fix: $(VENV)/.ready ## Apply the formatter and the safe lint fixes
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

approve: $(VENV)/.ready ## Rewrite the approved rulings; then read `git diff`
	ROGATORY_APPROVE=1 $(BIN)/python -m pytest -q -n $(JOBS) tests/approved tests/norms -k "approved"

mutants: $(VENV)/.ready ## Try every mutant of every norm against its approved situations
	$(BIN)/python -m tests.norms.test_tables

replay: $(VENV)/.ready ## Replay the decided cases
	@$(BIN)/python -m rogatory replay cases/decided

demo: $(VENV)/.ready ## Judge the founding case, and open an office with it on http://localhost:8000
	@$(BIN)/python -m rogatory demo

words: $(VENV)/.ready ## Gather and compile the words of the pages (needs GNU gettext)
	@cd src/rogatory/registry && $(GETTEXT) makemessages --verbosity 0 -l fr -l nl -e html,py --no-location --no-wrap --no-obsolete
	@cd src/rogatory/registry && $(GETTEXT) compilemessages --verbosity 0

bench: $(VENV)/.bench ## Measure the engine beside others
	$(BIN)/python -m bench

lock: $(VENV)/.ready ## Renew the hashed lists (UPGRADE=--upgrade takes newer versions)
	$(PIP) $(HASHED) -r requirements/lock.txt
	for list in run postgres dev bench lock; do $(COMPILE) requirements/$$list.in -o requirements/$$list.txt || exit 1; done

wheel: $(VENV)/.ready ## Build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel -d $(DIST)

clean: ## Remove everything that can be made again
	rm -rf $(VENV) build dist htmlcov .coverage .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find src tests $(wildcard bench) -name __pycache__ -type d -prune -exec rm -rf {} +
