"""The press: a process of its own that sets one document and ends. It stands alone, so that starting it is quick.

Standard input holds one JSON object; standard output gets the PDF, standard error what went wrong, without the data.
Nothing but the folder it is given can be read by a template, and no package is fetched.
"""

import base64
import json
import resource
import sys
from pathlib import Path

import typst

MEMORY_BYTES = 3 << 30  # address space, most of it never touched: threads and the font cache reserve it
CPU_SECONDS = 20


def main() -> int:
    """Set what stands on standard input; the exit code is 0 when a PDF was written."""
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        resource.setrlimit(what, (most, most))
    order = json.load(sys.stdin)
    folder = Path(order["folder"])
    for name, content in order["files"].items():
        (folder / name).write_bytes(base64.b64decode(content))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    try:
        made = typst.compile(
            order["source"].encode(),
            root=str(folder),
            font_paths=fonts,
            format="pdf",
            sys_inputs={"data": order["data"]},
            pdf_standards=order["standards"],
            timestamp=order["made_at"],
            package_path=str(folder),
            package_cache_path=str(folder),
        )
    except typst.TypstError as error:
        # The message names the construct that failed; the diagnostic would quote the document.
        sys.stderr.write(error.message)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
