# Set-up and checks, all from the locked dependencies in requirements/. "make help" lists the targets.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKS := requirements/graph.txt requirements/test.txt
# build is in the lock, so that kgraph itself is built with locked tools too.
COMPILE := $(BIN)/uv pip compile pyproject.toml --extra html --extra charts --extra store --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --quiet --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help graph docs test bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

graph: $(VENV)/.graph-ready ## install kgraph in .venv and build the sample graph in build/
	$(BIN)/kgraph build
	$(BIN)/kgraph validate
	$(BIN)/kgraph view
	@sh scripts/next-steps.sh

docs: $(VENV)/.graph-ready ## write the pages of the ontology in build/docs/
	$(BIN)/kgraph docs ontology --out build/docs
	$(BIN)/kgraph docs ontology --lang en --out build/docs/ontology.en.html

test: $(VENV)/.test-ready ## install what tests need, then run all checks
	@sh scripts/install-browser.sh
	@sh scripts/install-servers.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: $(VENV)/.test-ready ## measure speed (of ARTICLES=FOLDER too), growth, the view, and builds of SIZES="300 3000" articles
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/extraction.py $(ARTICLES)
	$(BIN)/python benchmarks/view.py
	$(BIN)/python benchmarks/scale.py $(SIZES)

lock: $(VENV)/.venv-made ## resolve the dependencies anew and write requirements/
	$(PIP) install uv
	$(COMPILE) --upgrade --output-file requirements/graph.txt
	$(COMPILE) --upgrade --group test --constraint requirements/graph.txt --output-file requirements/test.txt

clean: ## remove build/ and .venv
	rm -rf build dist $(VENV)

$(VENV)/.venv-made:
	@python=$$(sh scripts/find-python.sh) && "$$python" -m venv $(VENV) && touch $@

$(VENV)/.graph-ready: requirements/graph.txt pyproject.toml | $(VENV)/.venv-made
	$(PIP) install --require-hashes -r requirements/graph.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test-ready: requirements/test.txt $(VENV)/.graph-ready
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@
