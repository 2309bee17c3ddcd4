package org.jointregistry.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An evaluation is of one subject and says something: a value with its unit, or a finding
 * in words. Its evaluator tells of a measure in one unit once for each date. Whoever
 * writes it sees all evaluations of its subject: the registrar sees every record, and a
 * manager those of the own program (sentence 8).
 */
@Component
class EvaluationRules implements Rule {

	private static final String ADD = "evaluationAdd";

	private static final List<String> SUBJECTS = List.of("program", "agreement", "community", "hub");

	private static final String VALUE = "value";

	private static final String UNIT = "unit";

	private static final String MEASURE = "measure";

	/** What tells evaluations of one subject apart. */
	private static final List<String> IDENTITY = List.of(MEASURE, UNIT, "asOf", "evaluator");

	private static final String EVALUATED = """
			MATCH (subject)<-[:EVALUATES_PROGRAM|EVALUATES_AGREEMENT|EVALUATES_COMMUNITY|EVALUATES_HUB]-(other:Evaluation)
			WHERE subject.key = $subject AND labels(subject)[0] = $label AND other.key <> $key
			  AND other.measure = $measure AND coalesce(other.unit, '') = coalesce($unit, '')
			  AND other.asOf = $asOf AND other.evaluator = $evaluator
			RETURN count(other) > 0 AS found
			""";

	private static final String SUBJECT = """
			MATCH (:Evaluation {key: $key})-[:EVALUATES_PROGRAM|EVALUATES_AGREEMENT|EVALUATES_COMMUNITY|EVALUATES_HUB]->(subject)
			RETURN labels(subject)[0] AS label, subject.key AS key
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "evaluationRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean valued = writing.afterwards(entry, VALUE) != null;
			writing.refuseIf(!valued && writing.afterwards(entry, "finding") == null, entry, Refusals.VALUE_REQUIRED,
					VALUE);
			writing.refuseIf(valued && writing.afterwards(entry, UNIT) == null, entry, Refusals.UNIT_REQUIRED, UNIT);
			for (NodeRef subject : subjects(writing, entry)) {
				writing.lock(List.of("evaluation/" + subject.label() + "/" + subject.key()));
				writing.refuseIf(isTold(writing, entry, subject), entry, Refusals.EVALUATED_ALREADY, MEASURE);
			}
		}
	}

	/** The one that it is of; none where the input is refused for it. */
	private static List<NodeRef> subjects(Writing writing, Entry entry) {
		if (!writing.name().equals(ADD)) {
			return writing.transaction()
				.run(SUBJECT, Map.of("key", entry.key()))
				.list((row) -> new NodeRef(row.get("label").asString(), row.get("key").asString()));
		}
		List<String> named = SUBJECTS.stream().filter((field) -> entry.findNamed(field).isPresent()).toList();
		writing.refuseIf(named.isEmpty(), entry, Refusals.ONE_SUBJECT, SUBJECTS.getFirst());
		named.stream().skip(1).forEach((field) -> writing.refuse(entry, Refusals.ONE_SUBJECT, field));
		return (named.size() == 1) ? List.of(entry.getNamed(named.getFirst())) : List.of();
	}

	private static boolean isTold(Writing writing, Entry entry, NodeRef subject) {
		Map<String, @Nullable Object> parameters = new HashMap<>(
				Map.of("subject", subject.key(), "label", subject.label(), "key", entry.key()));
		IDENTITY.forEach((field) -> parameters.put(field, writing.afterwards(entry, field)));
		return writing.finds(EVALUATED, parameters);
	}

	/** Reasons to refuse an evaluation. */
	private enum Refusals implements RefusalCode {

		EVALUATED_ALREADY("The evaluator told of this measure, in this unit and for this date, already"),
		ONE_SUBJECT("An evaluation is of one program, agreement, community or hub"),
		UNIT_REQUIRED("A value needs its unit"), VALUE_REQUIRED("An evaluation says a value or what was found");

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
