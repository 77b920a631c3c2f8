"""A service that answers for us: where it is, what it speaks, and where its key is kept."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from qwenchat import catalogue
from qwenchat.client.service import Service
from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.upstreams.dialects import Dialect, dialect

_HOSTED = "dashscope"
_HOSTED_KEY = "DASHSCOPE_API_KEY"


class Upstream(Struct, frozen=True):
    """One upstream, as a configuration names it; `from_table` checks it.

    Its key is read from the variable or the file named here, goes to its host, and is shown nowhere.
    """

    name: str
    base_url: str
    kind: str = "openai"
    region: str | None = None  # of the hosted service
    key_variable: str | None = None
    key_file: Path | None = None

    @classmethod
    def from_table(cls, name: str, table: Mapping[str, Any]) -> "Upstream":
        """The upstream that a table of a configuration file describes. A region needs no address.

        Raises `InvalidValue` for an unknown key, kind or region, and for what is missing or is said twice.
        """
        for key, value in table.items():
            if key not in _KEYS:
                raise unknown_name(key, _KEYS, f"key of upstream {name!r}")
            if not isinstance(value, str):
                raise InvalidValue(f"{name}.{key}", value, "give a string")
        kind = dialect(table.get("kind", _HOSTED if "region" in table else "openai")).name
        base_url, region = _address(name, table, kind)
        if "key_variable" in table and "key_file" in table:
            raise InvalidValue(f"{name}.key_file", table["key_file"], "give key_variable or key_file, not both")
        file = Path(table["key_file"]) if "key_file" in table else None
        # The usual variable's key is for the vendor's own hosts; no other one is sent it unasked.
        default = _HOSTED_KEY if region is not None and file is None else None
        return cls(name, base_url, kind, region, table.get("key_variable", default), file)

    @property
    def dialect(self) -> Dialect:
        """What it speaks."""
        return dialect(self.kind)

    @property
    def hosted(self) -> bool:
        """Whether it is the hosted service itself."""
        return self.kind == _HOSTED

    def service(self, variables: Mapping[str, str]) -> Service:
        """The service to call, with its key from `variables` or its file. `InvalidValue` where the key is missing."""
        return Service(self.base_url, self._key(variables))

    def where(self) -> str:
        """Its name and place, for an error."""
        return f"upstream {self.name} ({f'region {self.region}, ' if self.region else ''}{Service(self.base_url).host})"

    def key_place(self) -> str:
        """Where its key is kept, for an error."""
        if self.key_file is None and self.key_variable is None:
            return "nothing: it was given none"
        return f"the file {self.key_file}" if self.key_file else f"the variable {self.key_variable}"

    def _key(self, variables: Mapping[str, str]) -> str | None:
        if self.key_file is not None:
            key = self.key_file.read_text(encoding="utf-8").strip()
        elif self.key_variable is not None:
            key = variables.get(self.key_variable, "").strip()
        else:
            return None
        if not key:
            raise InvalidValue(f"{self.name}.key", None, f"put the key for {self.where()} into {self.key_place()}")
        return key


_KEYS = set(Upstream.__struct_fields__) - {"name"} | {"workspace"}


def _address(name: str, table: Mapping[str, Any], kind: str) -> tuple[str, str | None]:
    """The base address, and the region it is in."""
    if kind != _HOSTED or "base_url" in table:
        if "base_url" not in table:
            raise InvalidValue(
                f"{name}.base_url", None, "say where the service is, for example http://127.0.0.1:8000/v1"
            )
        if extra := {"region", "workspace"} & set(table):
            raise InvalidValue(f"{name}.{min(extra)}", table[min(extra)], "base_url says it all; leave one of them out")
        Service(table["base_url"])  # its address is checked there
        return table["base_url"], None
    asked = table.get("region", catalogue.regions()[0].name)
    region = catalogue.region(asked)
    if region is None:
        raise unknown_name(asked, [region.name for region in catalogue.regions()], "region")
    if "workspace" in table:
        return region.workspace_url(table["workspace"]), region.name
    if region.base_url is None:
        raise InvalidValue(
            f"{name}.workspace", None, f"{region.name} has no host for all accounts: give your workspace's id"
        )
    return region.base_url, region.name
