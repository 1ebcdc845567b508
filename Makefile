# What there is to do with a checkout of Dateline: `make help`. Needs Python 3.11 or newer with its venv module, and make.

PYTHON ?= python3
ARGS ?=
UV ?= uv

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCKED := $(PIP) install --require-hashes
# what the wheel is made of; folders too, so that a file that is gone counts as a change
SOURCES := $(shell find src examples -name __pycache__ -prune -o ! -name '*.sqlite' ! -name data ! -path '*/static/vendor*' -print) \
	pyproject.toml build_assets.py build_gazetteer.py build_hook.py LICENSE NOTICE $(wildcard README.md)

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test lint format wheel sdist bench lock clean check-python
unexport PYTHONPATH PYTHONHOME

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "PYTHON=python3.12 names another interpreter; ARGS='…' is handed on to dateline demo, pytest or the benchmarks."

demo: $(VENV)/.dateline ## read the example dispatches and show what is in them
	@$(BIN)/dateline demo $(ARGS)

test: $(VENV)/.test $(VENV)/.dateline ## run the tests against the installed wheel
	@DATELINE_TEST_INSTALLED=1 $(BIN)/pytest $(ARGS)

lint: $(VENV)/.dev ## check style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --check .; exit 1; }
	@$(BIN)/mypy

format: $(VENV)/.dev ## put the code into its format
	@$(BIN)/ruff format .

wheel: dist/.wheel ## build the wheel into dist/
	@ls dist/*.whl

sdist: $(VENV)/.run ## build the source distribution into dist/
	@rm -f dist/*.tar.gz
	@$(BIN)/hatchling build -t sdist -d dist

bench: $(VENV)/.dateline ## measure start-up, memory and throughput
	@$(BIN)/python bench/startup.py
	@$(BIN)/python bench/memory.py
	@$(BIN)/python bench/throughput.py $(ARGS)

lock: check-python ## pin the newest releases that pyproject.toml allows, with hashes (needs uv)
	@UV=$(UV) $(PYTHON) requirements/lock.py

clean: ## remove all that was built
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis src/dateline/ground/data/gazetteer.sqlite src/dateline/serve/static/vendor
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dateline needs Python 3.11 or newer, and $(PYTHON) is not: $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one, such as: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }

# Each stamp says that the environment holds what its prerequisites ask for; all go with the environment.
$(VENV)/.made:
	@$(MAKE) --no-print-directory check-python
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.txt requirements/build.txt | $(VENV)/.made
	@echo "installing what Dateline runs on and is built with"
	@$(LOCKED) -r requirements/run.txt -r requirements/build.txt
	@touch $@

$(VENV)/.test: requirements/test.txt | $(VENV)/.run
	@echo "installing what the tests need"
	@$(LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/.test
	@echo "installing what the checks need"
	@$(LOCKED) -r requirements/dev.txt
	@touch $@

# The first build makes the gazetteer and the page's assets too (twenty seconds); later ones find it beside the sources, unless it is stale.
dist/.wheel: $(SOURCES) | $(VENV)/.run
	@echo "building the wheel"
	@rm -f dist/*.whl
	@$(BIN)/hatchling build -t wheel -d dist
	@touch $@

$(VENV)/.dateline: dist/.wheel
	@$(PIP) install --no-deps --no-index --force-reinstall dist/*.whl
	@touch $@
