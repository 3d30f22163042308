#!/bin/sh
# Every part of the tests in a process of its own: some make tables or set the log up for themselves, and none of that
# may reach another part. All parts run; the exit code tells whether any failed. Arguments go to pytest.
set -u
failed=""
for part in tests/kernel tests/infra tests/demonstration tests/doorway tests/ui tests/contracts tests/features \
    tests/architecture tests/attacks tests/journeys "tests/test_*.py"; do
    echo "· $part"
    # shellcheck disable=SC2086
    .venv/bin/python -m pytest -q $part "$@" || failed="$failed $part"
done
if [ -n "$failed" ]; then
    echo "· Failed:$failed"
    exit 1
fi
