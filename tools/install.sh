#!/bin/sh
# Install exactly what a lock file holds, and the portal itself beside it. uv when it is there, pip otherwise.
set -eu
lock="$1"
bin=.venv/bin
if "$bin/uv" --version >/dev/null 2>&1; then
    "$bin/uv" pip install --quiet --compile-bytecode --python "$bin/python" --require-hashes -r "$lock" ||
        "$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
else
    "$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
fi
# The portal is run from its checkout: a path file and a console script are all that is installed of it.
site=$("$bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$site/medportal-checkout.pth"
printf '#!%s/%s/python\nimport sys\n\nfrom medportal.cli import main\n\nsys.exit(main())\n' "$(pwd)" "$bin" > "$bin/medportal"
chmod +x "$bin/medportal"
