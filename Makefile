# Everything lives in .venv, installed from hashed requirement files. `make` alone tells the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# A cloned, moved or half-made .venv is made anew.
VENV_IS_SOUND := $(shell [ -x $(BIN)/python ] && [ "$$(cat $(VENV)/.made-in 2>/dev/null)" = "$(CURDIR)" ] && echo yes)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Only wheels whose hashes are in the lock: nothing is built, so nothing unlocked is downloaded to build with.
LOCKED := $(INSTALL) --only-binary :all: --require-hashes
ITSELF := $(INSTALL) --no-deps --no-build-isolation --editable .

# What the program says in other languages, in the form that opens fastest.
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard scenarios/locale/*/LC_MESSAGES/*.po))

PEERS := build/bench-peers
# Tests of screens and terminals wait half of their time: two cores are kept busy by four. A file stays with one
# worker, which makes what its tests share once.
WORKERS ?= 4
# The tests start the program hundreds of times: it is compiled once.
unexport PYTHONDONTWRITEBYTECODE
SIZE ?= quick
ASK ?=
JSON ?=

UV ?= uv
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(LOCK_FLAGS)

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types floors docs words editor browser bench lock clean FORCE

help:
	@echo "make run     play: the flagship case at a terminal, else a demo written to demo-out/"
	@echo "make test    run the tests"
	@echo "make check   everything that CI runs: format, lint, types, floors, tests"
	@echo "make docs    run the tests of the documentation alone"
	@echo "make editor  ask a YAML language server whether editors mark what check tells (installs it by npm into build/)"
	@echo "make browser open the documents in Chromium, and have axe-core look at them (installs it by npm into build/)"
	@echo "make bench   measure, side by side with the peer (SIZE=full takes half an hour; ASK=\"scale record\"; JSON=build/bench)"
	@echo "make words   bring the program's catalogues in step with its sentences, and say what is to be translated"
	@echo "make lock    make requirements/*.txt anew (LOCK_FLAGS=--upgrade for newer versions; needs uv)"
	@echo "make clean   remove .venv and all that was generated"

run: $(VENV)/.all $(CATALOGUES)
	@if [ -t 0 ] && [ -t 1 ]; then \
		echo "goodoffices play sources-of-kalindra"; $(BIN)/goodoffices play sources-of-kalindra; \
	else \
		echo "goodoffices demo --out demo-out"; $(BIN)/goodoffices demo --out demo-out; \
	fi

test: $(VENV)/.dev $(CATALOGUES)
	@$(BIN)/python -m compileall -q -j 0 scenarios scoring simulator
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: format lint types floors test

format: $(VENV)/.dev
	$(BIN)/ruff format --check

lint: $(VENV)/.dev
	$(BIN)/ruff check

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

docs: $(VENV)/.dev
	$(BIN)/python -m pytest tests/docs

words: $(VENV)/.dev
	$(BIN)/python -m scenarios.messages
	@$(BIN)/python hatch_build.py

%.mo: %.po
	@$(BIN)/python hatch_build.py

# The peers are AGPL and 800 MB: they live in an environment of their own, and only this target makes it.
bench: $(VENV)/.dev $(PEERS)/.done
	$(BIN)/python -m benchmarks $(ASK) --size $(SIZE) $(if $(JSON),--json $(JSON))

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: $(PYTHON) -m pip install uv" >&2; exit 1; }
	$(COMPILE) pyproject.toml --group build --output-file requirements/core.txt
	$(COMPILE) pyproject.toml --all-extras --group build --constraints requirements/core.txt \
		--output-file requirements/all.txt
	$(COMPILE) pyproject.toml --all-extras --group dev --constraints requirements/all.txt \
		--output-file requirements/dev.txt
	$(COMPILE) --group bench --output-file requirements/bench.txt

# Asks a real language server for what an editor shows; the tests are skipped where there is none.
editor: $(VENV)/.dev build/editor/.done
	$(BIN)/python -m pytest tests/editor

# Chromium is the system's. `make test` runs the short ones of these tests where it is there; these are all of them.
browser: $(VENV)/.dev $(CATALOGUES) build/browser/.done
	@for each in $$GOODOFFICES_CHROMIUM chromium chromium-browser google-chrome google-chrome-stable chrome; do \
		command -v "$$each" >/dev/null && exit 0; done; \
		echo "make browser needs Chromium. On Debian: apt install chromium" >&2; exit 1
	$(BIN)/python -m pytest tests/browser -m "soak or not soak"

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist demo-out
	rm -f $(CATALOGUES)
	find roles scenarios simulator scoring tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made-in: $(if $(VENV_IS_SOUND),,FORCE)
	@command -v $(PYTHON) >/dev/null || { \
		echo "Good Offices needs Python 3.11 or newer, and there is no $(PYTHON) here." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Good Offices needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: it lacks ensurepip." >&2; \
		echo "On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@printf '%s\n' "$(CURDIR)" > $@

# The program with all that trainers and designers need, the print kit too. The development lock includes it, so a
# fresh .dev does for `make run` as well. requirements/core.txt is for those who want the program alone.
$(VENV)/.all: pyproject.toml requirements/all.txt $(VENV)/.made-in
	@echo "Installing the program into $(VENV) (once; a minute)"
	@$(LOCKED) --requirement requirements/all.txt
	@$(ITSELF)
	@touch $@

$(VENV)/.dev: pyproject.toml requirements/all.txt requirements/dev.txt $(VENV)/.made-in
	@echo "Installing the program and the development tools into $(VENV) (once; two minutes)"
	@$(LOCKED) --requirement requirements/dev.txt
	@$(ITSELF)
	@touch $@ $(VENV)/.all

# One of the peer's libraries, stringcase, has no wheel: it is hashed, but built by a setuptools that pip fetches.
$(PEERS)/.done: requirements/bench.txt $(VENV)/.made-in
	@echo "Installing the peers into $(PEERS) (once; two minutes)"
	@$(PYTHON) -m venv --clear $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--no-binary stringcase --requirement requirements/bench.txt
	@touch $@

build/browser/.done:
	@command -v npm >/dev/null || { echo "make browser needs node and npm." >&2; exit 1; }
	@mkdir -p build/browser
	@npm install --silent --no-fund --no-audit --prefix build/browser axe-core@4.14.1
	@touch $@

build/editor/.done:
	@command -v npm >/dev/null || { echo "make editor needs node and npm." >&2; exit 1; }
	@mkdir -p build/editor
	@npm install --silent --no-fund --no-audit --prefix build/editor yaml-language-server@1.25.0
	@touch $@
