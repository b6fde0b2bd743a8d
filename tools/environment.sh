#!/bin/sh
# Makes .venv hold exactly-pinned dependencies. Usage: tools/environment.sh requirements.txt
# When nothing changed it only compares two checksums: no network, a few milliseconds.
set -eu
cd "$(dirname "$0")/.."
wanted=$1
python=.venv/bin/python
log=var/log/install.log

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

checksum() { echo "$1 $(sha256sum <"$1" | cut -d' ' -f1)"; }
installed() { grep -qsxF "$(checksum "$1")" .venv/installed; }
works() { "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

create() {
    command -v "$PYTHON" >/dev/null ||
        fail "Python is missing: install Python 3.11 or newer (on Debian: apt-get install python3)."
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$("$PYTHON" -V 2>&1) is too old: install Python 3.11 or newer, then: make PYTHON=python3.11"
    say "Making the private environment .venv…"
    with_venv || with_virtualenv || { with_apt && with_venv; } ||
        fail "Python cannot make a private environment: as root, apt-get install python3-venv, then run make again."
}

# Debian's python3 comes without ensurepip, and its pip, when there is one, refuses global installs.
with_venv() { "$PYTHON" -c 'import ensurepip' 2>/dev/null && "$PYTHON" -m venv --clear .venv >>"$log" 2>&1; }
with_virtualenv() {
    "$PYTHON" -m pip install --quiet --target var/tools virtualenv >>"$log" 2>&1 &&
        PYTHONPATH=var/tools "$PYTHON" -m virtualenv --quiet --clear .venv >>"$log" 2>&1
}
with_apt() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Installing Debian's python3-venv…"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y python3-venv; } >>"$log" 2>&1 </dev/null
}

install() {
    say "Installing the dependencies of $wanted…"
    with_uv || with_pip ||
        fail "The dependencies could not be installed: check the network and run make again (details: $log)."
    for file in requirements.txt "$wanted"; do checksum "$file"; done | sort -u >.venv/installed
}

# uv takes seconds where pip takes half a minute; it is a convenience, never a need.
with_uv() {
    pip_install -r tools/uv.txt &&
        .venv/bin/uv pip install --python "$python" --require-hashes -r "$wanted" >>"$log" 2>&1
}
with_pip() { pip_install -r "$wanted"; }
pip_install() {
    "$python" -m pip install --disable-pip-version-check --retries 2 --require-hashes "$@" >>"$log" 2>&1
}

mkdir -p var/log
works || create
installed "$wanted" || install
