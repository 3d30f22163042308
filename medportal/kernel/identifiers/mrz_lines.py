"""From what was typed to two lines: spaces out, capitals, the French quote that keyboards make of `<<`."""

LENGTH = 44
_SIGNS = str.maketrans({"«": "<<", "≪": "<<", "‹": "<", "＜": "<"} | dict.fromkeys(" \t\u00a0\u2009\u202f", ""))
_LOWER = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяё"
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ"
_CAPITALS = str.maketrans(_LOWER, _UPPER)


def split(text: str) -> list[str]:
    """The lines that are not empty; 88 characters in one line are two."""
    plain = text.translate(_SIGNS).translate(_CAPITALS).replace("\r", "\n")
    lines = [line for line in plain.split("\n") if line]
    if len(lines) == 1 and len(lines[0]) == 2 * LENGTH:
        return [lines[0][:LENGTH], lines[0][LENGTH:]]
    return lines


def fit(line: str) -> str:
    """The first line at its full length: nobody counts twenty fillers at its end, and they prove nothing."""
    return line.rstrip("<").ljust(LENGTH, "<") if line.startswith("PNRUS") else line
