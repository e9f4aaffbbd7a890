# Set-up, checks and tests. Needs Python 3.11 or newer, git and make; everything else is installed from the lock files.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The Python to make the environment with: `make demo PYTHON=python3.13`.
PYTHON ?= python3
# `make test PYTEST_ARGS='-x tests/graph'`. A file stays on one worker, which keeps its server, browser or wheel for it.
PYTEST_ARGS ?= -n auto --maxprocesses 4 --dist loadfile

# Stamps: what they depend on is done again only when it changed.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.DEFAULT_GOAL := help
.PHONY: help demo test test-parts check format figures docs lock clean

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

demo: $(RUNTIME) ## install, build the sample graph and show one cascade (UI=1 opens the app as well)
	$(BIN)/cuthehoa demo$(if $(UI), --ui)

test: $(DEV) ## set up everything that tests need, then run the checks and the tests
	$(BIN)/python tests/plugins/system_parts.py
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest $(PYTEST_ARGS)

test-parts: $(DEV) ## install or fetch Chromium, LibreOffice, Tesseract, Java, Maven and Neo4j's jars, where missing
	$(BIN)/python tests/plugins/system_parts.py

check: $(DEV) ## ruff (lint, format), mypy --strict, and the order of the floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## let ruff mend what it can
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

figures: $(DEV) ## measure extraction on examples/gold anew and write the figures into docs/extraction.md
	$(BIN)/python docs/update_figures.py

docs: $(DEV) ## make docs/ontology.md, its picture and the generated schemes from the vocabulary and the tables
	$(BIN)/python docs/update_ontology.py

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'cuthehoa needs Python 3.11 or newer, and "$(PYTHON)" is not that.'; \
		echo 'Name another one:  make $(MAKECMDGOALS) PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo '"$(PYTHON)" cannot make virtual environments. On Debian and Ubuntu:  apt-get install python3-venv'; exit 1; }
	@echo 'making $(VENV)'
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

# An editable install is never out of date with the sources, only with what pyproject.toml says of them.
$(RUNTIME): $(MADE) requirements.lock requirements-build.lock pyproject.toml
	@echo 'installing from requirements.lock (once, some minutes)'
	@$(PIP) install --require-hashes --no-deps -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	@echo 'installing from requirements-dev.lock'
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@$(PIP) check
	@touch $@

# Locks are made on the oldest Python that is supported: the newest releases that run there run on the later ones too.
LOCK_PYTHON ?= python3.11
LOCK_VENV := .cache/lock
PIP_COMPILE := $(LOCK_VENV)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(if $(UPGRADE),--upgrade)

lock: ## renew the lock files after a change of pyproject.toml (UPGRADE=1 takes newer releases)
	@test -x $(LOCK_VENV)/bin/pip-compile || { $(LOCK_PYTHON) -m venv $(LOCK_VENV) && \
		$(LOCK_VENV)/bin/python -m pip --disable-pip-version-check --quiet install 'pip-tools>=7.6,<8'; }
	$(PIP_COMPILE) --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(PIP_COMPILE) --only-build-deps --build-deps-for wheel --build-deps-for editable \
		--constraint requirements-dev.lock --output-file requirements-build.lock pyproject.toml

clean: ## remove the environment, caches and builds (not graphs)
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
