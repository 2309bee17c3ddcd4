// The nations that a record names, of records stored before that was kept with them.
MATCH (n) WHERE n.releasedTo IS NOT NULL AND n.namedNations IS NULL
CALL (n) {
  SET n.namedNations = COLLECT {
    MATCH (n)-[:CONTRIBUTES|PERFORMED_BY|FROM|TO]-(nation:Nation) RETURN DISTINCT nation.key
  }
} IN TRANSACTIONS OF 10000 ROWS;

// Words that were split where a name has a character that is not seen: the start stores them anew.
MATCH (n)
WHERE n.words IS NOT NULL
  AND any(name IN [n.key, n.name, n.title, n.shortName, n.scheme] WHERE name =~ '(?s).*\\p{Cf}.*')
CALL (n) {
  REMOVE n.words
} IN TRANSACTIONS OF 10000 ROWS;
