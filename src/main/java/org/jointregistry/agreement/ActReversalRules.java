package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A nation takes back what it did about an agreement that has a rule for its entry into
 * force. It sees the own part, so that a refusal tells nothing of others; that later
 * stages stand is a fact of the agreement, which it sees.
 */
@Component
class ActReversalRules implements Rule {

	private static final String NATION = "nation";

	private static final String SIGNED = "signed";

	private static final String RATIFIED = "ratified";

	private static final String UNTIL = "until";

	private static final String APPROVALS = """
			MATCH (:Nation {key: $nation})<-[:APPROVAL_BY]-(approval:Approval {result: 'APPROVED'})
			  -[:APPROVAL_OF]->(:Agreement {key: $agreement})
			WHERE NOT EXISTS { (approval)<-[:REVERSES_APPROVAL]-() }
			RETURN approval.key AS key, properties(approval) AS facts
			ORDER BY approval.recordedAt DESC, key DESC LIMIT 1
			""";

	private static final String OWN_MARKING = """
			MATCH (:Agreement {key: $agreement})<-[part:PARTY_TO {key: $part}]-() WHERE part.marking IS NOT NULL
			RETURN properties(part) AS facts
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementActReverse");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return AgreementOnRecord.locks(writing);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, entry.getNamed("agreement").key());
			Optional<Terms> terms = agreement.findTerms();
			if (terms.isEmpty()) {
				writing.refuse(entry, AgreementRefusal.NOT_TAKEN_THROUGH_LIFE, "agreement");
			}
			else if (agreement.stage() == Stage.TERMINATION) {
				writing.refuse(entry, AgreementRefusal.AGREEMENT_ENDED, "agreement");
			}
			else {
				judge(writing, entry, agreement, terms.get());
			}
		}
	}

	private static void judge(Writing writing, Entry entry, AgreementOnRecord agreement, Terms terms) {
		List<Part> own = agreement.parts()
			.stream()
			.filter((part) -> part.nation().equals(entry.getNamed(NATION).key()))
			.toList();
		find(own, Objects.requireNonNull(entry.text("what"))).ifPresentOrElse((act) -> {
			boolean goesOn = act.fact().equals(SIGNED) && act.part().ratified() != null;
			writing.refuseIf(goesOn, entry, AgreementRefusal.LATER_STEPS_STAND, NATION);
			complete(writing, entry, agreement, act);
			Life.revision(writing, agreement, act.part()).set(act.fact(), null);
			if (act.fact().equals(UNTIL) && agreement.text("inForce") == null) {
				Life.follow(writing, entry, agreement, agreement.partsWith(act.without()));
			}
			else {
				new Reckoning(writing, agreement, terms, act.part(), act.without()).reckon(entry);
			}
		}, () -> writing.refuse(entry, AgreementRefusal.NOTHING_TO_REVERSE, NATION));
	}

	/** A nation that has another part since it withdrew did not stay. */
	private static Optional<Act> find(List<Part> own, String what) {
		Optional<Part> open = own.stream().filter(Part::isOpen).findFirst();
		return switch (what) {
			case "SIGNATURE" -> open.flatMap((part) -> Act.of(part, SIGNED, part.signed(), part.signedOn(null)));
			case "RATIFICATION" ->
				open.flatMap((part) -> Act.of(part, RATIFIED, part.ratified(), part.ratifiedOn(null)));
			default -> own.stream()
				.filter((part) -> open.isEmpty() && part.since() != null)
				.max(Comparator.comparing(Part::end))
				.flatMap((part) -> Act.of(part, UNTIL, part.until(), part.endingOn(null)));
		};
	}

	/** It is shown as the step is that it takes back. */
	private static void complete(Writing writing, Entry entry, AgreementOnRecord agreement, Act act) {
		String nation = entry.getNamed(NATION).key();
		entry.set("date", act.date());
		Life.belong(entry, agreement);
		writing.transaction()
			.run(OWN_MARKING, Map.of("agreement", agreement.key(), "part", act.part().key()))
			.list()
			.forEach((row) -> entry.showAs(row.get("facts").asMap()::get));
		if (act.fact().equals(RATIFIED)) {
			writing.transaction()
				.run(APPROVALS, Map.of("nation", nation, "agreement", agreement.key()))
				.list()
				.forEach((row) -> {
					entry.link("approval", List.of(new NodeRef("Approval", row.get("key").asString())));
					entry.showAs(row.get("facts").asMap()::get);
				});
		}
		entry.set("originator", nation);
	}

	/**
	 * What a nation did.
	 *
	 * @param part its part with it
	 * @param fact what of the part says so
	 * @param date when it was done
	 * @param without the part without it
	 */
	private record Act(Part part, String fact, String date, Part without) {

		private static Optional<Act> of(Part part, String fact, @Nullable String date, Part without) {
			return Optional.ofNullable(date).map((done) -> new Act(part, fact, done, without));
		}

	}

}
