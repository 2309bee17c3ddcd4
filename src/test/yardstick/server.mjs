// The GraphQL library of Neo4j behind its usual server, on the database of the benchmark. The first line of standard
// input says where that is; where it listens itself is the first line of its output. It ends with its input.
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const IDLE_MILLISECONDS = 120_000;

const input = createInterface({ input: process.stdin });
input.on('close', () => process.exit(0));
const { value: line } = await input[Symbol.asyncIterator]().next();
const settings = JSON.parse(line);

// Connections outlast the laps of the others.
subscribe('http.server.request.start', ({ server }) => {
  server.keepAliveTimeout = IDLE_MILLISECONDS;
});

const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password));
await driver.verifyConnectivity();

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

async function serve(typeDefs, features, context) {
  const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
  const listen = { host: '127.0.0.1', port: 0 };
  return (await startStandaloneServer(new ApolloServer({ schema }), { listen, context })).url;
}

const types = read('types.graphql');
const all = await serve(types, {}, async () => ({}));
const released = await serve([types, read('released.graphql')], { authorization: { key: settings.secret } },
  async ({ req }) => ({ token: req.headers.authorization }));
console.log(JSON.stringify({ all, released }));
