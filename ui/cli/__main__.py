"""``python -m ui.cli``: the program ``cuthehoa`` without its installed script."""

from ui.cli.app import main

if __name__ == "__main__":
    main()
