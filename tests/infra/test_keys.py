"""Keys: made once for a demonstration, asked for in words in production."""

import json
import subprocess
from datetime import timedelta

import pytest

from medportal.infra import keys, tokens, vault
from medportal.infra.errors import SetupError
from medportal.settings import Settings
from tests.conftest import INDEX_KEY, TOKEN_KEY, VAULT_KEYS


def demonstration(tmp_path) -> Settings:
    return Settings(data_dir=tmp_path / "data")


def test_a_demonstration_makes_its_keys_once_for_its_owner_alone(tmp_path):
    first = keys.open_keys(demonstration(tmp_path))
    file = tmp_path / "data" / "keys.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert keys.open_keys(demonstration(tmp_path)) == first
    assert set(json.loads(file.read_text())) == {"vault_keys", "index_key", "token_key"}
    assert tokens.read("a", tokens.issue("a", "b", timedelta(minutes=1))).subject == "b"
    assert vault.newest_kid() == "k1"


def test_keys_left_readable_for_others_are_closed_again(tmp_path):
    keys.ensure_keys(demonstration(tmp_path))
    (tmp_path / "data" / "keys.json").chmod(0o644)
    keys.ensure_keys(demonstration(tmp_path))
    assert (tmp_path / "data" / "keys.json").stat().st_mode & 0o777 == 0o600


def test_a_damaged_file_is_not_replaced_by_new_keys(tmp_path):
    keys.ensure_keys(demonstration(tmp_path))
    file = tmp_path / "data" / "keys.json"
    file.write_text('{"vault_keys": "k1:')
    with pytest.raises(SetupError, match="damaged"):
        keys.ensure_keys(demonstration(tmp_path))
    assert file.read_text() == '{"vault_keys": "k1:'


def test_production_without_keys_says_which_variables_to_set_and_how(tmp_path):
    with pytest.raises(SetupError) as refused:
        keys.ensure_keys(Settings(mode="production", data_dir=tmp_path / "data"))
    for word in ("MEDPORTAL_VAULT_KEYS", "MEDPORTAL_INDEX_KEY", "MEDPORTAL_TOKEN_KEY", "python3 -c"):
        assert word in str(refused.value)
    assert not (tmp_path / "data").exists()


def test_keys_given_only_in_part_are_refused_even_in_a_demonstration(tmp_path):
    with pytest.raises(SetupError) as refused:
        keys.ensure_keys(Settings(data_dir=tmp_path / "data", index_key=INDEX_KEY))
    assert "MEDPORTAL_TOKEN_KEY" in str(refused.value)
    assert "MEDPORTAL_INDEX_KEY\n" not in str(refused.value)


def test_the_command_in_the_message_makes_a_key_that_is_taken(tmp_path):
    made = subprocess.run(vault.HOW_TO_MAKE_ONE, shell=True, check=True, capture_output=True, text=True).stdout.strip()
    assert len(vault.parse_key("X", made)) == 32


def test_keys_of_the_environment_are_used_and_shown_nowhere(tmp_path):
    given = Settings(
        mode="production", data_dir=tmp_path / "data", vault_keys=VAULT_KEYS, index_key=INDEX_KEY, token_key=TOKEN_KEY
    )
    found = keys.open_keys(given)
    assert (found.vault_keys, found.index_key, found.token_key) == (VAULT_KEYS, INDEX_KEY, TOKEN_KEY)
    for secret in (VAULT_KEYS, INDEX_KEY, TOKEN_KEY):
        assert secret not in repr(given) + repr(found)
