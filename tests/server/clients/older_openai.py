"""What an earlier openai SDK does with a server of tiny; run with the server's address. Prints the SDK's version."""

import sys

import openai

client = openai.OpenAI(base_url=sys.argv[1] + "/v1", api_key="none")
asked = {"model": "tiny", "messages": [{"role": "user", "content": "Hello"}], "seed": 1}
whole = client.chat.completions.create(**asked).choices[0].message.content
chunks = client.chat.completions.create(**asked, stream=True, stream_options={"include_usage": True})
said = "".join(c.choices[0].delta.content for c in chunks if c.choices)
assert said == whole, (said, whole)
try:
    client.chat.completions.create(**asked, temperature=2)
except openai.BadRequestError as error:
    assert error.code == "invalid_parameter_error", error
else:
    raise AssertionError("a temperature of 2 was taken")
print(openai.__version__)
