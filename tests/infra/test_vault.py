"""The vault: a value opens where it was sealed, and nowhere else."""

import base64
from uuid import UUID

import pytest
from sqlmodel import Field, select

from medportal.infra import db, keys, vault
from medportal.infra.errors import SealBrokenError, SetupError
from tests.conftest import INDEX_KEY, VAULT_KEYS

both = pytest.mark.both_databases

HERE = UUID(int=7)
OLD = VAULT_KEYS
NEW_KEY = "n2:" + base64.b64encode(bytes(range(40, 72))).decode()
BOTH = f"{NEW_KEY},{OLD}"


class VaultTestPerson(db.Row, table=True):
    id: UUID = Field(default_factory=db.new_id, primary_key=True)
    sealed_name: str
    sealed_city: str | None = None


def person(name: str, city: str | None = None) -> VaultTestPerson:
    row_id = db.new_id()
    return VaultTestPerson(
        id=row_id,
        sealed_name=vault.seal("vault_test_person.sealed_name", row_id, name),
        sealed_city=vault.seal("vault_test_person.sealed_city", row_id, city) if city else None,
    )


def open_people() -> dict[str, str | None]:
    with db.reading() as uow:
        return {
            vault.reveal("vault_test_person.sealed_name", row.id, row.sealed_name): row.sealed_city
            and vault.reveal("vault_test_person.sealed_city", row.id, row.sealed_city)
            for row in uow.session.exec(select(VaultTestPerson))
        }


@pytest.fixture(autouse=True)
def _keys():
    vault.open_vault(OLD, INDEX_KEY)


@pytest.mark.parametrize("plain", ["", "112-233-445 95", "Щукина-Ёлкина", "x" * 100_000])
def test_what_is_sealed_opens_in_its_place(plain):
    assert vault.reveal("person.sealed_name", HERE, vault.seal("person.sealed_name", HERE, plain)) == plain


def test_the_same_value_never_looks_the_same():
    assert vault.seal("a.sealed_b", HERE, "x") != vault.seal("a.sealed_b", HERE, "x")


def test_a_sealed_value_names_its_key_and_shows_nothing_else():
    sealed = vault.seal("a.sealed_b", HERE, "Сидорова")
    assert sealed.startswith("t1.")
    assert "Сидорова" not in sealed
    assert sealed.isascii()


@pytest.mark.parametrize(("place", "row"), [("a.sealed_c", HERE), ("b.sealed_b", HERE), ("a.sealed_b", UUID(int=8))])
def test_a_value_moved_to_another_column_table_or_row_does_not_open(place, row):
    sealed = vault.seal("a.sealed_b", HERE, "x")
    with pytest.raises(SealBrokenError):
        vault.reveal(place, row, sealed)


def test_a_value_altered_in_any_character_does_not_open():
    sealed = vault.seal("a.sealed_b", HERE, "112")
    for at in range(len(sealed)):
        altered = sealed[:at] + ("A" if sealed[at] != "A" else "B") + sealed[at + 1 :]
        if at == len(sealed) - 1 and base64.urlsafe_b64decode(altered[3:] + "==") == base64.urlsafe_b64decode(
            sealed[3:] + "=="
        ):
            continue  # the last character carries bits that mean nothing
        with pytest.raises(SealBrokenError):
            vault.reveal("a.sealed_b", HERE, altered)


@pytest.mark.parametrize(
    "rubbish", ["", "t1", "t1.", "t1.!!!!", "t1.AAAA", "zz.AAAA", "plain text", "t1.ёж", ".", "t1." + "A" * 40]
)
def test_rubbish_does_not_open(rubbish):
    with pytest.raises(SealBrokenError):
        vault.reveal("a.sealed_b", HERE, rubbish)


def test_a_value_relabelled_with_another_key_does_not_open():
    sealed = vault.seal("a.sealed_b", HERE, "x")
    vault.open_vault(BOTH, INDEX_KEY)
    with pytest.raises(SealBrokenError):
        vault.reveal("a.sealed_b", HERE, sealed.replace("t1.", "n2.", 1))


