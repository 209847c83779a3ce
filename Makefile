# Everything a newcomer needs: Python 3.11 or later, its venv, make and git. `make help` lists what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# The lock is made with Python 3.11, so that is taken first where several are installed.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Tests wait for each other's disks and servers a good part of their time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(max(2, (os.cpu_count() or 1) * 3 // 2))')

# Whoever forbids Python to keep what it compiled would have every worker compile and rewrite all of it, each time.
unexport PYTHONDONTWRITEBYTECODE

# Stamps: what a lock names is installed once, and again only when the lock or pyproject.toml changed.
# INSTALLED=1 takes $(VENV) as it is and installs nothing.
RUNTIME := $(if $(INSTALLED),,$(VENV)/runtime.stamp)
DEV := $(if $(INSTALLED),,$(VENV)/dev.stamp)

.PHONY: demo test lint check bench pictures faults lock migration clean help install ready

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, none was found. Name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) can't make a virtual environment (on Debian: apt install python3-venv)"; exit 1; }

ifndef INSTALLED
# Every file is checked against its hash; the project itself is put in place without asking any index.
$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the bot needs (once) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Installing what the tests need (once) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
endif

ready: $(DEV) ## Install what the tests need, too

install: $(RUNTIME) ## Install the bot into .venv; the command is then .venv/bin/baobei

demo: $(RUNTIME) ## Bot, Telegram and phones on one page: PORT=8080 DATA= DRIVER=aiogram|ptb DATABASE= POLICY= BROWSER=0 EMPTY=1 STORY=0
	@exec $(BIN)/baobei demo $(if $(PORT),--port '$(PORT)') $(if $(DATA),--data '$(DATA)') $(if $(DRIVER),--driver '$(DRIVER)') \
		$(if $(DATABASE),--database '$(DATABASE)') $(if $(POLICY),--policy '$(POLICY)') \
		$(if $(filter 0 no,$(BROWSER)),--no-browser) $(if $(filter-out 0 no,$(EMPTY)),--empty) $(if $(filter 0 no,$(STORY)),--no-story)

test: $(DEV) ## The quick tests, some eight minutes on two cores; ARGS='tests/domain -k calendar' for some of them
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadgroup $(ARGS)

lint: $(DEV) ## Format, lint, types, who may know whom
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint ## lint, and the slow tests: real browser and processes, stories again on PostgreSQL
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadgroup -m 'browser or slow' $(ARGS)

bench: $(DEV) ## Measure; ARGS=names for one of them
	@$(BIN)/python -m benchmarks $(ARGS)

pictures: $(DEV) ## Take the pictures of 帮助 and of the README anew, once a wording that they show has changed
	@$(BIN)/python -m tests.pictures

faults: $(DEV) ## Processes killed at random moments: SECONDS=600 SEED=…
	@BAOBEI_FAULTS_SECONDS='$(or $(SECONDS),600)' BAOBEI_FAULTS_SEED='$(SEED)' $(BIN)/python -m pytest -q -m faults -s --timeout=0 $(ARGS)

# Files of every platform are hashed and no index address is written, so the lock holds wherever it is installed from.
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --build-deps-for editable $(ARGS)

lock: | $(BIN)/python ## Write the lock files anew; ARGS=--upgrade for newer versions
	@test -x $(BIN)/pip-compile || $(PIP) install pip-tools
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

migration: $(DEV) ## The difference between the tables and the newest migration, as a migration to read: NAME='what changes'
	@test -n "$(NAME)" || { echo "make migration NAME='what changes'"; exit 1; }
	@$(BIN)/python -m storage.migrate revision '$(NAME)'

clean: ## Remove what was installed and made; the demo's data stays
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .ci/out
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done
