package org.jointregistry.technology;

import java.util.Map;
import java.util.Set;

import org.neo4j.driver.TransactionContext;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A program uses a technology once, and a technology is derived from another once and
 * never from itself, by whatever way. The registrar alone writes these relationships, and
 * sees all that a refusal tells of.
 */
@Component
class TieRules implements Rule {

	private static final String DERIVATION = "derivationAdd";

	private static final String USED = """
			RETURN EXISTS { (:Technology {key: $technology})<-[:USES]-(:Program {key: $other}) } AS found
			""";

	private static final String DERIVED = """
			RETURN EXISTS { (:Technology {key: $technology})-[:DERIVED_FROM]->(:Technology {key: $other}) } AS found
			""";

	private static final String DERIVES = """
			RETURN EXISTS {
			  MATCH SHORTEST 1 (:Technology {key: $other})-[:DERIVED_FROM]->+(:Technology {key: $technology})
			} AS found
			""";

	/** Of all derivations, since any other may close a circle. */
	private static final String DERIVATIONS = "derivations";

	@Override
	public Set<String> mutations() {
		return Set.of("technologyUseAdd", DERIVATION);
	}

	@Override
	public void judge(Writing writing) {
		boolean derivation = writing.name().equals(DERIVATION);
		writing.lock(writing.entries()
			.stream()
			.map((entry) -> derivation ? DERIVATIONS : "uses/" + entry.getNamed("technology").key())
			.toList());
		for (Entry entry : writing.entries()) {
			String other = derivation ? "derivedFrom" : "program";
			writing.refuseIf(holds(writing.transaction(), derivation ? DERIVED : USED, entry, other), entry,
					Refusals.TIED_ALREADY, other);
			writing.refuseIf(derivation && holds(writing.transaction(), DERIVES, entry, other), entry,
					Refusals.DERIVED_FROM_ITSELF, other);
		}
	}

	private static boolean holds(TransactionContext graph, String question, Entry entry, String other) {
		String technology = entry.getNamed("technology").key();
		String named = entry.getNamed(other).key();
		return graph.run(question, Map.of("technology", technology, "other", named)).single().get("found").asBoolean();
	}

	/** Reasons to refuse a relationship. */
	private enum Refusals implements RefusalCode {

		DERIVED_FROM_ITSELF("The technology would be derived from itself, by way of others"),
		TIED_ALREADY("There is such a relationship between the two already");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
