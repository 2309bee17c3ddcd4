// What the tests share: where the registry is, and who asks.

export const url = process.env.REGISTRY_URL;
export const tokens = JSON.parse(process.env.REGISTRY_TOKENS);
export const schema = process.env.REGISTRY_SCHEMA;

export const bearer = (client) => ({ Authorization: 'Bearer ' + tokens[client] });

export const id = (type, key) => Buffer.from(`${type}:${key}`).toString('base64url');

export const PROGRAMS = `
  query Programs($first: Int!, $after: String) {
    programs(first: $first, after: $after) {
      totalCount
      edges { cursor node { id key name } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

export const RECORD = `
  mutation Record($input: ContributionRecordInput!) {
    contributionRecord(input: $input) { contribution { id key } errors { code } }
  }`;

export const RECORDED = `
  subscription Recorded { contributionRecorded { cursor contribution { key } } }`;

/** A contribution to a fictional program, seen by everyone. */
export const contribution = (idempotencyKey) => ({
  idempotencyKey,
  program: id('Program', 'FX-OSPREY'),
  contributor: id('Nation', 'DEU'),
  kind: 'CALLED',
  form: 'CASH',
  amount: '5',
  currency: 'EUR',
  marking: 'PUBLIC',
});

/** Records a contribution as its program's manager, and gives its key. */
export async function record() {
  const response = await fetch(url + '/graphql', {
    method: 'POST',
    headers: { ...bearer('manager-efa'), 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: RECORD, variables: { input: contribution(crypto.randomUUID()) } }),
  });
  const answer = await response.json();
  return answer.data.contributionRecord.contribution.key;
}
