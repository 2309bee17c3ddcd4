// The tools that read the schema: Relay's compiler, GraphQL Code Generator, and the linter's rules.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import { buildSchema, isObjectType } from 'graphql';
import graphqlEslint from '@graphql-eslint/eslint-plugin';
import { bearer, schema, url } from './support.mjs';

const run = promisify(execFile);
const bin = (name) => `node_modules/.bin/${name}`;

const FRAGMENT = `
fragment Programs_query on Query
@refetchable(queryName: "ProgramsPage")
@argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
  programs(first: $count, after: $cursor) @connection(key: "Programs_programs") {
    edges { node { id name ...Program_program } }
  }
}`;

test('relay-compiler takes the schema, a page that goes on and a fragment at a node', async () => {
  await mkdir('relay/src', { recursive: true });
  await writeFile('relay/schema.graphql', await readFile(schema));
  await writeFile('relay/relay.config.json', JSON.stringify({
    src: './src', schema: './schema.graphql', language: 'javascript',
  }));
  await writeFile('relay/src/Programs.js', `
    import { graphql } from 'react-relay';
    graphql\`query ProgramsQuery { ...Programs_query }\`;
    graphql\`${FRAGMENT}\`;
    graphql\`fragment Program_program on Program
      @refetchable(queryName: "ProgramAgain") { key participants(first: 5) { edges { role node { name } } } }\`;`);
  await run('../' + bin('relay-compiler'), ['relay.config.json'], { cwd: 'relay' });
  const compiled = await readFile('relay/src/__generated__/ProgramsQuery.graphql.js', 'utf8');
  const query = JSON.parse(compiled.match(/"text": (".*")/)[1]);
  const response = await fetch(url + '/graphql', {
    method: 'POST',
    headers: { ...bearer('viewer-deu'), 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  assert.equal(answer.errors, undefined);
  assert.equal(answer.data.programs.edges.length, 10);
});

test('GraphQL Code Generator makes types with the client preset, and a manifest of documents', async () => {
  await mkdir('codegen/src', { recursive: true });
  await writeFile('codegen/src/programs.ts', `
    import { graphql } from './gql';
    export const Programs = graphql(\`query Programs { programs(first: 1) { nodes { id key } } }\`);`);
  await writeFile('codegen/codegen.json', JSON.stringify({
    schema,
    documents: ['codegen/src/*.ts'],
    generates: { 'codegen/src/gql/': { preset: 'client', presetConfig: { persistedDocuments: true } } },
  }));
  await run(bin('graphql-codegen'), ['--config', 'codegen/codegen.json']);
  assert.match(await readFile('codegen/src/gql/graphql.ts', 'utf8'), /export type ProgramsQuery/);
  const documents = JSON.parse(await readFile('codegen/src/gql/persisted-documents.json'));
  assert.match(Object.values(documents)[0], /programs\(first: 1\)/);
});

/** The types that are no nodes, and so have no global id. */
function typesWithoutId(sdl) {
  const { Node } = buildSchema(sdl).getTypeMap();
  return Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => isObjectType(type) && !type.getInterfaces().some((one) => one.name === Node.name))
    .map((type) => type.name);
}

/** Fields that the linter takes for repetitions of their type's name: the verb, what a vote is, a contract's party, and the share. */
const WELL_NAMED = ['Field "recordedAt" starts with the name of the parent type "Record"',
  'Field "vote" starts with the name of the parent type "Vote"',
  'Field "contractor" starts with the name of the parent type "Contract"',
  'Field "proposedShare" starts with the name of the parent type "ProposedShare"'];

test('the linter has nothing to say of the schema', async () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [{
      files: ['**/*.graphql'],
      languageOptions: { parser: graphqlEslint.parser, parserOptions: { graphQLConfig: { schema: './lint/schema.graphql' } } },
      plugins: { '@graphql-eslint': graphqlEslint },
      rules: {
        ...graphqlEslint.configs['flat/schema-recommended'].rules,
        ...graphqlEslint.configs['flat/schema-relay'].rules,
        // An id is what a node has; lists besides those of edges are nodes, errors, groups and values
        '@graphql-eslint/strict-id-in-types': ['error', { exceptions: { types: typesWithoutId(await readFile(schema, 'utf8')) } }],
        '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      },
    }],
  });
  await mkdir('lint', { recursive: true });
  await writeFile('lint/schema.graphql', await readFile(schema));
  const results = await eslint.lintFiles('lint/schema.graphql');
  const found = results.flatMap((result) => result.messages)
    .filter((finding) => !WELL_NAMED.includes(finding.message))
    .map((finding) => `${finding.line} ${finding.ruleId}: ${finding.message}`);
  assert.deepEqual(found, []);
});
