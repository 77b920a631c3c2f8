// What the openai package for Node does with a server of tiny; run with the server's address.

import assert from "node:assert/strict";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: process.argv[2] + "/v1", apiKey: "none", maxRetries: 0 });
const chat = client.chat.completions;
const asked = { model: "tiny", messages: [{ role: "user", content: "Hello" }], temperature: 0 };
const question = [{ role: "user", content: "What is the weather in Beijing?" }];
const weather = {
  name: "get_current_weather",
  description: "Get the current weather",
  parameters: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
};

async function anAnswerStreamed() {
  const whole = await chat.create(asked);
  let said = "", usage;
  for await (const chunk of await chat.create({ ...asked, stream: true, stream_options: { include_usage: true } })) {
    said += chunk.choices[0]?.delta?.content ?? "";
    usage = chunk.usage ?? usage;
  }
  assert.ok(said);
  assert.equal(said, whole.choices[0].message.content);
  assert.equal(usage.completion_tokens, whole.usage.completion_tokens);
}

async function aCallStreamed() {
  const tools = [{ type: "function", function: weather }];
  const stream = chat.stream({ model: "tiny", messages: question, tools, temperature: 0 });
  let parts = "";
  stream.on("tool_calls.function.arguments.delta", (part) => (parts += part.arguments_delta));
  const [call] = (await stream.finalMessage()).tool_calls;
  assert.equal(call.function.name, "get_current_weather");
  assert.equal(call.function.arguments, parts);
  assert.deepEqual(JSON.parse(parts), { location: "Beijing" });
}

async function aRoundOfTools() {
  const asked = [];
  const run = (where) => (asked.push(where), '{"temperature": 21, "condition": "sunny"}');
  const tools = [{ type: "function", function: { ...weather, function: run, parse: JSON.parse } }];
  const runner = chat.runTools({ model: "tiny", stream: true, messages: question, tools, temperature: 0 });
  assert.match(await runner.finalContent(), /21/);
  assert.deepEqual(asked, [{ location: "Beijing" }]);
}

async function aRefusal() {
  await assert.rejects(chat.create({ ...asked, temperature: 2 }), (error) => {
    assert.ok(error instanceof OpenAI.BadRequestError);
    assert.deepEqual([error.code, error.param], ["invalid_parameter_error", "temperature"]);
    assert.ok(error.requestID);
    return true;
  });
}

await anAnswerStreamed();
await aCallStreamed();
await aRoundOfTools();
await aRefusal();
