CREATE CONSTRAINT WorkShareDelivery_key IF NOT EXISTS FOR (n:WorkShareDelivery) REQUIRE n.key IS UNIQUE;
