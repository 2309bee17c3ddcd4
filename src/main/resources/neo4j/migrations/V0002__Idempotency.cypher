CREATE CONSTRAINT IdempotencyRecord_client_key IF NOT EXISTS FOR (n:IdempotencyRecord) REQUIRE (n.client, n.key) IS UNIQUE;
