CREATE CONSTRAINT LifecycleStage_key IF NOT EXISTS FOR (n:LifecycleStage) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ProtectiveMarking_key IF NOT EXISTS FOR (n:ProtectiveMarking) REQUIRE n.key IS UNIQUE;
