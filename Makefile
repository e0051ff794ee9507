PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check approve picture curve clean

# What was asked reaches the shell as it was typed: make expands no $ in it, the shell reads it
# from the environment. That a question is not answered is no error of make's.
override ASK := $(value ASK)
run: $(VENV)/run
	@$(if $(ASK),$(BIN)/footnote ask -- "$$ASK" || [ $$? -eq 1 ],$(BIN)/footnote run)

test: $(VENV)/dev check

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/footnote check
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

approve: $(VENV)/dev
	$(BIN)/pytest tests --approve

picture: $(VENV)/run
	$(BIN)/footnote picture docs/answer.svg "Where was Khalimov in 2019?"

curve: $(VENV)/run
	$(BIN)/footnote eval --plot docs/curve.svg

export ASK

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Footnote needs Python 3.11 or newer; name it: make PYTHON=python3.12 …"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/run

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build *.egg-info
