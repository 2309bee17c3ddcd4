CREATE CONSTRAINT ControlRegime_key IF NOT EXISTS FOR (n:ControlRegime) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ExportLicence_key IF NOT EXISTS FOR (n:ExportLicence) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ConsentRequest_key IF NOT EXISTS FOR (n:ConsentRequest) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ConsentDecision_key IF NOT EXISTS FOR (n:ConsentDecision) REQUIRE n.key IS UNIQUE;
