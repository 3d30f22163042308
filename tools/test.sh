#!/bin/sh
# Every part of the tests in a process of its own: some make tables or set the log up for themselves, and none of that
# may reach another part. Two lanes side by side, since browsers and served portals mostly wait; what one part prints
# stays together. All parts run; the exit code tells whether any failed. Arguments go to pytest.
set -u
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

lane() { # the parts of one lane, then what pytest is told
    printed="$out/$1"
    parts=$2
    shift 2
    set -f # a pattern is spread where pytest is called: its files make one part
    for part in $parts; do
        set +f
        # shellcheck disable=SC2086
        .venv/bin/python -m pytest -q $part "$@" >"$printed" 2>&1 || echo "$part" >>"$out/failed"
        { echo "· $part"; cat "$printed"; } | flock "$out" cat
    done
}

lane browsers "tests/journeys tests/architecture tests/ui tests/doorway" "$@" &
lane services "tests/features tests/kernel tests/infra tests/demonstration tests/contracts tests/attacks tests/test_*.py" "$@" &
wait
if [ -s "$out/failed" ]; then
    echo "· Failed: $(tr '\n' ' ' <"$out/failed")"
    exit 1
fi
