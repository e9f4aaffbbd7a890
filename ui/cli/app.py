"""The console script ``cuthehoa``."""

import sys


def main() -> None:
    """Run the program with this process's arguments and end the process."""
    try:
        # Imported here: Ctrl-C while the program is still loading ends it as quietly as later.
        from ui.cli.console import use_utf8
        from ui.cli.program import run

        use_utf8()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu.\n")
        code = 130
    sys.exit(code)
