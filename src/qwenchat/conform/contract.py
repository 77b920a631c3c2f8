"""The whole list, and what of the contract no request can bring to light."""

from collections.abc import Mapping
from types import MappingProxyType

from qwenchat.conform import data, failures, messages, parameters, replies
from qwenchat.conform.check import Check


def checks() -> tuple[Check, ...]:
    """Every check, in the order of the reference's sections."""
    every = (
        *(entry.check() for entry in data.raw_checks()),
        *parameters.CHECKS,
        *messages.CHECKS,
        *replies.CHECKS,
        *failures.CHECKS,
    )
    return tuple(sorted(every, key=lambda check: check.rows[0].split()[0]))


UNSEEN: Mapping[str, str] = MappingProxyType(
    {
        "2.5 rules": "the cumulative streams of qwen-mt-plus and -turbo are read by the client, not asked for here",
        "3.2 replay": "a convention for clients; that such a history is taken is checked under messages",
        "4.1 native": "another protocol on another path",
        "4.2 account": "Arrearage, free tier and workspace errors depend on the account",
        "4.2 moderation": "data_inspection_failed and policy blocks would take words that no checker should send",
        "4.2 access_denied": "takes a key that is barred from a model",
        "4.2 model_not_supported": "takes a model of the hosted service that is not offered here",
        "4.2 too large": "takes an upload of many megabytes",
        "4.2 conflict": "belongs to deployments",
        "4.2 429": "takes more requests than a guest should send",
        "4.2 5xx": "takes a service that fails",
        "5.12 soft switches": "an instruction to the model, not to the service",
        "5.20 other vendors": "not Qwen",
    }
)
"""Rows without a check, and why."""
