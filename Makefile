# `make demo` and `make test` are all that a fresh machine with Python 3.11+ needs.
BIN := .venv/bin
export PYTHON

.PHONY: help demo test check fix docs lock bench clean runtime dev browser
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

demo: runtime ## run the flows over the example reviews and say where the reports are
	@$(BIN)/python examples/make_files.py .demo/files
	@$(BIN)/python -m pipelines.demo .demo

test: dev browser ## everything that must hold: format, lint, types, imports, tests, coverage
	@$(BIN)/python .ci/checks.py

check: dev ## the same without the tests: seconds
	@$(BIN)/python .ci/checks.py --static

fix: dev ## format, and repair what ruff can repair
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: ## where to read
	@echo "$(CURDIR)/README.md"
	@echo "$(CURDIR)/docs/"

lock: dev ## resolve anew and write the lock files (UPGRADE=1 takes newer versions)
	@$(BIN)/python .ci/lock.py $(if $(UPGRADE),--upgrade)

bench: runtime ## measure speed, memory and quality beside peers
	@.ci/environment benchmark
	@.venv-benchmark/bin/python -m benchmarks

clean: ## remove what make made
	rm -rf .venv .venv-benchmark .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -rf .hypothesis .coverage htmlcov dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

runtime dev browser:
	@.ci/environment $@
