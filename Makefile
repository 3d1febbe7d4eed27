PYTHON ?= python3
PORT ?= 8501
VENV := .venv/bin/python
PYTEST := $(VENV) -m pytest --dist loadfile --quiet --numprocesses
PIP := $(VENV) -m pip install --disable-pip-version-check --quiet
LOCK := CUSTOM_COMPILE_COMMAND="make lock" $(VENV) -m piptools compile --quiet --generate-hashes --strip-extras \
  --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options $(if $(UPGRADE),--upgrade)

# Each worker and each started program would compile and rewrite all modules anew where a container sets this.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo quick test bench soak texts lock clean
.DELETE_ON_ERROR:

# The app on http://localhost:8501 (PORT=8600: there; WATCH=1: for whoever edits it, a saved file is noticed by the open page)
run: .venv/run
	$(VENV) -m streamlit run app.py --server.port $(PORT) --server.headless true --browser.gatherUsageStats false \
	  $(if $(WATCH),--server.fileWatcherType auto)

# The same with three cities whose classes are made up (data/examples)
demo:
	@MADOGUCHI_DATA=data/examples $(MAKE) --no-print-directory run

# The loop of a person at work: format, lint, types, shipped data, and every test without a browser
quick: .venv/test
	@$(MAKE) --no-print-directory --jobs 2 checked types tested

.PHONY: checked types tested
# Format, lint and the shipped data alone
checked:
	$(VENV) -m ruff format --check
	$(VENV) -m ruff check
	.venv/bin/oxlint
	$(VENV) -m djlint --lint pages/markup/templates
	$(VENV) -m data check

# The types alone, after those
types: checked
	$(VENV) -m mypy

# Every test without a browser alone, after those
tested: checked
	$(PYTEST) 3 --ignore=tests/browser

# Every check: those of `make quick`, then the tests in a browser, which is found or fetched first
test: quick
	$(VENV) -m tests.tools.chromium
	$(PYTEST) 2 tests/browser

# The claims of README's performance table beside a plain streamlit-folium app (ARGS=--quick: a short run)
bench: .venv/bench
	$(VENV) -m tests.tools.chromium
	$(VENV) -m tests.bench $(ARGS)

# Load, overload, killed replicas and faults behind nginx, which has to be installed (ARGS=--quick: one minute of load)
soak: .venv/bench
	$(VENV) -m tests.soak $(ARGS)

# Every catalogue of pages/languages brought up to date with the program's words, and what it lacks named
texts: .venv/run
	$(VENV) -m pages.languages

# All requirements files anew from pyproject.toml, keeping pins that still fit (UPGRADE=1: the newest of all)
lock: $(VENV)
	@$(VENV) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "Lock with the oldest supported Python: make clean lock PYTHON=python3.11" >&2; exit 1; }
	@$(VENV) -c 'import piptools' 2>/dev/null || $(PIP) pip-tools
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-test.txt --extra test --constraint requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-bench.txt --extra bench --constraint requirements-test.txt pyproject.toml

.PHONY: help
.DEFAULT_GOAL := help
# What can be made: each target with the comment above it
help:
	@awk '/^# / { said = said (said ? " " : "") substr($$0, 3); next } \
	  /^[a-z]+:/ { if (said) printf "make %-7s %s\n", substr($$1, 1, length($$1) - 1), said } \
	  { said = "" }' $(firstword $(MAKEFILE_LIST))

# Removes what make and the tools have made
clean:
	rm -rf .venv .test-output .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed. Name one: make run PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

.venv/run: requirements.txt | $(VENV)
	$(PIP) --require-hashes --requirement requirements.txt
	touch $@

.venv/test: requirements-test.txt .venv/run
	$(PIP) --require-hashes --requirement requirements-test.txt
	touch $@

.venv/bench: requirements-bench.txt .venv/test
	$(PIP) --require-hashes --requirement requirements-bench.txt
	touch $@
