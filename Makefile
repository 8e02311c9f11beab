# `make run` and `make test` do all the set-up a fresh machine with Python 3.11+ needs.

PYTHON ?= python3
PORT ?= 8000
EVENTS ?= 200000
export KOKUMI_DATA ?= $(CURDIR)/.data

BIN := .venv/bin
READY := .venv/.ready
TEST_READY := .venv/.test-ready
CLICKHOUSE_READY := .cache/clickhouse/.ready
DEMO_READY := $(KOKUMI_DATA)/.demo-ready
# What the installed package is built from; Python sources are read in place.
BUILT_FROM := pyproject.toml $(wildcard hatch_build.py) \
    $(shell find dashboard -type d \( -name node_modules -o -name dist \) -prune -o -type f -print 2>/dev/null)

.PHONY: setup run test lint fix docs golden bench clean
.DEFAULT_GOAL := test

setup: $(READY)

$(READY): $(BUILT_FROM)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kokumi needs Python 3.11 or later; name one with: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(TEST_READY): $(READY)
	$(BIN)/python -m pip install --quiet --group test
	touch $@

# A whole ClickHouse server of the latest long-supported version: the library of this package holds one.
$(CLICKHOUSE_READY): | $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-compile \
	    --target $(@D) chdb==3.7.2
	touch $@

$(DEMO_READY): $(READY)
	$(BIN)/kokumi demo --events $(EVENTS)
	touch $@

run: $(DEMO_READY)
	$(BIN)/kokumi serve --port $(PORT)

# In two processes, each with servers of its own; the tests of a file stay together and share what they set up.
test: lint $(CLICKHOUSE_READY)
	$(BIN)/pytest -n 2 --dist loadfile

lint: $(TEST_READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(TEST_READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Writes the parts of the documentation that come out of the code; a test fails when they are stale.
docs: $(TEST_READY)
	$(BIN)/python -m pytest --quiet tests/docs tests/dashboard/test_schema.py --update-docs

# Writes the SQL of tests/golden anew; the difference belongs in the review.
golden: $(TEST_READY)
	$(BIN)/python -m pytest --quiet tests/reports/test_golden.py --update-golden

bench: $(TEST_READY)
	for file in bench/*/run.py; do $(BIN)/python $$file || exit 1; done

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
