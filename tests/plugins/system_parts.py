"""The parts of the machine that tests need and pip cannot bring.

These are Chromium, a Java runtime, Maven, Neo4j's jars, LibreOffice, Tesseract and a font of Vietnamese letters.

The fixtures ask it where a part is; `make test` runs it as a script, which installs what is missing where it may
(Debian-like systems, as root) and otherwise names the part and the command that installs it. Standard library only:
it must run before anything else is there.
"""

import ctypes.util
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEO4J_POM = ROOT / "tests" / "neo4j" / "pom.xml"
NEO4J_CACHE = ROOT / ".cache" / "neo4j"
NEO4J_LIB = NEO4J_CACHE / "lib"
JAVA_VERSIONS = (17, 21)  # the ones that Neo4j 5.26 supports; a newer JVM refuses some of its internals


@dataclass(frozen=True, slots=True)
class Part:
    """One program: how to find it, and what it is called by each package manager.

    Of several names the first that exists is taken; a name with spaces is several packages, all of which it takes.
    """

    name: str
    serves: str
    find: Callable[[], Path | None]
    packages: dict[str, tuple[str, ...]]


@cache
def find_chromium() -> Path | None:
    """The browser that the browser tests drive."""
    return _first_on_path("chromium", "chromium-browser", "google-chrome")


@cache
def find_libatomic() -> Path | None:
    """The library that Playwright's driver is linked with; small Linux systems come without it."""
    if sys.platform != "linux":
        return Path(sys.executable)
    found = ctypes.util.find_library("atomic")
    return Path(found) if found else None


@cache
def find_java() -> Path | None:
    """A `java` of a version that Neo4j supports: JAVA_HOME first, then PATH, then the system's folder of JVMs."""
    candidates = [Path(os.environ["JAVA_HOME"], "bin", "java")] if os.environ.get("JAVA_HOME") else []
    if on_path := shutil.which("java"):
        candidates.append(Path(on_path))
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    return next((java for java in candidates if java.is_file() and _java_version(java) in JAVA_VERSIONS), None)


@cache
def find_maven() -> Path | None:
    """Maven, which fetches the Neo4j server's jars."""
    return _first_on_path("mvn")


@cache
def find_libreoffice() -> Path | None:
    """The office suite that reads old formats; without its text processor it would convert nothing."""
    program = _first_on_path("soffice", "libreoffice")
    if program is None or sys.platform != "linux":
        return program
    folder = program.resolve().parent
    return program if any(folder.glob("libswlo.so")) else None


@cache
def find_tesseract() -> Path | None:
    """Tesseract with its Vietnamese model."""
    program = _first_on_path("tesseract")
    if program is None:
        return None
    listed = subprocess.run([str(program), "--list-langs"], capture_output=True, text=True, check=False)
    return program if "vie" in (listed.stdout + listed.stderr).split() else None


@cache
def find_font() -> Path | None:
    """A font with Vietnamese letters: without one, pages that are printed for the tests show boxes."""
    if sys.platform != "linux":
        return Path(sys.executable)
    program = _first_on_path("fc-list")
    if program is None:
        return None
    listed = subprocess.run([str(program), ":lang=vi", "file"], capture_output=True, text=True, check=False)
    return Path(listed.stdout.split(":", 1)[0]) if listed.stdout.strip() else None


def find_neo4j() -> Path | None:
    """The folder of the Neo4j server's jars, if it holds what the pom asks for now."""
    return NEO4J_LIB if _jars_fetched_for() == _pom_digest() else None


CHROMIUM = Part(
    "Chromium",
    "the browser tests",
    find_chromium,
    {"apt-get": ("chromium",), "dnf": ("chromium",), "brew": ("--cask chromium",)},
)
LIBATOMIC = Part(
    "libatomic",
    "the browser tests",
    find_libatomic,
    {"apt-get": ("libatomic1",), "dnf": ("libatomic",)},
)
JAVA = Part(
    "a Java runtime (17 or 21)",
    "the Neo4j tests",
    find_java,
    {
        "apt-get": ("openjdk-17-jre-headless", "openjdk-21-jre-headless"),
        "dnf": ("java-21-openjdk-headless",),
        "brew": ("openjdk@21",),
    },
)
MAVEN = Part(
    "Maven",
    "fetching the Neo4j server",
    find_maven,
    {"apt-get": ("maven",), "dnf": ("maven",), "brew": ("maven",)},
)
# Only the text processor, and that without the parts for a screen: with what apt recommends it would be three times as
# large. Tesseract's model does not ask for the program by itself.
LIBREOFFICE = Part(
    "LibreOffice Writer",
    "the tests of .doc, .rtf and .odt",
    find_libreoffice,
    {
        "apt-get": ("libreoffice-writer-nogui", "libreoffice-writer"),
        "dnf": ("libreoffice-writer",),
        "brew": ("--cask libreoffice",),
    },
)
TESSERACT = Part(
    "Tesseract with its Vietnamese model",
    "the tests of scans",
    find_tesseract,
    {
        "apt-get": ("tesseract-ocr tesseract-ocr-vie",),
        "dnf": ("tesseract tesseract-langpack-vie",),
        "brew": ("tesseract tesseract-lang",),
    },
)
FONT = Part(
    "a font with Vietnamese letters",
    "the tests of printed pages",
    find_font,
    {"apt-get": ("fontconfig fonts-dejavu-core",), "dnf": ("fontconfig dejavu-sans-fonts",)},
)
PARTS = (CHROMIUM, LIBATOMIC, JAVA, LIBREOFFICE, TESSERACT, FONT)


