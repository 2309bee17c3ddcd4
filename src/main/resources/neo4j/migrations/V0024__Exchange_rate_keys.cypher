CREATE CONSTRAINT ExchangeRate_key IF NOT EXISTS FOR (n:ExchangeRate) REQUIRE n.key IS UNIQUE;
CREATE INDEX ExchangeRate_date IF NOT EXISTS FOR (n:ExchangeRate) ON (n.date);
