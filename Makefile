# make run    set up and open the window (without a display: three questions answered in the terminal)
# make test   set up and run every test
# make check  format, lint, types, direction of imports, size of modules
# make bench  measure, print a table, write build/bench.json
# make shots  a PNG of every pane, both themes, 100 % and 200 % text, into build/shots
# make installer-quick  a PyInstaller folder for this system, self-tested without network

VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench shots lock installer-quick

run: $(VENV)/.ready
	@$(BIN)/govdesk

test: $(VENV)/.ready
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/module_sizes.py

bench: $(VENV)/.ready
	$(BIN)/python -m tests.bench

shots: $(VENV)/.ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.shots build/shots

installer-quick: $(VENV)/.ready
	sh installer/quick.sh

lock: $(VENV)/.ready
	$(BIN)/python -m pip install -q pip-tools
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --extra dev --all-build-deps \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	    -o requirements.lock pyproject.toml

$(VENV)/.ready: requirements.lock pyproject.toml installer/prepare.sh
	@sh installer/prepare.sh
