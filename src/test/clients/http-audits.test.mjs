// The audits of GraphQL over HTTP: each one passes, also those that a server may leave out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { bearer, url } from './support.mjs';

const signedIn = (input, init = {}) => fetch(input, { ...init, headers: { ...init.headers, ...bearer('auditor') } });
const audits = serverAudits({ url: url + '/graphql', fetchFn: signedIn });

test('there are as many audits as were known', () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', result.reason);
  });
}
