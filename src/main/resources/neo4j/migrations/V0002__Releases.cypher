CREATE CONSTRAINT Audience_token IF NOT EXISTS FOR (n:Audience) REQUIRE n.token IS UNIQUE;
CREATE CONSTRAINT ReleasePlace_scope IF NOT EXISTS FOR (n:ReleasePlace) REQUIRE n.scope IS UNIQUE;
CREATE INDEX RELEASED_TO_scope_key IF NOT EXISTS FOR ()-[r:RELEASED_TO]-() ON (r.scope, r.key);
CREATE INDEX RELEASED_AT_scope_at_key IF NOT EXISTS FOR ()-[r:RELEASED_AT]-() ON (r.scope, r.at, r.key);
CREATE INDEX FOUND_BY_scope_word_key IF NOT EXISTS FOR ()-[r:FOUND_BY]-() ON (r.scope, r.word, r.key);
