CREATE CONSTRAINT ReleasePlace_scope IF NOT EXISTS FOR (n:ReleasePlace) REQUIRE n.scope IS UNIQUE;
CREATE INDEX RELEASED_AT_scope_at_key IF NOT EXISTS FOR ()-[r:RELEASED_AT]-() ON (r.scope, r.at, r.key);
