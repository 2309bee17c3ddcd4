package org.jointregistry.technology;

import org.neo4j.cypherdsl.core.Cypher;

import org.jointregistry.shared.CypherText;

/**
 * Statements that find transfers by which technology flows before licence or consents, as
 * {@code FlowRules} judges them, for whoever sees everything. A statement takes the keys
 * of {@code $subjects} and the day {@code $today}, and returns the {@code key} of each
 * that it finds.
 */
public final class FlowFindings {

	/** The day is the transfer's, or else today; the first of a month or a year. */
	private static final String FLOWING = """
			MATCH (t:Transfer) WHERE t.key IN $subjects AND %s
			WITH t, coalesce(t.decided + substring('-01-01', size(t.decided) - 4), $today) AS day
			""".formatted(CypherText.of(Flowing.condition((fact) -> Cypher.property("t", fact))));

	private static final String LICENCE_MISSING = """
			OPTIONAL MATCH (regime:ControlRegime {key: t.regime})
			WITH t, day, regime
			WHERE t.regime IS NOT NULL AND coalesce(regime.licenceRequired, true) AND NOT EXISTS {
			  MATCH (t)-[:TRANSFERRED_UNDER]->(licence:ExportLicence)-[:LICENSED_FOR]->(:Program)<-[:UNDER]-(t)
			  WHERE %s
			}
			RETURN t.key AS key
			""".formatted(CypherText.of(FlowRules.licenceCounts((fact) -> Cypher.property("licence", fact),
			Cypher.property("t", "regime"), Cypher.name("day"))));

	private static final String ROLES = "['" + String.join("', '", Receivers.NO_PARTNERS) + "']";

	private static final String INVOLVED = """
			MATCH (t)-[:UNDER]->(program:Program)
			WITH t, day, program,
			  COLLECT { MATCH (t)-[:TO]->(party) RETURN %s } AS receiving,
			  COLLECT {
			    MATCH (nation:Nation)-[part:PARTICIPATES_IN]->(program)
			    WHERE part.role <> 'FORMER_PARTNER' AND NOT part.role IN %s
			      AND (part.joined IS NULL OR part.joined <= $today) AND (part.left IS NULL OR part.left > $today)
			    RETURN nation.key
			  } AS partners,
			  COLLECT {
			    MATCH (t)-[:OF]->(:Technology) (()-[d:DERIVED_FROM WHERE d.until IS NULL]->())* (inside:Technology)
			    RETURN DISTINCT inside
			  } AS technologies,
			  COLLECT { MATCH (t)-[:RESTS_ON]->()-[:CONSENT_ASKED_OF]->(nation) RETURN nation.key } AS asked
			""".formatted(nations("party"), ROLES);

	/** Whom a request would ask, of owners and of nations of regimes. */
	private static final String HOLDERS = """
			WITH *, COLLECT {
			  UNWIND technologies AS technology
			  MATCH (technology)<-[right:HOLDS_RIGHT]-(holder)
			  WHERE %s
			  UNWIND %s AS nation
			  RETURN nation
			  UNION
			  MATCH (regime:ControlRegime)-[:REGIME_OF]->(of:Nation)
			  WHERE regime.consentRequired AND (regime.key = t.regime OR EXISTS {
			    MATCH (program)<-[:UNDER]-(came:Transfer)-[:OF]->(technology)
			    WHERE technology IN technologies AND came.regime = regime.key AND %s
			  })
			  RETURN of.key AS nation
			} AS holders
			""".formatted(CypherText.of(ConsentHolders.asks((fact) -> Cypher.property("right", fact))),
			nations("holder"), CypherText.of(Flowing.condition((fact) -> Cypher.property("came", fact))));

	private static final String CONSENT_MISSING = """
			WHERE EXISTS {
			  MATCH (t)-[:RESTS_ON]->(request)
			  WHERE NOT EXISTS { (request)-[:CONSENT_IN]->(program) }
			    OR COLLECT { MATCH (t)-[:FROM]->(x) RETURN x ORDER BY x.key }
			      <> COLLECT { MATCH (request)-[:CONSENT_FROM]->(x) RETURN x ORDER BY x.key }
			    OR COLLECT { MATCH (t)-[:TO]->(x) RETURN x ORDER BY x.key }
			      <> COLLECT { MATCH (request)-[:CONSENT_TO]->(x) RETURN x ORDER BY x.key }
			    OR COLLECT { MATCH (t)-[:OF]->(x) RETURN x ORDER BY x.key }
			      <> COLLECT { MATCH (request)-[:CONSENT_ON]->(x) RETURN x ORDER BY x.key }
			    OR EXISTS {
			      MATCH (request)-[:CONSENT_ASKED_OF]->(nation) WHERE NOT EXISTS {
			        MATCH (request)<-[:DECIDES]-(decision:ConsentDecision)-[:DECIDED_BY]->(nation)
			        WHERE %s AND decision.kind <> 'REFUSED' AND (decision.decided IS NULL OR decision.decided <= day)
			      }
			    }
			} OR (size(receiving) = 0
			    OR any(nations IN receiving WHERE size(nations) = 0 OR any(x IN nations WHERE NOT x IN partners)))
			  AND any(holder IN holders WHERE NOT holder IN asked AND none(nations IN receiving WHERE holder IN nations))
			RETURN DISTINCT t.key AS key
			"""
		.formatted(ConsentFile.stands("decision"));

	/** Those that lack a licence that is valid on their date, where one is needed. */
	public static final String WITHOUT_LICENCE = FLOWING + LICENCE_MISSING;

	/**
	 * Those that rest on a request without all its consents, or lack the consent of a
	 * nation that a request would ask.
	 */
	public static final String WITHOUT_CONSENT = FLOWING + INVOLVED + HOLDERS + CONSENT_MISSING;

	private FlowFindings() {
	}

	/** The nations that a party is of, as {@link PartyNations} says. */
	private static String nations(String party) {
		return """
				CASE WHEN %1$s:Nation THEN [%1$s.key] WHEN %1$s:Community THEN []
				  ELSE [(%1$s)-[:SEATED_IN]->(seat:Nation) | seat.key] END""".formatted(party);
	}

}
