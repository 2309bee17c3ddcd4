CREATE INDEX FOUND_BY_scope_word_key IF NOT EXISTS FOR ()-[r:FOUND_BY]-() ON (r.scope, r.word, r.key);
