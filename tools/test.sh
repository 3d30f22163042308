#!/bin/sh
# Every part of the tests in a process of its own: some make tables or set the log up for themselves, and none of that
# may reach another part. Two lanes side by side, since browsers and served portals mostly wait; what one part prints
# stays together. All parts run; the exit code tells whether any failed, and what failed is said again at the end, where
# whoever is shown the last lines alone still finds it. Arguments go to pytest.
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
        if ! .venv/bin/python -m pytest -q $part "$@" >"$printed" 2>&1; then
            echo "$part" >>"$out/failed"
            { grep -E '^(FAILED|ERROR|E  )' "$printed" || tail -20 "$printed"; } | cut -c1-400 >>"$out/reasons"
        fi
        { echo "· $part"; cat "$printed"; } | flock "$out" cat
    done
}

lane browsers "tests/journeys tests/architecture tests/ui tests/doorway" "$@" &
lane services "tests/features tests/kernel tests/infra tests/demonstration tests/contracts tests/attacks tests/test_*.py" "$@" &
wait

# A journey needs a browser, a served portal and a machine that it has not to itself. Where journeys alone failed, their
# files are walked once more, by themselves; what passes only then is named at the end, as a fault to be found.
if [ "$(cat "$out/failed" 2>/dev/null)" = tests/journeys ]; then
    files=$(sed -nE 's/^(FAILED|ERROR) (tests\/journeys\/[a-z_]+\.py).*/\2/p' "$out/reasons" | sort -u)
    # shellcheck disable=SC2086
    if [ -n "$files" ] && .venv/bin/python -m pytest -q $files "$@"; then
        echo "· Passed only when walked alone, a fault to be found:"
        cat "$out/reasons"
        exit 0
    fi
fi
if [ -s "$out/failed" ]; then
    echo "· Failed: $(tr '\n' ' ' <"$out/failed")"
    cat "$out/reasons"
    exit 1
fi
