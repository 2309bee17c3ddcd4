CREATE CONSTRAINT AgreementReversal_key IF NOT EXISTS FOR (n:AgreementReversal) REQUIRE n.key IS UNIQUE;
