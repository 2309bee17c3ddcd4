// urql 6 as it comes: queries by GET as long as the URL is short.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { PROGRAMS, RECORD, bearer, contribution, url } from './support.mjs';

const methods = [];

const urql = (client) => new Client({
  url: url + '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: { headers: bearer(client) },
  fetch: (input, init) => {
    methods.push(init?.method ?? 'GET');
    return fetch(input, init);
  },
});

test('a query by GET, and the next page', async () => {
  const client = urql('viewer-deu');
  const first = await client.query(PROGRAMS, { first: 2 }).toPromise();
  assert.equal(first.error, undefined);
  assert.equal(first.data.programs.edges.length, 2);
  const { endCursor } = first.data.programs.pageInfo;
  const second = await client.query(PROGRAMS, { first: 2, after: endCursor }).toPromise();
  assert.notEqual(second.data.programs.edges[0].node.id, first.data.programs.edges[0].node.id);
  assert.ok(methods.includes('GET'), methods.join());
});

test('a mutation by POST', async () => {
  const input = contribution(crypto.randomUUID());
  const { data, error } = await urql('manager-efa').mutation(RECORD, { input }).toPromise();
  assert.equal(error, undefined);
  assert.match(data.contributionRecord.contribution.key, /^CR-/);
  assert.equal(methods.at(-1), 'POST');
});

test('an error with its code', async () => {
  const { error } = await urql('viewer-deu').query(PROGRAMS, { first: 100000 }).toPromise();
  assert.equal(error.graphQLErrors[0].extensions.code, 'BAD_INPUT');
});
