// The rights that the registry needs in Neo4j, and no more. For Neo4j Enterprise and Aura: Community knows users, but no
// roles and no rights, so that any user there may do everything.
//
// Run it as an administrator, in the database `system`, with a password of your own:
//
//   cypher-shell -d system -P 'password => "..."' -f registry-user.cypher

CREATE ROLE registry IF NOT EXISTS;

GRANT ACCESS ON DATABASE neo4j TO registry;

// It reads and writes all of the graph: who sees what is the registry's to say
GRANT MATCH {*} ON GRAPH neo4j ELEMENTS * TO registry;
GRANT WRITE ON GRAPH neo4j TO registry;

// The migrations at its start, which make keys and indexes, and the names that data brings
GRANT NAME MANAGEMENT ON DATABASE neo4j TO registry;
GRANT CONSTRAINT MANAGEMENT ON DATABASE neo4j TO registry;
GRANT INDEX MANAGEMENT ON DATABASE neo4j TO registry;
GRANT EXECUTE PROCEDURE dbms.components ON DBMS TO registry;
GRANT EXECUTE PROCEDURE db.* ON DBMS TO registry;

CREATE USER registry IF NOT EXISTS SET PASSWORD $password CHANGE NOT REQUIRED;
GRANT ROLE registry TO registry;
