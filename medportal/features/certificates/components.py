"""Browser components of the certificates: the check, which works without the portal, and the owner's link."""

import reflex as rx


class Check(rx.Component):
    """Checks a number, a link's token or a file; lives in `assets/check.js` and needs no socket."""

    library = "$/public/check.js"
    tag = "Check"
    words: rx.Var[dict[str, dict[str, str]]]


class ShareLink(rx.Component):
    """Copies the owner's link; the link is fetched when it is asked for and kept nowhere."""

    library = "$/public/check.js"
    tag = "ShareLink"
    certificate: rx.Var[str]
    words: rx.Var[dict[str, dict[str, str]]]