def test_a_fingerprint_is_the_same_for_the_same_value_and_differs_by_kind_and_key():
    first = vault.fingerprint("snils", "11223344595")
    assert first == vault.fingerprint("snils", "11223344595")
    assert first != vault.fingerprint("inn", "11223344595")
    vault.open_vault(OLD, base64.b64encode(bytes(range(100, 132))).decode())
    assert first != vault.fingerprint("snils", "11223344595")


@both
def test_after_rotation_the_old_key_can_be_dropped(database):
    with db.unit_of_work() as uow:
        uow.session.add_all([person("Анна", "Тверь"), person("Пётр")])
    vault.open_vault(BOTH, INDEX_KEY)
    with db.unit_of_work() as uow:
        uow.session.add(person("Мария", "Псков"))
    with db.unit_of_work() as uow:
        assert vault.rotate(uow) == 3
        assert vault.rotate(uow) == 0
    vault.open_vault(NEW_KEY, INDEX_KEY)
    assert open_people() == {"Анна": "Тверь", "Пётр": None, "Мария": "Псков"}


@both
def test_rotation_goes_on_where_it_was_cut_off(database, monkeypatch):
    monkeypatch.setattr(vault, "BATCH", 3)
    with db.unit_of_work() as uow:
        uow.session.add_all([person(f"№ {n}") for n in range(10)])
    vault.open_vault(BOTH, INDEX_KEY)
    seal, sealed = vault.seal, []

    def cut_off(place: str, row_id: UUID, plain: str) -> str:
        if len(sealed) == 5:
            raise KeyboardInterrupt
        sealed.append(plain)
        return seal(place, row_id, plain)

    monkeypatch.setattr(vault, "seal", cut_off)
    with pytest.raises(KeyboardInterrupt):
        vault.rotate_all()
    monkeypatch.setattr(vault, "seal", seal)
    # The first batch of three was committed; the second, cut off in the middle, was not.
    assert vault.rotate_all() == 7
    assert vault.rotate_all() == 0
    vault.open_vault(NEW_KEY, INDEX_KEY)
    assert len(open_people()) == 10


@both
def test_a_value_that_does_not_open_stops_no_rotation_and_stays(database):
    broken = person("Анна")
    broken.sealed_name = broken.sealed_name[:-3] + "AAA"
    with db.unit_of_work() as uow:
        uow.session.add_all([broken, person("Пётр")])
    vault.open_vault(BOTH, INDEX_KEY)
    assert vault.rotate_all() == 1
    with db.reading() as uow:
        assert uow.session.get_one(VaultTestPerson, broken.id).sealed_name == broken.sealed_name


@pytest.mark.parametrize(
    ("vault_keys", "index_key"),
    [
        ("", INDEX_KEY),
        (OLD, ""),
        ("t1:" + base64.b64encode(b"short").decode(), INDEX_KEY),
        ("t1:" + base64.b64encode(bytes(32)).decode(), INDEX_KEY),
        ("t1:" + base64.b64encode(b"passwordpasswordpasswordpassword").decode(), INDEX_KEY),
        ("t1:not base64 at all", INDEX_KEY),
        (OLD.partition(":")[2], INDEX_KEY),
        (f"{OLD},{OLD}", INDEX_KEY),
        (f"{OLD},t2:{OLD.partition(':')[2]}", INDEX_KEY),
        ("bad name:" + OLD.partition(":")[2], INDEX_KEY),
        (OLD, OLD.partition(":")[2]),
    ],
)
def test_weak_and_doubtful_keys_are_refused_in_words_that_quote_none(vault_keys, index_key):
    with pytest.raises(SetupError, match="MEDPORTAL_") as refused:
        vault.open_vault(vault_keys, index_key)
    assert OLD.partition(":")[2] not in str(refused.value)


def test_a_closed_vault_says_how_to_open_it():
    vault.close_vault()
    with pytest.raises(SetupError, match="not open"):
        vault.seal("a.sealed_b", HERE, "x")


def test_a_new_key_is_a_good_key():
    vault.open_vault(f"k1:{keys.new_key()}", keys.new_key())
    assert vault.reveal("a.sealed_b", HERE, vault.seal("a.sealed_b", HERE, "x")) == "x"
