# Everything that a person or a machine does to a checkout of Ikrar. Each target does its own
# set-up; .ci/prepare.py says what that is. Needed beforehand: make, and Python 3.11 or newer.

# Programs that the tests start, hundreds of them, would compile everything anew each time.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY_TO_RUN := $(VENV)/ready-run
READY_TO_DEVELOP := $(VENV)/ready-dev

.DEFAULT_GOAL := help
.PHONY: help run test check bench soak build screenshots clean

help:
	@echo "make run          open the program with a sample ceremony; without a display, rehearse one"
	@echo "make test         every test that needs no special machine"
	@echo "make check        layers, style, types"
	@echo "make bench        speed and memory, each beside its floor"
	@echo "make soak         the long tests"
	@echo "make build        the portable folder, dist/ikrar"
	@echo "make screenshots  docs/screenshots from the real program"
	@echo "make clean        remove what these made (the environment too)"

$(READY_TO_RUN): pyproject.toml .ci/prepare.py
	@$(PYTHON) .ci/prepare.py run

$(READY_TO_DEVELOP): pyproject.toml .ci/prepare.py
	@$(PYTHON) .ci/prepare.py dev

run: $(READY_TO_RUN)
	@$(PY) .ci/start.py

# What holds the interpreter itself is out of reach of a test's own time limit: it is ended from
# outside, with the stack of every thread.
OUTER_LIMIT := -o faulthandler_timeout=180 -o faulthandler_exit_on_timeout=true

# One more than there are processors: much of the time a test waits for a program that it started.
WORKERS = $(shell $(PY) -c "import os; print((os.cpu_count() or 1) + 1)")

test: $(READY_TO_DEVELOP)
	@$(PY) -m pytest --numprocesses $(WORKERS) --dist worksteal $(OUTER_LIMIT)

check: $(READY_TO_DEVELOP)
	$(VENV)/bin/lint-imports
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(READY_TO_DEVELOP)
	@$(PY) -m benchmarks

soak: $(READY_TO_DEVELOP)
	@$(PY) -m pytest -m soak tests/soak

build: $(READY_TO_DEVELOP) build.spec
	@$(PYTHON) .ci/prepare.py build
	$(VENV)/bin/pyinstaller --noconfirm --clean --log-level ERROR build.spec

screenshots: $(READY_TO_DEVELOP)
	@$(PY) -m tests.helpers.screenshots

clean:
	rm -rf $(VENV) build dist rehearsal sample
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
