"""The settings of Reflex and the plugins that make the built frontend small and free it from host and port."""

from pathlib import Path
from typing import Any, Unpack

import reflex as rx
from reflex_base.plugins import PostBuildContext

from medportal.settings import settings

# Reflex bakes absolute addresses into the bundle. These stand in for them at build time and are
# replaced after the build, so that one build serves any host, port and scheme.
_HOST = "same-origin.invalid"
_ENDPOINTS = ("PING", "EVENT", "UPLOAD", "AUTH_CODESPACE", "HEALTH", "ALL_ROUTES")


class SameOrigin(rx.plugins.Plugin):
    """Makes the frontend speak to the address it was loaded from."""

    def update_env_json(self, **_context: object) -> dict[str, str]:
        """Addresses that cannot resolve, easy to find in the bundle."""
        return {
            name: f"{'ws' if name == 'EVENT' else 'http'}://{_HOST}/{'_' if name != 'PING' else ''}{name.lower()}"
            for name in _ENDPOINTS
        }

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Put `location.origin` where the stand-ins are.

        Raises:
            RuntimeError: none was found, so the bundle would not find its server.
        """
        static_dir = Path(str(context["static_dir"]))
        replaced = 0
        for script in static_dir.rglob("*.js"):
            text = source = script.read_text(encoding="utf-8")
            for quote in "\"'`":
                text = text.replace(f"{quote}ws://{_HOST}", f"location.origin.replace(/^http/,`ws`)+{quote}")
                text = text.replace(f"{quote}http://{_HOST}", f"location.origin+{quote}")
            if text != source:
                script.write_text(text, encoding="utf-8")
                replaced += 1
        if not replaced:
            raise RuntimeError("the built frontend holds no address to replace: Reflex builds it differently now")


class FewFiles(rx.plugins.Plugin):
    """Joins what is loaded together anyway: every file a page waits for costs a round trip on a poor line.

    What changes with the packages, what changes with the portal, and what only forms need stay apart.
    """

    _GROUPS = (
        '{ name: "packages", test: /node_modules|rolldown/ }, '
        '{ name: "portal", test: /\\.web\\/(utils\\/|lean\\/|env\\.json|reflex\\.json|public\\/(bridge|say|switches|menu|bell|fetch-private)\\.js)/ }, '
        '{ name: "forms", test: /\\.web\\/public\\/(form|fields|controls|held|scan)\\.js/ }, '
        '{ name: "papers", test: /\\.web\\/public\\/(documents|doubts|picture-check|sending|uploader|uploader-piece)\\.js/ }, '
    )

    def pre_compile(self, **context: Any) -> None:
        """Have the bundler told, once its configuration is written."""
        context["add_modify_task"]("vite.config.js", self._grouped)

    def _grouped(self, configuration: str) -> str:
        return _put_in(configuration, "groups: [", self._GROUPS)


class Lean(rx.plugins.Plugin):
    """Leaves out what of the framework no page of ours uses; decision 0028 says what, and `lean/` how."""

    _IMPORT = 'import lean from "./lean/lean.js";\n'

    def get_static_assets(self, **_context: object) -> list[tuple[Path, str]]:
        """The bundler's plugin and what it puts in place of the framework's own."""
        folder = Path(__file__).with_name("lean")
        return [(Path("lean") / one.name, one.read_text(encoding="utf-8")) for one in sorted(folder.glob("*.js"))]

    def pre_compile(self, **context: Any) -> None:
        """Have the bundler use it."""
        context["add_modify_task"]("vite.config.js", self._used)

    def _used(self, configuration: str) -> str:
        configured = _put_in(configuration, "plugins: [", "\n    lean(),")
        return self._IMPORT + configured.removeprefix(self._IMPORT)


def _put_in(configuration: str, place: str, what: str) -> str:
    """Put words behind a place of the bundler's configuration, once, however often it is done."""
    if place not in configuration:
        raise RuntimeError("the bundler is configured otherwise: Reflex builds the frontend differently now")
    return configuration.replace(what, "").replace(place, f"{place}{what}", 1)


def _config() -> rx.Config:
    own = settings()
    return rx.Config(
        app_name="medportal",
        app_module_import="medportal.app",
        telemetry_enabled=False,
        show_built_with_reflex=False,
        state_manager_mode="redis" if own.redis_url else "memory",
        redis_url=own.redis_url,
        redis_token_expiration=1800,
        cors_allowed_origins=sorted(own.origins),
        trusted_proxy_hops=own.trusted_proxy_hops,
        backend_host=own.bind,
        frontend_compression_formats=["gzip", "brotli"],
        default_color_mode="system",
        plugins=[rx.plugins.TailwindV4Plugin(), SameOrigin(), FewFiles(), Lean()],
        disable_plugins=[rx.plugins.SitemapPlugin],
    )


config = _config()
