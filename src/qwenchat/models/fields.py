"""Reading a checkpoint's `config.json`: each key checked once, errors that name it."""

from collections.abc import Mapping
from typing import Any


class ConfigError(ValueError):
    """A model config that can't be served: the message names the key, its value and what is allowed."""


class Fields:
    """A config's keys, taken one by one; the keys nobody took are known in the end."""

    def __init__(self, raw: Mapping[str, Any], where: str = "config.json") -> None:
        self._raw = raw
        self.where = where
        self._taken: set[str] = set()
        self._inner: list[Fields] = []

    def value(self, key: str, default: Any = None) -> Any:
        """The key's value, or `default` where the key is missing or null."""
        self._taken.add(key)
        found = self._raw.get(key)
        return default if found is None else found

    def size(self, key: str, default: int | None = None, most: int = 2**31 - 1) -> int:
        """A whole number from 1 to `most`."""
        found = self.value(key, default)
        if found is None:
            raise ConfigError(f"{self.where}: the key {key!r} is missing; a whole number is needed")
        if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= most:
            raise ConfigError(f"{self.where}: {key} is {found!r}; a whole number from 1 to {most} is needed")
        return found

    def either(self, key: str, older: str, default: int | None = None) -> int:
        """The whole number under `key`, or under the `older` spelling of it."""
        if self._raw.get(key) is None and self._raw.get(older) is not None:
            return self.size(older)
        self.value(older)
        return self.size(key, default)

    def number(self, key: str, default: float | None = None) -> float:
        """A positive number."""
        found = self.value(key, default)
        if found is None:
            raise ConfigError(f"{self.where}: the key {key!r} is missing; a positive number is needed")
        if isinstance(found, bool) or not isinstance(found, int | float) or not 0 < found < 1e30:
            raise ConfigError(f"{self.where}: {key} is {found!r}; a positive number is needed")
        return float(found)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        found = self.value(key, default)
        if not isinstance(found, bool):
            raise ConfigError(f"{self.where}: {key} is {found!r}; true or false is needed")
        return found

    def mapping(self, key: str) -> Mapping[str, Any] | None:
        """A nested object, or None."""
        found = self.value(key)
        if found is not None and not isinstance(found, Mapping):
            raise ConfigError(f"{self.where}: {key} is {found!r}; an object is needed")
        return found

    def inside(self, key: str) -> "Fields":
        """The keys of a nested object, which must be there."""
        found = self.mapping(key)
        if found is None:
            raise ConfigError(f"{self.where}: the key {key!r} is missing; an object is needed")
        self._inner.append(Fields(found, f"{self.where}, {key}"))
        return self._inner[-1]

    def left(self) -> list[str]:
        """Keys that nobody took, those of nested objects with them."""
        return sorted({*(set(self._raw) - self._taken), *(key for inner in self._inner for key in inner.left())})
