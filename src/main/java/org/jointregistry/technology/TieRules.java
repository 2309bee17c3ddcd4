package org.jointregistry.technology;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A program uses a technology once at a time, and so is a technology derived from
 * another, and never from itself, by whatever way, past or present. The registrar alone
 * writes these relationships, and sees all that a refusal tells of.
 */
@Component
class TieRules implements Rule {

	private static final String USE = "technologyUseAdd";

	private static final String DERIVATION = "derivationAdd";

	private static final String USE_REVISE = "technologyUseRevise";

	private static final String DERIVATION_REVISE = "derivationRevise";

	private static final String UNTIL = "until";

	private static final String USES = "(of)<-[tie:USES]-(far:Program)";

	private static final String DERIVED = "(of)-[tie:DERIVED_FROM]->(far:Technology)";

	private static final String TIED = """
			MATCH (of:Technology {key: $technology})
			RETURN EXISTS { MATCH %s WHERE far.key = $other AND tie.until IS NULL } AS found
			""";

	private static final String TIED_BESIDES = """
			MATCH (of:Technology {key: $technology}) MATCH %1$s WHERE tie.key = $other
			WITH of, far
			RETURN EXISTS { MATCH %1$s WHERE tie.key <> $other AND tie.until IS NULL } AS found
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
		return Set.of(USE, DERIVATION, USE_REVISE, DERIVATION_REVISE);
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries()
			.stream()
			.map((entry) -> isDerivation(writing) ? DERIVATIONS : "uses/" + entry.getNamed("technology").key())
			.toList();
	}

	private static boolean isDerivation(Writing writing) {
		return Set.of(DERIVATION, DERIVATION_REVISE).contains(writing.name());
	}

	@Override
	public void judge(Writing writing) {
		boolean derivation = isDerivation(writing);
		for (Entry entry : writing.entries()) {
			if (Set.of(USE, DERIVATION).contains(writing.name())) {
				add(writing, entry, derivation);
			}
			else {
				revise(writing, entry, derivation ? DERIVED : USES);
			}
		}
	}

	private static void add(Writing writing, Entry entry, boolean derivation) {
		String field = derivation ? "derivedFrom" : "program";
		String other = entry.getNamed(field).key();
		writing.refuseIf(holds(writing, TIED.formatted(derivation ? DERIVED : USES), entry, other), entry,
				Refusals.TIED_ALREADY, field);
		writing.refuseIf(derivation && holds(writing, DERIVES, entry, other), entry, Refusals.DERIVED_FROM_ITSELF,
				field);
	}

	private static void revise(Writing writing, Entry entry, String tie) {
		boolean lasts = entry.says(UNTIL) && entry.text(UNTIL) == null;
		writing.refuseIf(lasts && holds(writing, TIED_BESIDES.formatted(tie), entry, entry.key()), entry,
				Refusals.TIED_ALREADY, UNTIL);
	}

	private static boolean holds(Writing writing, String question, Entry entry, String other) {
		return writing.finds(question, Map.of("technology", entry.getNamed("technology").key(), "other", other));
	}

	/** Reasons to refuse a relationship. */
	private enum Refusals implements RefusalCode {

		DERIVED_FROM_ITSELF("The technology would be derived from itself, by way of others"),
		TIED_ALREADY("There is such a relationship between the two already, that has not ended");

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
