"""What can go wrong with a hub, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.hub_cache import HubFolder


class Unreachable(CheckpointError):
    """The hub can't be reached, which a cached copy may make up for."""


def network_errors() -> tuple[type[Exception], ...]:
    """What the library's HTTP client raises when the network fails: OSErrors of requests, HTTPErrors of httpx."""
    from huggingface_hub import errors

    client: Any = errors  # it imports its client's base class and doesn't name it in __all__
    return (OSError, client.HTTPError)


@contextmanager
def clear_errors(where: HubFolder, revision: str) -> Iterator[None]:
    """Turn the errors of the library, its transport and the disk into CheckpointErrors."""
    from huggingface_hub import constants, errors

    hub, name = constants.ENDPOINT, where.name
    try:
        yield
    except errors.GatedRepoError:
        raise CheckpointError(
            f"{name} is gated: accept its terms at {hub}/{name}, then log in with `hf auth login`, or set HF_TOKEN."
        ) from None
    except errors.RevisionNotFoundError:
        raise CheckpointError(f"{name} has no revision {revision!r}; see {hub}/{name}/commits/main") from None
    except errors.RepositoryNotFoundError:
        raise CheckpointError(
            f"{name}: no such model at {hub}. Look at the spelling; if it is private, log in with `hf auth login` or "
            "set HF_TOKEN. A local folder must exist under the name given."
        ) from None
    except errors.HfHubHTTPError as e:
        status = e.response.status_code if e.response is not None else "no status"
        if status == 401:
            raise CheckpointError(f"{hub} refuses the token (HTTP 401). Log in again, or unset HF_TOKEN.") from None
        raise Unreachable(f"{name}: {hub} answers HTTP {status}. Try again later, or set HF_ENDPOINT.") from None
    except errors.LocalTokenNotFoundError:
        raise CheckpointError("token=True, but no token is stored. Log in with `hf auth login`.") from None
    except network_errors() as e:
        if isinstance(e, OSError) and e.filename is not None:
            raise CheckpointError(f"{e.filename}: can't be used ({e.strerror}). Give another cache_dir.") from None
        raise Unreachable(
            f"{name} isn't in the cache {where.cache_dir} and {hub} can't be reached ({type(e).__name__}: {e}). Check "
            "the network and its proxy settings, set HF_ENDPOINT to a mirror, or give a folder."
        ) from None
