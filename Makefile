# The house's commands, a line each; what they do is written in tools/.
# PYTHON=… chooses the Python, PORT=… the port, ARGS=… what pytest runs.
PYTHON ?= python3
PORT ?= 8000
IN := .venv/bin/python
export PYTHON N SEED

.DEFAULT_GOAL := help
.PHONY: help run test bench faults fuzz lint format words lock

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 10

run: ## serve the site with its demo on http://127.0.0.1:8000 (PORT=… for another port)
	@tools/environment.sh requirements.txt
	@$(IN) -m tools.serve $(PORT)

test: ## run every test on SQLite, on PostgreSQL and in the browser
	@tools/environment.sh requirements-dev.txt
	@$(IN) -m tools.services
	@$(IN) -m tools.test $(ARGS)

bench: ## measure every kind of page on both databases; writes docs/performance.md
	@tools/environment.sh requirements-dev.txt
	@$(IN) -m tools.services wrk
	@$(IN) -m tools.bench $(ARGS)

faults: ## break the cache, the database and a worker, and say what visitors see
	@tools/environment.sh requirements-dev.txt
	@$(IN) -m tools.services redis-server
	@$(IN) -m tools.faults

fuzz: ## ask the demonstration N=100000 hostile questions; prints every fault
	@tools/environment.sh requirements-dev.txt
	@$(IN) -m tools.fuzz

lint: ## check style, types, templates, settings, migrations and translations
	@tools/environment.sh requirements-dev.txt
	@tools/lint.sh

format: ## put Python and templates into the house style
	@tools/environment.sh requirements-dev.txt
	@$(IN) -m ruff check --fix-only --quiet . && $(IN) -m ruff format . && tools/templates.sh

words: ## add new messages to the French and Breton catalogues, and list what is missing
	@tools/environment.sh requirements.txt
	@$(IN) manage.py words --missing

lock: ## pin the dependencies again, newest versions allowed by requirements*.in
	@tools/environment.sh requirements.txt
	@tools/lock.sh
