'use strict';

/* Signs in, and hands GraphiQL the token. The token lives in this page's memory alone. */

const DEFAULT_QUERY = `# Press Ctrl+Enter to ask, Ctrl+Space to see what can be asked.
# What the answer holds depends on who is signed in: choose, and see the examples.
`;

const element = (id) => document.getElementById(id);

let token = null;
let settings = null;
let examples = [];
let query = DEFAULT_QUERY;

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

/** Offers the examples that the roles of the token have a use for. */
function offer(roles) {
  const select = element('example');
  const offered = examples.filter((example) => example.roles.some((role) => roles.includes(role)));
  select.replaceChildren(new Option('Examples', ''), ...offered.map((example) => new Option(example.title, example.title)));
  select.hidden = offered.length === 0;
}

function showExample() {
  const chosen = examples.find((example) => example.title === element('example').value);
  if (chosen) {
    query = chosen.query;
    render(false);
  }
}

async function signIn() {
  try {
    token = settings ? await demoToken(element('client').value) : element('token').value.trim();
    show('Signed in as ' + describe(claimsOf(token)), 'signed-in');
    offer(claimsOf(token).roles || []);
    element('token').value = '';
  } catch (failure) {
    token = null;
    show('Not signed in: this is no access token', 'failed');
    offer([]);
  }
  render(true);
}

function signOut() {
  token = null;
  show('Not signed in', '');
  offer([]);
  render(true);
}

async function fetcher(request, options) {
  const headers = {
    'Accept': 'application/graphql-response+json, application/json',
    ...(options && options.headers),
    'Content-Type': 'application/json',
  };
  if (token !== null) {
    headers.Authorization = 'Bearer ' + token;
  }
  const response = await fetch('/graphql', {method: 'POST', headers, body: JSON.stringify(request)});
  return response.json();
}

let root = null;
let generation = 0;

/* A new key makes GraphiQL ask for the schema again, since what is shown depends on the viewer. */
function render(anew) {
  root = root || ReactDOM.createRoot(element('graphiql'));
  generation += anew ? 1 : 0;
  root.render(React.createElement(GraphiQL, {
    key: generation,
    fetcher,
    query,
    defaultQuery: DEFAULT_QUERY,
    defaultEditorToolsVisibility: false,
    shouldPersistHeaders: false,
  }));
}

async function start() {
  settings = await findSettings();
  examples = await (await fetch('/graphiql/examples.json')).json();
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
  element('example').addEventListener('change', showExample);
  render(true);
}

start();
