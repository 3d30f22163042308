"""Every file of the fixtures gets its verdict and its codes, and each quickly."""

import json
from pathlib import Path

import pytest

from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.service.inspecting import inspect

FOLDER = Path(__file__).parents[3] / "fixtures" / "intake"
CASES = json.loads((FOLDER / "expect.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_file_gets_the_verdict_and_the_codes_expected(case: dict[str, object], inspector: SandboxInspector):
    name = str(case["file"])
    found = inspect((FOLDER / name).read_bytes(), name)
    assert found.accepted is (case["expect"] == "accept")
    assert list(found.codes) == case["codes"]
    assert bool(found.pages) is found.accepted
    assert [problem.code for problem in found.problems] == case["codes"]


def test_nothing_in_the_folder_is_left_out():
    assert {file.name for file in FOLDER.iterdir()} == {case["file"] for case in CASES} | {"expect.json"}


@pytest.mark.parametrize("case", [case for case in CASES if "bomb" in case["file"]], ids=lambda case: case["file"])
def test_a_bomb_is_refused_without_much_work_or_memory(case: dict[str, object], inspector: SandboxInspector):
    found = inspect((FOLDER / str(case["file"])).read_bytes(), str(case["file"]))
    assert not found.accepted
    if found.cost is not None:
        # Time on the processor, so that a busy machine makes no test fail; make bench prints the wall clock.
        assert found.cost.cpu_ms < 200
        assert found.cost.peak_mb < 200
