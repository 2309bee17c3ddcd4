package org.jointregistry.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Writing;

/**
 * Reckons anew what followed from a step of a nation that is taken back, from the steps
 * that stand: the first signature, the entry into force where it rested on the step, and
 * since when the agreement binds whom.
 */
final class Reckoning {

	private static final String IN_FORCE = "inForce";

	private final Writing writing;

	private final Entry reversal;

	private final AgreementOnRecord agreement;

	private final Terms terms;

	/**
	 * A reckoning.
	 * @param writing the mutation
	 * @param reversal what takes the step back
	 * @param agreement the agreement as it was with the step
	 * @param terms what brings it into force
	 */
	Reckoning(Writing writing, Entry reversal, AgreementOnRecord agreement, Terms terms) {
		this.writing = writing;
		this.reversal = reversal;
		this.agreement = agreement;
		this.terms = terms;
	}

	/**
	 * Writes what is so without the step.
	 * @param before the nation's part with it
	 * @param after the part without it
	 */
	void reckon(Part before, Part after) {
		String inForce = this.agreement.text(IN_FORCE);
		List<Part> parts = this.agreement.partsWith(after)
			.stream()
			.map((part) -> unbound(part, after, inForce))
			.toList();
		String anew = restsOn(before, after, inForce) ? this.terms.entersIntoForce(parts).orElse(null) : inForce;
		if (!Objects.equals(anew, inForce)) {
			Stage stage = this.agreement.stage();
			this.writing.refuseIf(stage != null && stage.compareTo(Stage.IN_FORCE) > 0, this.reversal,
					AgreementRefusal.LATER_STEPS_STAND, "agreement");
			enterIntoForce(anew);
			parts.forEach((part) -> bind(part, anew));
		}
		else {
			bind(unbound(after, after, inForce), inForce);
		}
		firstSignature(after);
	}

	private boolean restsOn(Part before, Part after, @Nullable String inForce) {
		String consent = this.terms.consent(before);
		return inForce != null && consent != null && this.terms.consent(after) == null
				&& consent.compareTo(inForce) <= 0;
	}

	/**
	 * A part whose beginning follows: one that ended after the entry into force counted
	 * for it. What binds provisionally rests on the signature alone, and what a file said
	 * without a consent on none.
	 */
	private Part unbound(Part part, Part after, @Nullable String inForce) {
		boolean counted = part.until() == null || inForce != null && part.until().compareTo(inForce) >= 0;
		boolean provisional = this.terms.rule() == EntryIntoForce.PROVISIONAL && part.since() != null
				&& part.since().equals(part.signed());
		boolean follows = part.equals(after) || this.terms.consent(part) != null;
		return (counted && follows && !provisional) ? part.unbound() : part;
	}

	private void enterIntoForce(@Nullable String date) {
		Entry revision = Life.revision(this.writing, this.agreement);
		revision.set(IN_FORCE, date);
		if (this.agreement.stage() == Stage.IN_FORCE) {
			Optional<Step> last = this.agreement.steps().reversed().stream().findFirst();
			last.ifPresent((step) -> {
				Entry reversed = this.writing.follow("AgreementReversal", "AR");
				reversed.set("reason", this.reversal.text("reason"));
				Reversals.ofStage(reversed, this.agreement, step);
			});
			if (date != null && !this.writing.isToCome(date)) {
				Life.step(this.writing, this.agreement, Stage.IN_FORCE, date, null);
			}
			else {
				revision.set("stage", last.map(this.agreement::stageBefore).map(Stage::name).orElse(null));
				revision.set("status", "SIGNED");
			}
		}
	}

	private void bind(Part part, @Nullable String inForce) {
		String since = this.terms.bindsSince(part, inForce);
		String anew = (since != null && part.since() == null) ? Terms.later(since, this.agreement.endBefore(part))
				: since;
		if (!Objects.equals(anew, this.agreement.findPart(part.key()).map(Part::since).orElse(null))) {
			Life.revision(this.writing, this.agreement, part).set("since", anew);
		}
	}

	private void firstSignature(Part after) {
		String first = this.agreement.partsWith(after)
			.stream()
			.map(Part::signed)
			.filter(Objects::nonNull)
			.sorted()
			.findFirst()
			.orElse(null);
		if (!Objects.equals(first, this.agreement.text("signed"))) {
			Entry revision = Life.revision(this.writing, this.agreement);
			revision.set("signed", first);
			if (first == null) {
				revision.set("status", "NEGOTIATED");
			}
		}
	}

}
