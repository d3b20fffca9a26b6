// Stands between the host and a chat client, passes everything on and remembers it.
import { createServer } from 'node:http';

export async function record(port, target, answerInstead = () => null) {
  const calls = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call = { method: request.method, path: request.url, body: parse(body) };
    calls.push(call);
    const own = answerInstead(call);
    if (own) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(own));
      return;
    }
    const { host, connection, 'content-length': length, 'transfer-encoding': coding, ...headers } = request.headers;
    try {
      const passed = await fetch(target + request.url, { method: request.method, headers, body: body.length ? body : undefined });
      const bytes = Buffer.from(await passed.arrayBuffer());
      call.answer = parse(bytes);
      response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'application/json' }).end(bytes);
    } catch (away) {
      response.writeHead(502).end(String(away));
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { calls, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function parse(bytes) {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}
