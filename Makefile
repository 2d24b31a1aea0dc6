# Everything a newcomer types. `make song` and `make test` need Python 3.11+, pip and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
.DEFAULT_GOAL := help

.PHONY: help song serve test test-slow test-deps setup check format coverage bench clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

song: $(VENV)/.installed ## set everything up, then make a 30 s sung song: song.mp3
	@$(BIN)/songwright make "$$(cat examples/first-light.prompt.txt)" --lyrics @examples/first-light.lyrics.txt \
		--duration 30 --seed 11 -o song.mp3
	@echo
	@echo "Your song lies at $(CURDIR)/song.mp3. The next one, with words of your own:"
	@echo '  $(BIN)/songwright make "slow blues, male voice, harmonica" --lyrics "[Verse] My train has gone away"'

serve: $(VENV)/.installed ## start the server on http://127.0.0.1:8001
	@$(BIN)/songwright serve

test: $(VENV)/.installed-dev ## set everything up, then run the tests
	$(PYTEST) -n auto -m "not slow"

test-slow: $(VENV)/.installed-dev ## the long proofs
	$(PYTEST) -n auto -m slow

coverage: $(VENV)/.installed-dev ## the tests again, with coverage of src
	COVERAGE_FILE=$(CURDIR)/.coverage $(PYTEST) -n auto -m "not slow" --cov --cov-report=term --cov-fail-under=85

check: $(VENV)/.installed-dev ## format, lint, types, import contracts, fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m fast -q

format: $(VENV)/.installed-dev ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev ## speed, memory, and every figure of the songs (an hour)
	$(BIN)/python benchmarks/studio.py
	$(BIN)/python benchmarks/genres.py
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python benchmarks/intelligibility.py

setup: $(VENV)/.installed-dev ## only the set-up: .venv with the package and what the tests need

test-deps: ## system packages that some tests want (Debian, Ubuntu)
	@sh scripts/test-deps

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Songwright needs Python 3.11 or newer; set one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python has no venv; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off -e '.[dev]'
	@touch $(VENV)/.installed $@

clean: ## remove what make has made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
