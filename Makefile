# Two commands: `make run` serves the portal, `make test` proves it. Both set up everything they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
PORT ?= 8000

export REFLEX_USE_NPM := 1
export REFLEX_TELEMETRY_ENABLED := false

.PHONY: run test check setup setup-dev build registers work bench lock format lint types contracts screenshots clean

run: setup ## serve on http://localhost:8000 (PORT= changes it)
	@PORT=$(PORT) $(BIN)/medportal serve

test: setup-dev ## all tests, browser journeys included
	@sh tools/test.sh

check: format lint types contracts test ## format, lint, types, import contracts, tests

setup: $(VENV)/made-of-requirements ## install what serving needs

setup-dev: $(VENV)/made-of-requirements-dev ## install what tests and checks need, too

# A stamp a lock file: nothing is installed twice, and what the lock holds is what runs.
$(VENV)/made-of-requirements: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "· Installing the packages of requirements.lock"
	@sh tools/install.sh requirements.lock
	@touch $@

$(VENV)/made-of-requirements-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "· Installing the packages of requirements-dev.lock"
	@sh tools/install.sh requirements-dev.lock
	@touch $@ $(VENV)/made-of-requirements

$(VENV)/bin/python:
	@echo "· Making a virtual environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit("MedPortal needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)" || \
		echo "· uv could not be installed; pip will do, only slower"

build: setup ## build the frontend if anything it is made of has changed
	@$(BIN)/medportal build

registers: setup ## serve the demonstration registers alone
	@$(BIN)/medportal registers

work: setup ## work off jobs; for portals on Redis
	@$(BIN)/medportal work

bench: setup-dev ## measure, and print the figures
	@$(BIN)/python -m tests.load

format: setup-dev
	@$(BIN)/ruff format --check .

lint: setup-dev
	@$(BIN)/ruff check .

types: setup-dev
	@$(BIN)/basedpyright

contracts: setup-dev
	@$(BIN)/lint-imports

screenshots: setup-dev ## take the pictures of docs/ anew
	@MEDPORTAL_SCREENSHOTS=docs/screenshots $(BIN)/python -m pytest tests/journeys

lock: $(VENV)/bin/python ## resolve pyproject.toml into the two lock files
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-annotate pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-annotate pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	@rm -rf .web .pytest_cache .ruff_cache .hypothesis .import_linter_cache assets/words assets/dictionaries assets/generated
