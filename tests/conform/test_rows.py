"""Each row of the contract's tables has a check, or a written reason why no request can bring it to light."""

import pytest

from qwenchat.conform import UNSEEN, checks

ROWS = {
    "2.1": "model|messages|temperature|top_p|top_k|repetition_penalty|presence_penalty|frequency_penalty|max_tokens|max_completion_tokens|n|seed|stop|stream|stream_options|tools|tool_choice|parallel_tool_calls|tool_stream|response_format|enable_thinking|thinking_budget|reasoning_effort|preserve_thinking|enable_search|search_options|enable_code_interpreter|translation_options|logprobs|top_logprobs|logit_bias, user, store, metadata, service_tier|modalities and other services' parameters|incremental_output, result_format",
    "2.2": "system|user|assistant|tool|function|developer|name|errors",
    "2.3": "partial mode",
    "2.4": "sampling defaults",
    "2.5": "source_lang|target_lang|terms|tm_list|domains|rules",
    "2.6": "explicit cache",
    "3.1": "id|object|created|model|system_fingerprint|service_tier|choices[].index|choices[].finish_reason|choices[].logprobs|message.role|message.content|message.reasoning_content|message.tool_calls|message.refusal, audio, function_call, annotations|usage|usage.prompt_tokens_details|usage.completion_tokens_details",
    "3.2": "every chunk|1 first chunk, non-thinking|1t first chunk, thinking|2t reasoning chunks|3t switch to answer|2 answer chunks|n last choice chunk|u usage chunk|terminator|name + id|later deltas|clients' glue|safest for a compatible server|order|parallel|complex args|replay",
    "3.3": "x-request-id|x-dashscope-call-gateway|req-cost-time, req-arrive-time, resp-start-time|x-envoy-upstream-service-time|server|content-type|transfer-encoding",
    "4.1": "compat, non-stream|two layers|compat, stream|auth error|native",
    "4.2": "invalid_parameter_error|invalid_value|bad role|broken JSON|NotSupportEnableThinking|account|moderation|too large|invalid_api_key|access_denied|model_not_found|model_not_supported|NotFound|conflict|429|5xx",
    "5.1": "system position", "5.2": "last message", "5.3": "tool pairing", "5.4": "tools + stream", "5.5": "n>1", "5.6": "json_object",
    "5.7": "json + thinking", "5.8": "json_schema models", "5.9": "tool_choice", "5.10": "thinking, non-stream", "5.11": "open Qwen3 default",
    "5.12": "soft switches", "5.13": "history thinking", "5.14": "budget hit", "5.15": "stop", "5.16": "context length", "5.17": "output length",
    "5.18": "assistant empty content", "5.19": "search tool name", "5.20": "other vendors",
}  # fmt: skip
EVERY = [f"{section} {row}" for section, rows in ROWS.items() for row in rows.split("|")]


@pytest.mark.parametrize("row", EVERY)
def test_a_row_has_a_check_or_a_reason(row: str) -> None:
    checked = any(row in check.rows for check in checks())
    assert checked != (row in UNSEEN), "either a check or a reason, not both and not neither"


def test_no_check_is_about_a_row_that_is_not_there() -> None:
    named = {row for check in checks() for row in check.rows if row[0] in "2345"}
    assert named <= set(EVERY)
    assert set(UNSEEN) <= set(EVERY)
