"""The keys of a server: kept hashed in one SQLite file, each with its models, its limits and what it has used."""

import hashlib
import hmac
import json
import secrets
import sqlite3
import time
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.wire.errors import BAD_KEY, ApiError

_TABLE = """create table if not exists keys (
  id text primary key, name text not null, hash blob not null, made real not null, limits text not null,
  used_tokens integer not null default 0
) strict"""

NO_KEY = "Incorrect API key provided. "  # the space is theirs


class Limits(Struct, frozen=True):
    """What a key may do; None and () set no limit."""

    models: tuple[str, ...] = ()
    requests_a_second: int | None = None
    requests_a_minute: int | None = None
    tokens_a_minute: int | None = None
    concurrency: int | None = None
    total_tokens: int | None = None

    def __post_init__(self) -> None:
        for name in self.__struct_fields__[1:]:
            number = getattr(self, name)
            if number is not None and number < 1:
                raise InvalidValue(name, number, "a whole number, at least 1, is needed")


class Key(Struct, frozen=True):
    """A key as the server knows it: everything but the key itself."""

    id: str
    name: str
    made: float
    limits: Limits
    used_tokens: int = 0

    def may_use(self, names: Collection[str]) -> bool:
        """Whether the key is good for a model that goes by any of `names`."""
        allowed = {name.lower() for name in self.limits.models}
        return not allowed or any(name.lower() in allowed for name in names)


class Keys:
    """The keys in a file. Other processes may add and revoke while a server runs."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        file.chmod(0o600)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        self._db.execute(_TABLE)

    def new(self, name: str, limits: Limits) -> str:
        """Make a key. The text is told this once: only its hash is kept."""
        key_id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        row = (key_id, name, _hash(secret), time.time(), json.dumps(asdict(limits)))
        self._db.execute("insert into keys (id, name, hash, made, limits) values (?, ?, ?, ?, ?)", row)
        return f"sk-{key_id}-{secret}"

    def all(self) -> list[Key]:
        """Every key, the oldest first."""
        return [_key(*row) for row in self._db.execute(f"{_SELECT} from keys order by made")]

    def revoke(self, name_or_id: str) -> int:
        """Remove the keys of that name or id; how many there were."""
        return self._db.execute("delete from keys where id = ? or name = ?", (name_or_id, name_or_id)).rowcount

    def known(self, text: str | None) -> Key:
        """The key that `text` is. ApiError (401) if it is none."""
        _, _, rest = (text or "").partition("sk-")
        key_id, _, secret = rest.partition("-")
        row = self._db.execute(f"{_SELECT}, hash from keys where id = ?", (key_id,)).fetchone()
        # One comparison of the same length whatever was sent, so that time tells nothing.
        same = hmac.compare_digest(_hash(secret), row[-1] if row else bytes(32))
        if row is None or not same:
            raise ApiError(BAD_KEY, NO_KEY)
        return _key(*row[:-1])

    def use(self, key: Key, n_tokens: int) -> None:
        """Note tokens against a key's total."""
        self._db.execute("update keys set used_tokens = used_tokens + ? where id = ?", (n_tokens, key.id))


_SELECT = "select id, name, made, limits, used_tokens"


def _key(key_id: str, name: str, made: float, limits: str, used_tokens: int) -> Key:
    kept = json.loads(limits)
    return Key(key_id, name, made, replace(Limits(**kept), models=tuple(kept["models"])), used_tokens)


def _hash(secret: str) -> bytes:
    # The secret is 256 random bits: nobody guesses it, so a slow hash would only slow the server.
    return hashlib.sha256(secret.encode()).digest()
