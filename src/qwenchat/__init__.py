"""Qwen chat on your own machines: in process (`chat`, `chat_stream`) and, from the shell, as a program."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qwenchat.chat import AutoModelForCausalLM, AutoTokenizer, ChatModel, ChatTokenizer, GenerationConfig

__version__ = "0.1.0"
__all__ = ["AutoModelForCausalLM", "AutoTokenizer", "ChatModel", "ChatTokenizer", "GenerationConfig"]


def __getattr__(name: str) -> Any:
    # Importing the package costs nothing; the door opens at the first name taken from it.
    if name in __all__:
        from qwenchat import chat

        return getattr(chat, name)
    raise AttributeError(f"module 'qwenchat' has no attribute {name!r}")
