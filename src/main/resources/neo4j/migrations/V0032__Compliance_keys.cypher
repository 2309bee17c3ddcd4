CREATE CONSTRAINT RestrictedListEntry_key IF NOT EXISTS FOR (n:RestrictedListEntry) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ComplianceCheck_key IF NOT EXISTS FOR (n:ComplianceCheck) REQUIRE n.key IS UNIQUE;
