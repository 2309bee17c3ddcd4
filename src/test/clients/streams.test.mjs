// Subscriptions with graphql-ws and graphql-sse, and what plain fetch sees.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient as overWebSocket } from 'graphql-ws';
import { createClient as overEvents } from 'graphql-sse';
import WebSocket from 'ws';
import { PROGRAMS, RECORDED, bearer, record, tokens, url } from './support.mjs';

/** The key of a contribution in the first event of a subscription, while some are recorded. */
async function firstEvent(client) {
  const events = client.iterate({ query: RECORDED });
  const recording = setInterval(record, 1000);
  const { value } = await events.next();
  clearInterval(recording);
  await events.return();
  return value.data.contributionRecorded.contribution.key;
}

test('graphql-ws: a subscription, and a query over the same socket', async () => {
  const client = overWebSocket({
    url: url.replace('http', 'ws') + '/graphql/ws',
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: 'Bearer ' + tokens['viewer-ita'] },
  });
  assert.match(await firstEvent(client), /^CR-/);
  const { value } = await client.iterate({ query: PROGRAMS, variables: { first: 1 } }).next();
  assert.equal(value.data.programs.edges.length, 1);
  await client.dispose();
});

test('graphql-ws: without a token the socket is closed', async () => {
  const closed = await new Promise((resolve) => {
    const client = overWebSocket({
      url: url.replace('http', 'ws') + '/graphql/ws',
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      on: { closed: resolve },
    });
    client.subscribe({ query: '{ __typename }' }, { next: () => {}, error: () => {}, complete: () => {} });
  });
  assert.equal(closed.code, 4401);
});

test('graphql-sse: a subscription and a query in distinct connections', async () => {
  const client = overEvents({ url: url + '/graphql', headers: bearer('viewer-usa') });
  assert.match(await firstEvent(client), /^CR-/);
  const { value } = await client.iterate({ query: PROGRAMS, variables: { first: 1 } }).next();
  assert.equal(value.data.programs.edges.length, 1);
  client.dispose();
});

test('fetch: a page by GET, and 304 for who has it', async () => {
  const page = `${url}/graphql?` + new URLSearchParams({ query: PROGRAMS, variables: JSON.stringify({ first: 2 }) });
  const response = await fetch(page, { headers: bearer('viewer-deu') });
  assert.equal(response.status, 200);
  assert.equal((await response.json()).data.programs.edges.length, 2);
  const tag = response.headers.get('ETag');
  const again = await fetch(page, { headers: { ...bearer('viewer-deu'), 'If-None-Match': tag } });
  assert.equal(again.status, 304);
});
