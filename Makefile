# Two commands are enough: `make run` and `make test`. Both set up all that they need in .venv and var/.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
LOCKED = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

.PHONY: run check test lint bench drill e2e coverage format lock audit sbom clean help

help:
	@echo "make run    set up, load reference data and demo content, serve on http://$(HOST):$(PORT)"
	@echo "make check  before every commit: lint, types, the tests of what was changed (under a minute)"
	@echo "make test   set up and run the whole test suite"
	@echo "make lint   ruff, mypy, import-linter, makemigrations --check"
	@echo "make coverage  which lines and branches the tests reach (without journeys)"
	@echo "make e2e    browser journeys (need chromium-headless-shell)"
	@echo "make bench  the project's own figures"
	@echo "make drill  a whole installation on this machine, of which each part is killed (deploy/drill)"
	@echo "make lock   write requirements.lock anew from requirements.txt, with hashes"
	@echo "make audit  look for known faults in what is locked"
	@echo "make sbom   write var/sbom.json, the list of what is inside (CycloneDX)"

$(VENV)/run.stamp: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/run.stamp $@

run: $(VENV)/run.stamp
	$(BIN)/python manage.py set_up --host $(HOST) --port $(PORT)
	$(BIN)/python manage.py runserver --noreload $(HOST):$(PORT)

check: lint
	$(BIN)/python -m pytest -q --no-header $$($(BIN)/python -m tests.touched) $(PYTEST_ARGS)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

e2e: $(VENV)/dev.stamp
	$(BIN)/python -m pytest tests/journeys $(PYTEST_ARGS)

coverage: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not browser" $(PYTEST_ARGS) --cov

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy .
	$(BIN)/python manage.py makemigrations --check --dry-run

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	[ ! -d node_modules ] || npm run --silent format

drill: $(VENV)/run.stamp
	$(BIN)/python -m deploy.drill

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

lock: $(VENV)/dev.stamp
	$(LOCKED) requirements.txt -o requirements.lock
	$(LOCKED) requirements-s3.txt -o requirements-s3.lock

audit: $(VENV)/dev.stamp
	.ci/audit requirements.lock requirements-s3.lock

sbom: $(VENV)/dev.stamp
	@mkdir -p var
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --of JSON -o var/sbom.json

clean:
	rm -rf var staticfiles .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
