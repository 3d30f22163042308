"""What axe finds on a page, what scrolls sideways and what is cut off: on a phone and on a desk, in both themes, with a picture if wanted."""

import json
from importlib.resources import files

from medportal.ui import texts as shell
from tests.journeys import pictures
from tests.journeys.visitor import Visitor

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = "async rules => (await axe.run(document, rules ? { runOnly: rules } : {})).violations"
SERIOUS = {"serious", "critical"}
DESK, PHONE = 1440, 360
# 640 is a desk screen of 1280 at 200 %, 320 the narrowest that WCAG asks for (1.4.10).
WIDTHS = (DESK, 640, PHONE, 320)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LETTERS = "letters => document.documentElement.style.setProperty('--font', letters)"
# Words that reach beyond an ancestor which cuts them off and cannot be scrolled; what ends in «…» on purpose is left out.
CUT = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, a, button, label, dt, dd, th, td, .tag, .chip)')]
    .filter(one => {
        if (!(one instanceof HTMLElement)) return false
        const box = one.getBoundingClientRect()
        if (!box.width || !one.innerText.trim() || getComputedStyle(one).position === 'absolute') return false
        for (let up = one.parentElement; up; up = up.parentElement) {
            const style = getComputedStyle(up)
            if (['auto', 'scroll'].includes(style.overflowX) || style.textOverflow === 'ellipsis' || style.clipPath !== 'none') return false
            if (style.overflowX !== 'visible' && box.right > up.getBoundingClientRect().right + 1) return true
        }
        return false
    }).map(one => one.innerText.slice(0, 60))"""
# Two frames, and whatever colour is still on its way: half-way it is nobody's.
CALM = """async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const moving = document.getAnimations().filter(one => one instanceof CSSTransition)
    await Promise.allSettled(moving.map(one => one.finished))
}"""
# What depends on the theme or the width; everything else is the same in all four.
VISUAL = ["color-contrast", "target-size", "scrollable-region-focusable"]


def faults_here(someone: Visitor, picture: str | None = None) -> list[str]:
    """What axe finds, what scrolls sideways and what is cut off, on every width and in both themes; the page is left light and wide."""
    page, found = someone.page, []
    page.evaluate(AXE)
    for theme, switch in (("light", None), ("dark", shell.TO_DARK)):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if switch is not None and width == DESK:
                someone.press(switch)
                page.wait_for_selector("html.dark")
            found += [f"{theme} {width}: {fault}" for fault in _too_wide(someone)]
            if width in {DESK, PHONE}:
                rules = None if (theme, width) in {("light", DESK), ("dark", PHONE)} else VISUAL
                found += [f"{theme} {width}: {fault}" for fault in _axe(someone, rules)]
                if picture:
                    pictures.take(page, f"{picture}-{width}-{theme}-{someone.language}")
    page.set_viewport_size({"width": DESK, "height": 900})
    someone.press(shell.TO_LIGHT)
    page.wait_for_selector("html:not(.dark)")
    return found


def _too_wide(someone: Visitor) -> list[str]:
    """In the portal's letters, and in the machine's: over a slow line a page is set in these and stays so."""
    page, found = someone.page, list[str]()
    for letters in ("", "sans-serif"):
        page.evaluate(LETTERS, letters)
        page.evaluate(CALM)
        over = page.evaluate(SIDEWAYS)
        faults = [f"scrolls sideways by {over} px"] if over else []
        faults += [f"cut off: {words}" for words in page.evaluate(CUT)]
        found += [f"in late letters {fault}" if letters else fault for fault in faults]
    page.evaluate(LETTERS, "")
    return found


def _axe(someone: Visitor, rules: list[str] | None) -> list[str]:
    return [
        f"{one['id']}: {one['help']}: {json.dumps([node['html'][:160] for node in one['nodes'][:3]], ensure_ascii=False)}"
        for one in someone.page.evaluate(RUN, rules)
        if one["impact"] in SERIOUS
    ]


def nothing(found: dict[str, list[str]]) -> None:
    """No page has a fault; else each is named."""
    lines = [f"{path}: {fault}" for path, faults in found.items() for fault in faults]
    assert not lines, "\n".join(lines)
