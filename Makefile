# The commands of the project; `make` alone lists them. On Windows, README.md gives the same without make.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

# Material prints a banner about MkDocs 2 before every build; the versions here are pinned.
export DISABLE_MKDOCS_2_WARNING := true
export NO_MKDOCS_2_WARNING := true

UV_COMPILE := -m uv --quiet pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE) \
	pyproject.toml requirements-build.in

# A stamp is newer than the list from which it was installed.
MADE := $(VENV)/.made
RUN := $(VENV)/.installed-run
TEST := $(VENV)/.installed-test
ENGINES_TEST := $(VENV)/.installed-engines
PAPER := $(VENV)/.installed-paper
HOSTS_TEST := $(VENV)/.installed-hosts
EDIT := $(VENV)/.installed-edit
# What judges packages has an environment of its own.
AUDIT_VENV := .venv-audit
AUDIT := $(AUDIT_VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help serve edit office build publish zip packs paper check test lint links bench audit look engines hosts servers takeover gapless broken-copies mutants fuzz audit-deps sbom lock clean tools

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(RUN) ## Show the site at http://127.0.0.1:8000/ and show each change to its words at once
	@$(PY) -m macros serve

edit: $(EDIT) ## Show forms at http://127.0.0.1:8001/admin/ in which the office changes facts, apps, help, pages and lessons
	@$(PY) -m macros edit

build: $(RUN) ## Build the site in site/ (to publish it: make build PUBLISH=1 refuses while names and numbers are missing)
	@$(PY) -m macros build $(if $(PUBLISH),--publish)

publish: $(RUN) ## Build the site and change over to it without a gap: make publish DEST=folder, or DEST=name@machine:folder
	@$(PY) -m macros publish "$(or $(DEST),$(error Say where: make publish DEST=folder, or DEST=name@machine:folder))"

zip: $(RUN) ## Write the site as a zip for a USB stick, and as one for a web host, in zips/
	@$(PY) -m macros zip

packs: $(TEST) ## Write each lesson, each year and the posters as a zip, in packs/, for the next build (some: make packs LESSONS="three-word-locks")
	@$(PY) -m macros packs $(LESSONS)

paper: $(PAPER) ## Do the same with PDFs of the policy, agreement, leaflet, posters and lessons' papers, and judge each by PDF/UA-1
	@$(PY) -m tests.paper.install
	@$(PY) -m macros packs
	@$(PY) -m tests.paper

check: $(RUN) ## Check all words, lessons and quizzes, and name every problem
	@$(PY) -m macros check

test: $(TEST) tools ## Install what the tests need, and run all of them
	@$(PY) -m pytest $(PYTEST)

lint: $(TEST) ## Check the Python code and scripts (style, form, types), and scripts and style sheets by the oldest browsers supported
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -m tests.oldest
	@$(PY) -m tests.types

links: $(RUN) ## Open every address outside the site, and name those that do not answer (needs a network)
	@$(PY) -m macros links

bench: $(TEST) tools ## Measure speed and weight beside named peers (some of it: make bench PARTS="weight quiz")
	@$(PY) -m tests.bench $(PARTS)

audit: $(TEST) tools ## Judge every page in every state by axe and html-validate, an hour (some: make audit PAGES="help lessons/years-1-2")
	@$(PY) -m tests.audit $(PAGES)

look: $(TEST) tools ## Take pictures of every kind of page, in look/ (some: make look PAGES="whiteboard policy")
	@$(PY) -m tests.look $(PAGES)

engines: $(ENGINES_TEST) tools ## Do the main tasks in Firefox, WebKit and a Chromium of 2020, and print there (some: make engines ENGINES="firefox")
	@$(PY) -m tests.engines.install
	@$(PY) -m tests.engines $(ENGINES)

office: $(TEST) tools ## Do the jobs of an office in the forms of “make edit”, and its mistakes, in a browser
	@$(PY) -m tests.office

servers: $(TEST) ## Serve a published site by nginx and Apache, and judge every answer: headers, types, packed forms; publish over ssh (installs all on Debian)
	@$(PY) -m tests.servers.install
	@$(PY) -m tests.servers

takeover: $(TEST) ## Take copies over for nine schools, each with a policy of another form, build them, and read every page beside its policy (four minutes)
	@$(PY) -m tests.takeover $(FORMS)

gapless: $(TEST) ## End “publish” at 50 chance moments and fill the disk, while the site is asked for: it must stay whole (twenty minutes)
	@$(PY) -m tests.gapless $(MOMENTS)

hosts: $(HOSTS_TEST) ## Build with MkDocs and with ProperDocs, with our hooks and without them, and name what differs
	@$(PY) -m tests.generators

mutants: $(TEST) tools ## Break the code in 80 places, one at a time, and name what no test noticed, an hour (some: make mutants MUTANTS="20 macros/source")
	@$(PY) -m tests.mutants $(MUTANTS)

fuzz: $(TEST) ## Break 10,000 copies of the content, and name each that is not told or read well (make fuzz CASES=500 SEED=a)
	@$(PY) -m tests.fuzz $(CASES) $(if $(SEED),--seed "$(SEED)")

broken-copies: $(TEST) ## Build a hundred copies with one slip each: the check must refuse just what a build refuses (ten minutes)
	@$(PY) -m tests.broken_copies

audit-deps: $(TEST) $(AUDIT) ## Ask the lists of known faults about every package that the locks name, and judge the workflows (needs a network)
	@$(PY) -m tests.supply $(AUDIT_VENV)/bin/python

sbom: $(TEST) $(AUDIT) ## List all that the site and its tests are made with, in sbom/, as CycloneDX
	@$(PY) -m tests.supply $(AUDIT_VENV)/bin/python --list

lock: $(MADE) ## Write the lock files anew (newest versions: make lock UPGRADE=--upgrade)
	@$(PIP) install uv
	@$(PY) $(UV_COMPILE) --output-file requirements.lock
	@$(PY) $(UV_COMPILE) --extra test --extra lint --constraints requirements.lock --output-file requirements-test.lock
	@$(PY) $(UV_COMPILE) --extra test --extra lint --extra engines --constraints requirements-test.lock --output-file requirements-engines.lock
	@$(PY) $(UV_COMPILE) --extra test --extra lint --extra paper --constraints requirements-test.lock --output-file requirements-paper.lock
	@$(PY) -m uv --quiet pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links $(UPGRADE) requirements-audit.in --output-file requirements-audit.lock
	@$(PY) $(UV_COMPILE) --extra test --extra lint --extra hosts --constraints requirements-test.lock --output-file requirements-hosts.lock
	@$(PY) $(UV_COMPILE) --extra edit --constraints requirements-test.lock --output-file requirements-edit.lock

clean: ## Take away everything that the other commands have made
	rm -rf $(VENV) $(AUDIT_VENV) sbom .cache site .site-old .site-lock .site-new-* tests/node/node_modules tests/lighthouse/node_modules tests/govuk/node_modules tests/engines/node_modules tests/oldest/node_modules macros/editor/node/node_modules test-results bench-results look packs zips \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find macros tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; “$(PYTHON)” is " + sys.version.split()[0] + ". Install a newer one, and name it: make PYTHON=python3.13 …" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN): $(MADE) requirements.lock pyproject.toml
	@echo "Installing what the site is made with …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(EDIT): $(RUN) requirements-edit.lock
	@echo "Installing what brings the forms …"
	@$(PIP) install --require-hashes --requirement requirements-edit.lock
	@touch $@

$(TEST): $(RUN) requirements-test.lock
	@echo "Installing what the tests are made with …"
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

$(ENGINES_TEST): $(TEST) requirements-engines.lock
	@echo "Installing what drives other engines …"
	@$(PIP) install --require-hashes --requirement requirements-engines.lock
	@touch $@

$(PAPER): $(TEST) requirements-paper.lock
	@echo "Installing what PDFs are made and judged with …"
	@$(PIP) install --require-hashes --requirement requirements-paper.lock
	@touch $@

$(AUDIT): requirements-audit.lock | $(MADE)
	@echo "Installing what judges packages …"
	@$(PY) -m venv $(AUDIT_VENV)
	@$(AUDIT_VENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement requirements-audit.lock
	@touch $@

$(HOSTS_TEST): $(TEST) requirements-hosts.lock
	@echo "Installing the second host …"
	@$(PIP) install --require-hashes --requirement requirements-hosts.lock
	@touch $@

# Not stamped: a browser may have gone since. It looks first, and installs only what is missing.
tools: $(TEST)
	@$(PY) -m tests.tools.install
