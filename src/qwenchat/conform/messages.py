"""Sections 2.3 and 2.5, and what is too long: what conversations do."""

from typing import Any

from qwenchat.conform.check import Check, Found, about
from qwenchat.conform.looks import effect, seen
from qwenchat.conform.probe import QUESTION, Probe, Reply

HI = {"role": "user", "content": "Hi"}


def _partial(probe: Probe) -> Found:
    # A text that the model would have written itself: it goes on where it was cut.
    text = probe.whole.text
    cut = text.index(" ", len(text) // 2)
    reply = probe.ask(messages=[*QUESTION, {"role": "assistant", "content": text[:cut], "partial": True}])
    return seen(reply.served and reply.text.strip().startswith(text[cut:].strip()[:12]), reply)


def _translated(probe: Probe, **more: Any) -> Found:
    """Whether options have an effect: on the text, or at least on what the model is told."""
    text = [{"role": "user", "content": "The fox sleeps."}]
    options = {"source_lang": "English", "target_lang": "Chinese"}
    plain = {"translation_options": options} if more and "source_lang" not in more else {}
    reply, other = probe.ask(messages=text, translation_options=options | more), probe.ask(messages=text, **plain)
    if reply.status == 400 and not (probe.row is not None and probe.row.translates):
        return Found("not seen", reply.shown())
    if not (reply.served and other.served):
        return seen(reply.served, reply)  # a translator refuses to do anything else
    return seen((reply.text, _n_prompt(reply)) != (other.text, _n_prompt(other)), reply)


def _n_prompt(reply: Reply) -> int:
    return int(reply.json["usage"]["prompt_tokens"])


def _language(probe: Probe) -> Found:
    reply = probe.ask(messages=[HI], translation_options={"source_lang": "auto", "target_lang": "Klingonese"})
    if reply.served:
        return Found("accepts", reply.shown())
    right = reply.status == 400 and "暂时不支持当前设置的语种！" in str(reply.error.get("message"))
    return Found("refuses" if right else "differs", reply.shown())


def _too_long(probe: Probe) -> Found:
    if probe.context is None or probe.context > 300_000:
        return Found("not seen", "the context is unknown, or so long that filling it would be unkind")
    reply = probe.ask(messages=[{"role": "user", "content": "fox " * (probe.context + 64)}])
    if reply.served:
        return Found("ignores", f"cut in silence: {reply.shown()}")
    right = reply.status == 400 and "Range of input length should be [1, " in str(reply.error.get("message"))
    return Found("refuses" if right else "breaks" if reply.status >= 500 else "differs", reply.shown())


CHECKS: tuple[Check, ...] = (
    effect("partial", about("2.3 partial mode"), _partial),
    effect(
        "translation: languages by name",
        about("2.5 source_lang", "2.5 target_lang", "2.1 translation_options"),
        _translated,
    ),
    effect(
        "translation: languages by code, source unknown",
        about("2.5 source_lang", "2.5 target_lang"),
        lambda probe: _translated(probe, source_lang="auto", target_lang="zh"),
    ),
    effect(
        "translation: terms",
        about("2.5 terms"),
        lambda probe: _translated(probe, terms=[{"source": "fox", "target": "狐狸"}]),
    ),
    effect(
        "translation: memory",
        about("2.5 tm_list"),
        lambda probe: _translated(probe, tm_list=[{"source": "The dog sleeps.", "target": "狗在睡觉。"}]),
    ),
    effect(
        "translation: domains",
        about("2.5 domains"),
        lambda probe: _translated(probe, domains="From a book for children."),
    ),
    Check(
        "translation: a language that isn't",
        about("2.1 translation_options", "2.5 target_lang"),
        _language,
        frozenset({"refuses"}),
    ),
    Check("input beyond the context", about("5.16 context length"), _too_long, frozenset({"refuses"})),
)
"""Conversations, in the reference's order."""