def install_command(part: Part) -> str:
    """The command that installs a part on this machine, for a person to type."""
    for manager, packages in part.packages.items():
        if shutil.which(manager):
            sudo = "" if manager == "brew" or _is_root() else "sudo "
            return f"{sudo}{manager} install {packages[0]}"
    return f"install {part.name} with your system's package manager, so that it is on the PATH"


def missing(part: Part) -> str | None:
    """Why a test that needs this part cannot run, and the command that helps; nothing if the part is there."""
    if part.find() is not None:
        return None
    return f"{part.name} is missing, which {part.serves} need: {install_command(part)}"


def missing_browser() -> str | None:
    """The same for all that Playwright needs to drive a browser."""
    return missing(CHROMIUM) or missing(LIBATOMIC)


def missing_neo4j() -> str | None:
    """The same for the whole Neo4j server: a Java runtime and the jars."""
    if reason := missing(JAVA):
        return reason
    if find_neo4j() is None:
        return "the Neo4j server's jars are missing: make test-parts"
    return None


def provide() -> list[str]:
    """Install and fetch what is missing, where that is possible; what is still missing afterwards, a line each."""
    lacking = [part for part in PARTS if part.find() is None]
    if find_neo4j() is None and find_maven() is None:
        lacking.append(MAVEN)
    if lacking and _is_root() and shutil.which("apt-get"):
        _apt_install(lacking)
    reasons = [reason for part in lacking if (reason := missing(part))]
    if find_neo4j() is None and find_maven() is not None:
        _fetch_neo4j()
    return reasons


def _apt_install(parts: list[Part]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    _say("installing " + ", ".join(part.name for part in parts))
    subprocess.run([*apt, "update"], env=environment, stdout=subprocess.DEVNULL, check=False)
    packages = [name for part in parts for name in _first_known_to_apt(part.packages["apt-get"]).split()]
    command = [*apt, "install", "--no-install-recommends", *packages]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        _say(f"apt-get failed:\n{done.stdout[-2000:]}")
    for part in parts:
        part.find.cache_clear()  # type: ignore[attr-defined]


def _first_known_to_apt(packages: tuple[str, ...]) -> str:
    for package in packages:
        shown = subprocess.run(["apt-cache", "show", *package.split()], capture_output=True, check=False)
        if shown.returncode == 0:
            return package
    return packages[0]


def _fetch_neo4j() -> None:
    """Fetch into a folder beside the real one: a fetch that is broken off leaves no half set of jars behind."""
    _say("fetching the Neo4j server through Maven (about 125 MB, once)")
    part = NEO4J_CACHE / "lib.part"
    shutil.rmtree(part, ignore_errors=True)
    subprocess.run(
        [
            str(find_maven()),
            "--batch-mode",
            "--quiet",
            f"--file={NEO4J_POM}",
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            f"-DoutputDirectory={part}",
        ],
        check=True,
    )
    (part / "pom.sha256").write_text(_pom_digest(), encoding="ascii")
    shutil.rmtree(NEO4J_LIB, ignore_errors=True)
    part.rename(NEO4J_LIB)


def _pom_digest() -> str:
    return hashlib.sha256(NEO4J_POM.read_bytes()).hexdigest()


def _jars_fetched_for() -> str | None:
    mark = NEO4J_LIB / "pom.sha256"
    return mark.read_text(encoding="ascii") if mark.is_file() else None


def _first_on_path(*names: str) -> Path | None:
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def _java_version(java: Path) -> int | None:
    shown = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=False)
    match = re.search(r'version "(\d+)', shown.stderr)
    return int(match[1]) if match else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _say(line: str) -> None:
    print(f"system parts: {line}", flush=True)


if __name__ == "__main__":
    still_missing = provide()
    for reason in still_missing:
        _say(reason)
    # On CI every test must run, so what is missing ends the run here, before minutes are spent on the rest.
    sys.exit(1 if still_missing and os.environ.get("CI") else 0)
