package org.jointregistry.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * Writes what follows from a step of an agreement's life, with the step: its signature,
 * its entry into force, and since when it binds whom.
 */
final class Life {

	private static final String AGREEMENT = "Agreement";

	private final Writing writing;

	private final AgreementOnRecord agreement;

	private final Terms terms;

	private Life(Writing writing, AgreementOnRecord agreement, Terms terms) {
		this.writing = writing;
		this.agreement = agreement;
		this.terms = terms;
	}

	/**
	 * Writes what follows from a step; nothing for an agreement that is kept as history.
	 * @param writing the mutation
	 * @param entry the entry that says the step
	 * @param agreement the agreement as it was before
	 * @param parts all parts in it as they are after the step
	 */
	static void follow(Writing writing, Entry entry, AgreementOnRecord agreement, List<Part> parts) {
		agreement.findTerms().ifPresent((terms) -> new Life(writing, agreement, terms).follow(entry, parts));
	}

	private void follow(Entry entry, List<Part> parts) {
		firstSignature(parts);
		Optional<String> entered = (this.agreement.text("inForce") == null) ? this.terms.entersIntoForce(parts)
				: Optional.empty();
		entered.ifPresent(this::enterIntoForce);
		String inForce = entered.orElse(this.agreement.text("inForce"));
		for (Part part : parts) {
			String since = this.terms.bindsSince(part, inForce);
			if (since != null && part.since() == null) {
				part(entry, part).set("since", Terms.later(since, this.agreement.endBefore(part)));
			}
		}
	}

	private void firstSignature(List<Part> parts) {
		if (this.agreement.text("signed") == null) {
			parts.stream().map(Part::signed).filter(Objects::nonNull).sorted().findFirst().ifPresent((date) -> {
				revision().set("signed", date);
				revision().set("status", "SIGNED");
			});
		}
	}

	private void enterIntoForce(String date) {
		revision().set("inForce", date);
		if (!this.writing.isToCome(date)) {
			revision().set("status", "IN_FORCE");
			revision().set("stage", Stage.IN_FORCE.name());
			step(this.writing, this.agreement, Stage.IN_FORCE, date, null);
		}
	}

	private Entry revision() {
		return revision(this.writing, this.agreement);
	}

	/** The entry that changes a part: the step's own, where it is about that part. */
	private Entry part(Entry entry, Part part) {
		return part.key().equals(entry.key()) ? entry : revision(this.writing, this.agreement, part);
	}

	/**
	 * Changes a nation's part in an agreement.
	 * @param writing the mutation
	 * @param agreement the agreement
	 * @param part the part
	 * @return what changes, to be said
	 */
	static Entry revision(Writing writing, AgreementOnRecord agreement, Part part) {
		return writing.followTie(AGREEMENT, "parties", agreement.key(), part.key());
	}

	/**
	 * Records a stage for good, shown to whoever the agreement is shown to.
	 * @param writing the mutation
	 * @param agreement the agreement
	 * @param stage the stage
	 * @param date when it was reached
	 * @param note a remark; null for none
	 */
	static void step(Writing writing, AgreementOnRecord agreement, Stage stage, String date, @Nullable String note) {
		Entry step = writing.follow("AgreementStep", "AS");
		step.set("stage", stage.name());
		step.set("date", date);
		step.set("note", note);
		belong(step, agreement);
	}

	/**
	 * Has a record be of an agreement, and shown to whoever that is shown to.
	 * @param record a stage or a reversal
	 * @param agreement the agreement
	 */
	static void belong(Entry record, AgreementOnRecord agreement) {
		record.showAs(agreement.facts()::get);
		if (record.findNamed("agreement").isEmpty()) {
			record.link("agreement", List.of(new NodeRef(AGREEMENT, agreement.key())));
		}
	}

	/**
	 * Changes the agreement's own facts.
	 * @param writing the mutation
	 * @param agreement the agreement
	 * @return what changes, to be said
	 */
	static Entry revision(Writing writing, AgreementOnRecord agreement) {
		return writing.followRevision(AGREEMENT, agreement.key());
	}

}
