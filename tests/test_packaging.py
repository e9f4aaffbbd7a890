"""What a stranger installs: the lock files, and the wheel in an environment where the checkout is out of sight."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
SAMPLE = ROOT / "examples" / "documents"
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-dev.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
    ],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
}
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;\\]+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.M)


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment that holds the wheel."""

    folder: Path
    work: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("CUTHEHOA_", "PYTHON"))
        }
        program, *args = command
        return subprocess.run(
            [self.folder / "bin" / program, *args],
            cwd=self.work,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def python(self, code: str) -> str:
        done = self.run("python", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", ROOT, "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, which borrows the dependencies of the running one.

    A folder that a .pth file names is searched, but .pth files inside it are not read: so the editable install
    of the checkout does not come along.
    """
    work = tmp_path_factory.mktemp("work")
    folder = work / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    _pip("--python", python, "install", "--no-deps", "--no-index", wheel)
    borrowed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return Installed(folder, work)


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    expected = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = set(zipfile.ZipFile(wheel).namelist())
    assert expected - held == set()
    for suffix in (".ttl", ".json"):
        assert any(name.startswith("ontology/") and name.endswith(suffix) for name in held), f"no {suffix} in ontology"


def test_the_wheel_holds_the_sample_corpus_byte_for_byte(wheel: Path) -> None:
    documents = [path for path in SAMPLE.rglob("*") if path.is_file()]
    assert len(documents) >= 24
    with zipfile.ZipFile(wheel) as archive:
        for document in documents:
            assert archive.read(f"ui/sample/{document.relative_to(SAMPLE).as_posix()}") == document.read_bytes()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    version = PROJECT["project"]["version"]
    assert top == {*PACKAGES, f"cuthehoa-{version}.dist-info"}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_are_typed(wheel: Path, package: str) -> None:
    assert f"{package}/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_the_packages_come_from_the_wheel(installed: Installed) -> None:
    for package in PACKAGES:
        place = installed.python(f"import {package}; print({package}.__file__)")
        assert Path(place).is_relative_to(installed.folder)


def test_the_sample_is_found_in_the_installed_package(installed: Installed) -> None:
    code = "from importlib.resources import files; print(sum(1 for _ in (files('ui') / 'sample').iterdir()))"
    assert int(installed.python(code)) == len(list(SAMPLE.iterdir()))


def test_demo_works_from_the_wheel(installed: Installed) -> None:
    done = installed.run("cuthehoa", "demo")
    assert done.returncode == 0, done.stderr
    assert "18-NQ/TW" in done.stdout


def test_other_pipelines_find_the_components_of_the_wheel(installed: Installed) -> None:
    code = (
        "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('cuthehoa_citations'); "
        "doc = nlp('theo Nghị quyết số 18-NQ/TW'); print([span._.norm for span in doc.spans['citations']])"
    )
    assert installed.python(code) == "['Nghị quyết 18-NQ/TW']"


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert (
        re.findall(r"\S*://\S*|\shttps?\b|--(?:index-url|extra-index-url|find-links|trusted-host)|(?<=\s)/\S+", text)
        == []
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_pinned_and_hashed(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = re.sub(r"\\\n", " ", re.sub(r"(?m)^\s*#.*\n?", "", text)).splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(r"[a-z0-9._-]+==\S+(?: ;[^\\]*?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_covers_its_dependencies_within_their_ranges(lock: str) -> None:
    locked = _locked(lock)
    for requirement in map(Requirement, LOCKS[lock]):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in {lock}: make lock"
        assert requirement.specifier.contains(version), f"{lock} has {requirement.name} {version}: make lock"


def test_the_locks_agree() -> None:
    everything = _locked("requirements-dev.lock")
    assert _locked("requirements.lock").items() <= everything.items()
    build = _locked("requirements-build.lock")
    assert {name: everything.get(name, version) for name, version in build.items()} == build


@pytest.mark.parametrize("requirement", LOCKS["requirements-dev.lock"] + LOCKS["requirements-build.lock"])
def test_every_dependency_has_a_range(requirement: str) -> None:
    operators = {specifier.operator for specifier in Requirement(requirement).specifier}
    assert ">=" in operators
    assert "<" in operators


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_in_the_tables_of_dependencies(lock: str) -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| ([a-z0-9.-]+) \| ([^|]+) \|", text))
    locked = _locked(lock)
    assert locked.keys() - rows.keys() == set()
    direct = {canonicalize_name(Requirement(requirement).name) for requirement in LOCKS[lock]}
    assert {name: rows[name] for name in direct} == {name: locked[name] for name in direct}


def _locked(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(found["name"]): found["version"] for found in PINNED.finditer(text)}


def _pip(*args: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *args]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
