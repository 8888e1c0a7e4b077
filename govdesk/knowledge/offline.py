"""Keeps LanceDB's client of remote catalogs out of the process.

``import lancedb`` loads an HTTP client and 160 modules of request forms for catalogs on other machines: some 25 MB
and a third of a second for what this program must never do. Stand-ins take their place: every name in them is an
exception class that nothing raises.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

REMOTE = frozenset({"lance_namespace", "lance_namespace_urllib3_client"})
"""Top-level packages that are stood in for."""


class _StandIn(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (Exception,), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in REMOTE:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def import_lancedb() -> ModuleType:
    """LanceDB without its remote parts; the stand-ins are met by nobody else."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        import lancedb
    finally:
        sys.meta_path.remove(finder)
    return lancedb
