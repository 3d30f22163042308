"""The page for a request that broke: plain HTML in both languages, with the number that stands in the log."""

from html import escape

from starlette.responses import HTMLResponse

from medportal.ui import texts

_PAGE = """<!doctype html><html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title_ru}</title>
<style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1.25rem;color:#16211e;background:#f6f7f5}}
strong{{font-variant-numeric:tabular-nums}}a{{color:#0a6a5c}}@media(prefers-color-scheme:dark){{body{{color:#ebf0ee;background:#0f1513}}a{{color:#63cbb6}}}}</style>
</head><body><main><h1>{title_ru}</h1><p>{body_ru} <strong>{number}</strong></p>
<p lang="en">{title_en}. {body_en} <strong>{number}</strong></p><p><a href="/">{home_ru} / <span lang="en">{home_en}</span></a></p></main></body></html>"""


def incident_page(number: str) -> HTMLResponse:
    """Status 500 with an incident number."""
    words = {
        f"{name}_{lang}": escape(text.within(lang))
        for name, text in (("title", texts.INCIDENT_TITLE), ("body", texts.INCIDENT_BODY), ("home", texts.HOME))
        for lang in ("ru", "en")
    }
    return HTMLResponse(_PAGE.format(number=escape(number), **words), status_code=500)
