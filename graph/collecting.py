"""Python's collector of cycles, put to rest while very many values are made at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector from walking over what is being made.

    Assembling a graph makes millions of values that live to the end and form no cycles: the collector would look
    through them again and again, a third of all time, and find nothing. A cascade of a thousand documents makes some
    thousands, and in a program that holds much else one look lasts longer than the answer. What is dropped meanwhile
    is freed all the same.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
