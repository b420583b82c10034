# demo: see it run   test: check everything   soak: check for hours   bench: the figures
# setup: only the environment
#
# Everything lives in .venv and build; `make clean` removes both.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,\
	$(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.ready
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: demo test check soak bench setup emulator matrix clean

demo: setup
	$(BIN)/anthill demo

test: setup emulator check
	$(BIN)/pytest -n $(JOBS) --dist loadgroup tests

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Hours of random programs and random texts.
soak: setup
	$(BIN)/python tests/random_programs.py --count 100000
	$(BIN)/python tests/fuzz/fuzz.py --cases 100000
	$(BIN)/python -m anthill.boards.build virtual --variant sanitize
	$(BIN)/python tests/fuzz_compiler.py --seconds 3600

bench: setup emulator
	$(BIN)/anthill bench
	$(BIN)/anthill bench --device
	$(BIN)/anthill bench --memory
	$(BIN)/anthill bench --build
	$(BIN)/anthill bench --build --board microbit_core

matrix: setup emulator
	$(BIN)/python tests/language/run.py --ways all --failures

setup: $(READY)

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Anthill needs Python 3.11 or later on the PATH."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

# The tests that need QEMU are skipped, and say so, where it cannot be installed.
emulator:
	@command -v qemu-system-arm >/dev/null || { \
		run=; [ "$$(id -u)" = 0 ] || run="sudo -n"; \
		command -v apt-get >/dev/null && $$run true 2>/dev/null \
			&& $$run apt-get install -qq -y qemu-system-arm >/dev/null 2>&1; \
	} || echo "qemu-system-arm is missing and cannot be installed from here:" \
		"tests on the emulated board are skipped (apt install qemu-system-arm)"

clean:
	rm -rf .venv build
