CREATE CONSTRAINT AuditEntry_chain_sequence IF NOT EXISTS FOR (n:AuditEntry) REQUIRE (n.chain, n.sequence) IS UNIQUE;
CREATE CONSTRAINT AuditChain_chain IF NOT EXISTS FOR (n:AuditChain) REQUIRE n.chain IS UNIQUE;
CREATE INDEX AuditEntry_recordKey_key IF NOT EXISTS FOR (n:AuditEntry) ON (n.recordKey, n.key);
CREATE INDEX AuditEntry_at_key IF NOT EXISTS FOR (n:AuditEntry) ON (n.at, n.key);
