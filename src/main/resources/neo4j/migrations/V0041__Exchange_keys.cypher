CREATE CONSTRAINT ExchangeArrangement_key IF NOT EXISTS FOR (n:ExchangeArrangement) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT SupportedOperation_key IF NOT EXISTS FOR (n:SupportedOperation) REQUIRE n.key IS UNIQUE;
