#!/bin/sh
# Runs every linter, says which ones complain, and fails when one did.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python
failed=""

check() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "ok      $name"
    else
        failed="$failed, $name"
        printf 'FAILED  %s\n%s\n' "$name" "$output"
    fi
}

# Nothing listens at these addresses: the checks only read the settings.
production() {
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    SECRET_KEY="$(od -An -N48 -tx1 /dev/urandom | tr -d ' \n')" \
    ALLOWED_HOSTS=portal.invalid \
    BASE_URL=https://portal.invalid \
    DATABASE_URL=postgres://portal@127.0.0.1/portal \
    REDIS_URL=redis://127.0.0.1:6379/0 \
    EMAIL_URL=smtp://127.0.0.1:25 \
        "$python" manage.py "$@"
}

scripts() {
    for file in static/js/*.js; do
        [ ! -e "$file" ] || node --check "$file" || return 1
    done
}

check "Python: style" "$python" -m ruff check --quiet .
check "Python: layout" "$python" -m ruff format --check --quiet .
check "Python: types" "$python" -m mypy
check "templates: layout" tools/templates.sh --check
check "templates: HTML" "$python" -m curlylint --quiet templates
command -v node >/dev/null && check "scripts" scripts
check "migrations" "$python" manage.py makemigrations --check --dry-run
check "translations" "$python" manage.py words --check
check "spelling" "$python" -m tools.spelling
check "production settings" production check --deploy --fail-level WARNING

[ -z "$failed" ] || { echo "Lint failed: ${failed#, }."; exit 1; }
