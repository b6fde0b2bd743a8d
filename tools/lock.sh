#!/bin/sh
# Pins requirements*.in with hashes, for every platform and every Python from 3.11 on.
set -eu
cd "$(dirname "$0")/.."

pin() {
    .venv/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        "$1" --output-file "$2"
}

pin requirements.in requirements.txt
pin requirements-dev.in requirements-dev.txt
pin tools/uv.in tools/uv.txt
