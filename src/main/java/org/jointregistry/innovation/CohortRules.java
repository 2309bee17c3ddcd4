package org.jointregistry.innovation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A cohort takes a challenge on that has been opened, belongs to the program that it is
 * posed for, and has each organization once. The registrar alone writes, and sees all
 * that a refusal tells of.
 */
@Component
class CohortRules implements Rule {

	private static final String ADD = "cohortAdd";

	private static final String MEMBER = "cohortMemberAdd";

	private static final String COHORT = "cohort";

	private static final String CHALLENGE = "challenge";

	private static final String BEGAN = "began";

	private static final String CHALLENGE_REVISE = "challengeRevise";

	private static final String OPENED = "opened";

	private static final String CHALLENGE_OF = """
			MATCH (:Cohort {key: $key})-[:COHORT_OF]->(challenge:Challenge) RETURN challenge.key AS key
			""";

	private static final String BEGUN = """
			MATCH (cohort:Cohort)-[:COHORT_OF]->(:Challenge {key: $key}) WHERE cohort.began IS NOT NULL
			RETURN cohort.began AS began
			""";

	private static final String CHALLENGES = """
			MATCH (challenge:Challenge)
			WHERE challenge.key = $challenge OR EXISTS { (challenge)<-[:COHORT_OF]-(:Cohort {key: $cohort}) }
			RETURN challenge.opened AS opened, [(challenge)-[:POSED_FOR]->(program) | program.key] AS programs
			""";

	private static final String IN_COHORT = """
			RETURN EXISTS {
			  MATCH (member)-[:IN_COHORT]->(:Cohort {key: $cohort})
			  WHERE member.key = $key AND labels(member)[0] = $label
			} AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "cohortRevise", MEMBER, CHALLENGE_REVISE);
	}

	@Override
	public Collection<String> locks(Writing writing) {
		List<String> names = new ArrayList<>();
		for (Entry entry : writing.entries()) {
			entry.findNamed(CHALLENGE).ifPresent((challenge) -> names.add("challenge/" + challenge.key()));
			entry.findNamed(COHORT).ifPresent((cohort) -> {
				names.add("cohort/" + cohort.key());
				writing.transaction()
					.run(CHALLENGE_OF, Map.of("key", cohort.key()))
					.forEachRemaining((row) -> names.add("challenge/" + row.get("key").asString()));
			});
		}
		return names;
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(MEMBER)) {
				NodeRef member = entry.getNamed("organization");
				boolean there = writing.finds(IN_COHORT,
						Map.of("cohort", entry.getNamed(COHORT).key(), "key", member.key(), "label", member.label()));
				writing.refuseIf(there, entry, Refusals.TIED_ALREADY, "organization");
			}
			else if (writing.name().equals(CHALLENGE_REVISE)) {
				open(writing, entry);
			}
			else {
				challenge(writing, entry);
			}
		}
	}

	private static void open(Writing writing, Entry entry) {
		String opened = entry.text(OPENED);
		boolean begun = opened != null && writing.transaction()
			.run(BEGUN, Map.of("key", entry.key()))
			.list((row) -> row.get(BEGAN).asString())
			.stream()
			.anyMatch((began) -> new Period(opened, began).isReversed());
		writing.refuseIf(begun, entry, Refusals.BEFORE_CHALLENGE, OPENED);
	}

	private static void challenge(Writing writing, Entry entry) {
		String challenge = entry.findNamed(CHALLENGE).map(NodeRef::key).orElse("");
		for (Record row : writing.transaction()
			.run(CHALLENGES, Map.of(CHALLENGE, challenge, COHORT, entry.key()))
			.list()) {
			String opened = row.get(OPENED).asString(null);
			boolean asked = writing.name().equals(ADD) || entry.says(BEGAN);
			writing.refuseIf(asked && new Period(opened, (String) writing.afterwards(entry, BEGAN)).isReversed(), entry,
					Refusals.BEFORE_CHALLENGE, BEGAN);
			if (writing.name().equals(ADD)) {
				entry.link("program",
						row.get("programs").asList((Value key) -> new NodeRef("Program", key.asString())));
			}
		}
	}

	/** Reasons to refuse a cohort or a place in one. */
	private enum Refusals implements RefusalCode {

		BEFORE_CHALLENGE("The cohort would begin before its challenge was opened"),
		TIED_ALREADY("The organization is in the cohort already");

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
