"""The policy of a page allows its own inline scripts by their hash, and nothing else inline."""

import base64
import hashlib

import pytest

from medportal.doorway.csp import BARE, Policies


def _hash(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


@pytest.fixture
def policies(tmp_path):
    (tmp_path / "login").mkdir()
    (tmp_path / "index.html").write_text(
        '<script>one()</script><script type="module">два("ё")</script>', encoding="utf-8"
    )
    (tmp_path / "login" / "index.html").write_text('<script src="/a.js"></script><script>\n three()\n</script>')
    (tmp_path / "404.html").write_text("<script>lost()</script>")
    (tmp_path.parent / "secret.html").write_text("<script>secret()</script>")
    return Policies(tmp_path)


def _scripts(policy: str) -> set[str]:
    [part] = [part for part in policy.split(";") if part.strip().startswith("script-src")]
    return set(part.split()[1:])


def test_a_page_allows_exactly_its_own_scripts(policies):
    assert _scripts(policies.of("/")) == {"'self'", _hash("one()"), _hash('два("ё")')}
    assert _scripts(policies.of("/login")) == {"'self'", _hash("\n three()\n")}
    assert policies.of("/login/") == policies.of("/login")


def test_a_page_that_is_not_there_gets_the_policy_of_the_not_found_page(policies):
    assert _scripts(policies.of("/nowhere")) == {"'self'", _hash("lost()")}


@pytest.mark.parametrize("path", ["/../secret", "/..%2fsecret", "/login/../../secret", "/\0", "//", "/" + "a" * 200])
def test_no_path_reads_a_file_elsewhere(policies, path):
    assert _hash("secret()") not in policies.of(path)


def test_without_a_built_frontend_nothing_inline_is_allowed(tmp_path):
    assert Policies(tmp_path / "missing").of("/") == BARE


def test_a_page_has_no_style_elements_of_its_own(policies):
    parts = [part.strip() for part in policies.of("/login").split(";")]
    assert "style-src 'self'" in parts
    assert "style-src-attr 'unsafe-inline'" in parts


def test_no_script_is_ever_allowed_by_word(policies):
    for policy in (BARE, policies.of("/"), policies.of("/login")):
        assert not _scripts(policy) & {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"}
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "object-src 'none'" in policy
