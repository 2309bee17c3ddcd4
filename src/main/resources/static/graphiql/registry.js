'use strict';

/* Signs in, and hands GraphiQL the token. The token lives in this page's memory alone. */

const DEFAULT_QUERY = `# Press Ctrl+Enter to ask, Ctrl+Space to see what can be asked.
# What the answer holds depends on who is signed in.

query Programs {
  programs(first: 5) {
    totalCount
    nodes {
      key
      name
      status
      participants(first: 10) {
        edges {
          role
          costShare
          node {
            name
          }
        }
      }
    }
  }
}
`;

const element = (id) => document.getElementById(id);

let token = null;
let settings = null;

/** The settings of a registry that has demo clients; null where tokens come from elsewhere. */
async function findSettings() {
  try {
    const response = await fetch('/graphiql/settings.json');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

async function demoToken(client) {
  const response = await fetch(settings.tokenEndpoint, {
    method: 'POST',
    headers: {
      'Authorization': 'Basic ' + btoa(client + ':' + settings.secret),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  if (!response.ok) {
    throw new Error('no token for ' + client);
  }
  return (await response.json()).access_token;
}

function claimsOf(jwt) {
  const part = jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(part), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function describe(claims) {
  const scope = [claims.nation, claims.organization].concat(claims.programs || []).filter(Boolean).join(', ');
  return claims.sub + ' · ' + (claims.roles || []).join(', ') + (scope ? ' · ' + scope : '');
}

function show(text, state) {
  element('viewer').textContent = text;
  element('viewer').className = state;
  element('sign-out').hidden = token === null;
}

async function signIn() {
  try {
    token = settings ? await demoToken(element('client').value) : element('token').value.trim();
    show('Signed in as ' + describe(claimsOf(token)), 'signed-in');
    element('token').value = '';
  } catch (failure) {
    token = null;
    show('Not signed in: this is no access token', 'failed');
  }
  render();
}

function signOut() {
  token = null;
  show('Not signed in', '');
  render();
}

async function fetcher(request) {
  const headers = {'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json, application/json'};
  if (token !== null) {
    headers.Authorization = 'Bearer ' + token;
  }
  const response = await fetch('/graphql', {method: 'POST', headers, body: JSON.stringify(request)});
  return response.json();
}

let root = null;
let generation = 0;

/* A new key makes GraphiQL ask for the schema again, since what is asked depends on the viewer. */
function render() {
  root = root || ReactDOM.createRoot(element('graphiql'));
  generation += 1;
  root.render(React.createElement(GraphiQL, {
    key: generation,
    fetcher,
    defaultQuery: DEFAULT_QUERY,
    defaultEditorToolsVisibility: false,
    shouldPersistHeaders: false,
    isHeadersEditorEnabled: false,
  }));
}

async function start() {
  settings = await findSettings();
  for (const client of settings ? settings.clients : []) {
    element('client').add(new Option(client.label + ' (' + client.id + ')', client.id));
  }
  element('client-field').hidden = settings === null;
  element('token-field').hidden = settings !== null;
  element('sign-in').addEventListener('submit', (event) => {
    event.preventDefault();
    signIn();
  });
  element('sign-out').addEventListener('click', signOut);
  render();
}

start();
