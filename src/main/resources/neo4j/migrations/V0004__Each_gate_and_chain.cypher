UNWIND range(0, 15) AS stripe MERGE (gate:Gate {stripe: stripe}) SET gate.locks = true;
UNWIND range(0, 15) AS chain MERGE (:AuditChain {chain: chain});
