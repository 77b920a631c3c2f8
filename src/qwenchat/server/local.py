"""A model of this machine behind a name: a folder, a hub name, or tiny."""

from collections.abc import Mapping
from glob import escape
from typing import Any

from msgspec import Struct, field

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.responder import Responder


class LocalSource(Struct, frozen=True):
    """A checkpoint, and how it is to run; `keywords` are those of `from_pretrained`."""

    checkpoint: str
    keywords: Mapping[str, Any] = field(default_factory=dict)

    def check(self) -> None:
        """Raise InvalidValue if the keywords can't be served, whatever the checkpoint; nothing is loaded."""
        if self.keywords:
            from qwenchat.chat.auto import running_from

            running_from(self.keywords)

    def n_bytes(self) -> int:
        """The size of its weights' files; of half of them where int8 is asked for."""
        from qwenchat.chat.auto import folder_of
        from qwenchat.chat.options import Source

        place = folder_of(Source(self.checkpoint))
        if place.is_dir():
            files = list(place.glob("*.safetensors"))
        else:
            files = list(place.parent.glob(escape(place.name).replace("-00001-of-", "-*-of-")))  # all of its parts
        n_bytes = sum(file.stat().st_size for file in files)
        return n_bytes // 2 if self.keywords.get("quantization") == "int8" else n_bytes

    def load(self) -> Responder:
        """The model, ready to answer."""
        from qwenchat.chat import AutoModelForCausalLM, AutoTokenizer
        from qwenchat.chat.responder import LocalResponder

        model = AutoModelForCausalLM.from_pretrained(self.checkpoint, **self.keywords)
        responder = LocalResponder(model, AutoTokenizer.from_pretrained(self.checkpoint))
        # The first prompt compiles the template: better now than while somebody waits.
        responder.prompt_ids(ChatRequest(self.checkpoint, ({"role": "user", "content": "Hello"},)))
        return responder
