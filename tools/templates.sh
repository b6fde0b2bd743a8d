#!/bin/sh
# Indents the templates, two spaces a level; with --check it only says which ones are not.
set -eu
cd "$(dirname "$0")/.."
find templates -name '*.html' -print0 | xargs -0r .venv/bin/python -m djhtml --tabwidth 2 "$@"
