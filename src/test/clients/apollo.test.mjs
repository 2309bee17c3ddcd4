// Apollo Client 4, with its normalised cache, its pages as Relay has them, and persisted queries.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { PROGRAMS, RECORD, RECORDED, bearer, contribution, record, tokens, url } from './support.mjs';

const http = (client) => new HttpLink({ uri: url + '/graphql', headers: bearer(client) });

const apollo = (link) => new ApolloClient({
  link,
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { programs: relayStylePagination() } } } }),
});

test('a query, and the next page into the same list', async () => {
  const client = apollo(http('viewer-deu'));
  const query = client.watchQuery({ query: gql(PROGRAMS), variables: { first: 2 } });
  const subscription = query.subscribe(() => {});
  const { data } = await query.refetch();
  assert.equal(data.programs.edges.length, 2);
  await query.fetchMore({ variables: { first: 3, after: data.programs.pageInfo.endCursor } });
  const { edges } = client.readQuery({ query: gql(PROGRAMS), variables: { first: 2 } }).programs;
  assert.equal(edges.length, 5);
  assert.equal(new Set(edges.map((edge) => edge.node.id)).size, 5);
  subscription.unsubscribe();
  client.stop();
});

test('a mutation, once for its idempotency key', async () => {
  const client = apollo(http('manager-efa'));
  const input = contribution(crypto.randomUUID());
  const first = await client.mutate({ mutation: gql(RECORD), variables: { input } });
  assert.deepEqual(first.data.contributionRecord.errors, []);
  const again = await client.mutate({ mutation: gql(RECORD), variables: { input } });
  assert.equal(again.data.contributionRecord.contribution.key, first.data.contributionRecord.contribution.key);
  client.stop();
});

test('an error with its code', async () => {
  const client = apollo(http('viewer-deu'));
  const failed = client.query({ query: gql('query TooMany { programs(first: 100000) { totalCount } }') });
  await assert.rejects(failed, (error) => CombinedGraphQLErrors.is(error)
    && error.errors[0].extensions.code === 'BAD_INPUT');
  client.stop();
});

test('a persisted query by its hash, and the whole one where the registry does not know it', async () => {
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  const client = apollo(ApolloLink.from([new PersistedQueryLink({ sha256 }), http('viewer-deu')]));
  const { data } = await client.query({ query: gql(PROGRAMS), variables: { first: 1 } });
  assert.equal(data.programs.edges.length, 1);
  client.stop();
});

test('a subscription over WebSocket', async () => {
  const socket = createClient({
    url: url.replace('http', 'ws') + '/graphql/ws',
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: 'Bearer ' + tokens['viewer-deu'] },
  });
  const client = apollo(new GraphQLWsLink(socket));
  const recording = setInterval(record, 1000);
  const event = await new Promise((resolve, reject) => {
    client.subscribe({ query: gql(RECORDED) }).subscribe({ next: resolve, error: reject });
  });
  clearInterval(recording);
  assert.match(event.data.contributionRecorded.contribution.key, /^CR-/);
  client.stop();
  await socket.dispose();
});
