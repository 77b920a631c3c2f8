"""What a service answers when it can't serve: a status, and the words and codes that clients match on."""

from typing import Protocol

from msgspec import Struct

from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError

ENGINE = "<400> InternalError.Algo.InvalidParameter: "


class Kind(Struct, frozen=True):
    """A row of the table of codes: its status and its name in either protocol."""

    status: int
    code: str  # of the OpenAI-style protocol
    native: str  # of DashScope's own
    type: str = "invalid_request_error"


INVALID = Kind(400, "invalid_parameter_error", "InvalidParameter")
BAD_VALUE = Kind(400, "invalid_value", "InvalidParameter")
BAD_REQUEST = Kind(400, "invalid_request_error", "InvalidParameter")
NO_MODEL = Kind(400, "invalid_request_error", "BadRequest.EmptyModel")
NO_INPUT = Kind(400, "invalid_request_error", "BadRequest.EmptyInput")
NO_THINKING = Kind(400, "invalid_parameter_error", "InvalidParameter.NotSupportEnableThinking")
BAD_KEY = Kind(401, "invalid_api_key", "InvalidApiKey")
DENIED = Kind(403, "access_denied", "Model.AccessDenied")
USED_UP = Kind(403, "AllocationQuota.FreeTierOnly", "AllocationQuota.FreeTierOnly")
UNKNOWN_MODEL = Kind(404, "model_not_found", "ModelNotFound")
UNSUPPORTED_MODEL = Kind(404, "model_not_supported", "ModelNotFound")
NO_PATH = Kind(404, "not_found", "NotFound")
TOO_LARGE = Kind(400, "invalid_request_error", "BadRequest.TooLarge")
BUSY = Kind(429, "limit_concurrency", "Throttling", "throttling_error")
TOO_MANY = Kind(429, "limit_requests", "Throttling.RateQuota", "limit_requests")
TOO_MUCH = Kind(429, "insufficient_quota", "Throttling.AllocationQuota", "insufficient_quota")
TOO_FAST = Kind(429, "limit_burst_rate", "Throttling.BurstRate", "limit_burst_rate")
BROKEN = Kind(500, "internal_error", "InternalError", "internal_error")
UNAVAILABLE = Kind(503, "service_unavailable", "ModelUnavailable", "service_unavailable")


class ApiError(QwenChatError):
    """An error reply: its kind, its text, the field it is about, and when trying again makes sense."""

    def __init__(
        self, kind: Kind, message: str, *, param: str | None = None, retry_after_s: float | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.param = param
        self.retry_after_s = retry_after_s


def refused(message: str, param: str) -> ApiError:
    """A value that the engine behind the gateway refuses: its texts carry a prefix of their own."""
    return ApiError(INVALID, ENGINE + message, param=param)


def malformed(message: str, param: str) -> ApiError:
    """A value of the wrong type, as a schema check says it."""
    return ApiError(BAD_VALUE, message, param=param)


class Relayed(Protocol):
    """The error of a service behind this one: it has its own status and words."""

    message: str
    status: int | None
    code: str | None
    type: str | None
    param: str | None
    retry_after_s: float | None


# What may be told as it came. Any other is this server's failure to its client: a refused key isn't the client's.
_RELAYED_STATUSES = frozenset((400, 404, 413, 422, 429, 503))


def relayed(error: Relayed) -> ApiError:
    """The reply to what the service behind this one has answered."""
    status = error.status if error.status in _RELAYED_STATUSES else 502
    code, kind = error.code or "upstream_error", error.type or "upstream_error"
    return ApiError(Kind(status, code, code, kind), error.message, param=error.param, retry_after_s=error.retry_after_s)


def translated(error: QwenChatError, max_input: int | None = None) -> ApiError:
    """The reply to any error of ours; what nobody foresaw is told to the log, not to the client."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, ContextLengthError):
        most = error.n_context - 1 if max_input is None else max_input
        text = f"Range of input length should be [1, {most}] (the input has {error.n_prompt} tokens)"
        return refused(text, error.param)
    if isinstance(error, InvalidValue):
        return refused(str(error), error.param)
    return ApiError(UNAVAILABLE, str(error))
