package org.jointregistry.costsharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.driver.Value;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.access.Validity;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.CypherText;

/**
 * A nation contributes to programs that it takes or took part in, and pledges only to
 * those that it takes part in today: one that left still settles what it owes, but
 * promises nothing anew. Whoever writes manages the program or is a delegate of the
 * nation, and so sees whatever is told of here.
 */
@Component
@Order(2)
class PartnerRules implements Rule {

	private static final String PARTS = parts();

	@Override
	public Set<String> mutations() {
		return Mutations.STATING;
	}

	@Override
	public void judge(Writing writing) {
		List<Entry> nations = writing.entries()
			.stream()
			.filter((entry) -> contributor(entry).label().equals("Nation"))
			.toList();
		Map<Map<String, String>, Boolean> parts = new HashMap<>();
		writing.transaction()
			.run(PARTS,
					Map.of("pairs", nations.stream().map(PartnerRules::pair).distinct().toList(), Validity.TODAY,
							writing.today()))
			.forEachRemaining((row) -> parts.put(row.get("pair").asMap(Value::asString), row.get("today").asBoolean()));
		for (Entry entry : nations) {
			Boolean today = parts.get(pair(entry));
			boolean pledged = Mutations.kind(entry).equals("PLEDGED");
			writing.refuseIf(today == null || pledged && !today, entry, LedgerRefusal.NOT_A_PARTNER,
					Mutations.contributorField(entry));
		}
	}

	private static NodeRef contributor(Entry entry) {
		return entry.getNamed(Mutations.contributorField(entry));
	}

	private static Map<String, String> pair(Entry entry) {
		return Map.of("nation", contributor(entry).key(), "program", entry.getNamed("program").key());
	}

	/** Pairs of nation and program with a participation, and whether one holds today. */
	private static String parts() {
		SymbolicName pair = Cypher.name("pair");
		Node nation = Cypher.node("Nation").named("nation");
		Node program = Cypher.node("Program").named("program");
		Relationship part = nation.relationshipTo(program, "PARTICIPATES_IN").named("part");
		Expression today = Cypher.coalesce(Cypher.isTrue().and(Validity.takesPart(part)), Cypher.literalFalse());
		return CypherText.of(Cypher.unwind(Cypher.parameter("pairs"))
			.as(pair)
			.match(part)
			.where(nation.property("key")
				.isEqualTo(Cypher.property(pair, "nation"))
				.and(program.property("key").isEqualTo(Cypher.property(pair, "program"))))
			.returning(pair, Cypher.literalTrue().in(Cypher.collect(today)).as("today"))
			.build());
	}

}
