"""Rules of the desk: which characters of two values differ."""

from difflib import SequenceMatcher


def marks(read: str, typed: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Positions in each of two values that have no counterpart in the other; case, and «ё» for «е», do not count."""
    one, other = _plain(read), _plain(typed)
    if one == other:
        return (), ()
    mine: list[int] = []
    theirs: list[int] = []
    for change, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if change != "equal":
            mine += range(start, end)
            theirs += range(begin, stop)
    return tuple(mine), tuple(theirs)


def _plain(value: str) -> str:
    # One character for one, so that positions stay true.
    return "".join(sign.casefold() if len(sign.casefold()) == 1 else sign for sign in value).replace("ё", "е")
