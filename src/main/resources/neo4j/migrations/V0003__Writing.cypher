CREATE CONSTRAINT Gate_stripe IF NOT EXISTS FOR (n:Gate) REQUIRE n.stripe IS UNIQUE;
CREATE CONSTRAINT Lock_name IF NOT EXISTS FOR (n:Lock) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT IdempotencyRecord_client_key IF NOT EXISTS FOR (n:IdempotencyRecord) REQUIRE (n.client, n.key) IS UNIQUE;
CREATE CONSTRAINT AuditChain_chain IF NOT EXISTS FOR (n:AuditChain) REQUIRE n.chain IS UNIQUE;
CREATE CONSTRAINT AuditEntry_chain_sequence IF NOT EXISTS FOR (n:AuditEntry) REQUIRE (n.chain, n.sequence) IS UNIQUE;
CREATE INDEX AuditEntry_recordKey_key IF NOT EXISTS FOR (n:AuditEntry) ON (n.recordKey, n.key);
CREATE INDEX AuditEntry_at_key IF NOT EXISTS FOR (n:AuditEntry) ON (n.at, n.key);
CREATE INDEX ExchangeRate_date IF NOT EXISTS FOR (n:ExchangeRate) ON (n.date);
CREATE INDEX ImportMatch_subject IF NOT EXISTS FOR (n:ImportMatch) ON (n.subject);
