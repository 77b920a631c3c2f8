"""The warnings that nothing was cut or dropped in silence."""


class QwenChatWarning(UserWarning):
    """Something a caller of `chat` would want to know, and that its return value can't say."""


class AnswerCut(QwenChatWarning):
    """The answer ended because its length was reached, not because the model was done."""


class TurnsDropped(QwenChatWarning):
    """Old turns fell out of `max_window_size` and were not sent."""
