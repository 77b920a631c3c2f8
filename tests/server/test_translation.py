"""Translation by any model, and role-play that outlives its context."""

import pytest
from msgspec.structs import replace

from qwenchat import ChatModel, ChatTokenizer
from qwenchat.chat.responder import LocalResponder
from qwenchat.prompts.translation import translation_prompt
from qwenchat.protocol import ChatRequest
from qwenchat.protocol.wire.languages import language
from qwenchat.server.character import within
from tests.chat.conftest import model, tokenizer  # noqa: F401
from tests.server.conftest import Server

OPTIONS = {"source_lang": "auto", "target_lang": "English"}


@pytest.mark.parametrize(
    ("spelled", "name"),
    [("Chinese", "Chinese"), ("zh", "Chinese"), ("ZH-tw", "Traditional Chinese"), ("yue", "Cantonese"), ("xx", None)],
)
def test_languages_by_name_and_code(spelled: str, name: str | None) -> None:
    assert language(spelled) == name


def test_a_translation_s_prompt_has_all_that_was_given(server: Server) -> None:
    asked = {"messages": [{"role": "user", "content": "你好"}], "max_tokens": 3}
    bare = server.chat(asked | {"translation_options": OPTIONS}).json()["usage"]["prompt_tokens"]
    terms = OPTIONS | {"terms": [{"source": "你好", "target": "Hi"}], "domains": "a letter"}
    assert server.chat(asked | {"translation_options": terms}).json()["usage"]["prompt_tokens"] > bare + 5
    text = translation_prompt(
        "你好", terms | {"source_lang": "Chinese", "tm_list": [{"source": "好", "target": "good"}]}
    )
    for part in ("from Chinese into English", "你好 → Hi", "好 → good", "a letter"):
        assert part in text
    assert text.endswith("Text:\n你好")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"source_lang": "auto", "target_lang": "Klingonese"}, "暂时不支持当前设置的语种！"),
        ({"source_lang": "zh", "target_lang": "auto"}, "暂时不支持当前设置的语种！"),
        ({"source_lang": "zh"}, "translation_options.target_lang is required."),
        (OPTIONS | {"glossary": []}, "translation_options may hold source_lang, target_lang, terms"),
        (OPTIONS | {"terms": [{"source": "a"}]}, "'translation_options.terms[0].target' must be String"),
    ],
)
def test_options_that_are_refused(server: Server, options: dict, words: str) -> None:
    reply = server.chat({"translation_options": options})
    assert reply.status_code == 400
    assert words in reply.json()["error"]["message"]


def test_one_text_is_translated_and_no_conversation(server: Server) -> None:
    talk = [{"role": "system", "content": "x"}, {"role": "user", "content": "你好"}]
    reply = server.chat({"messages": talk, "translation_options": OPTIONS})
    assert "Role must be in [user, assistant]" in reply.json()["error"]["message"]


def test_a_persona_stays_when_old_turns_go(model: ChatModel, tokenizer: ChatTokenizer) -> None:  # noqa: F811
    responder = LocalResponder(model, tokenizer)
    persona = {"role": "system", "content": "You are a pirate."}
    turns = [{"role": role, "content": f"{i} " + "word " * 50} for i in range(30) for role in ("user", "assistant")] + [
        {"role": "user", "content": "Who are you?"}
    ]
    request = ChatRequest("tiny", (persona, *turns))
    kept = within(request, responder, 1000)
    assert kept.messages[0] == persona
    assert kept.messages[1]["role"] == "user"
    assert kept.messages[-1] == turns[-1]
    assert len(responder.prompt_ids(kept)) <= 1000
    assert len(responder.prompt_ids(replace(request, messages=(persona, *turns[-len(kept.messages) - 1 :])))) > 1000
    assert within(kept, responder, 1000) is kept
