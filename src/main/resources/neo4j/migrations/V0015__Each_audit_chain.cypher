UNWIND range(0, 15) AS chain MERGE (:AuditChain {chain: chain});
