package org.jointregistry.agreement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.Writing;

/**
 * Reckons anew what followed from a step of a nation that is taken back, from the steps
 * that stand: the first signature, the entry into force where it rested on the step, and
 * since when the agreement binds whom. What does not rest on the step stays as it is.
 */
final class Reckoning {

	private static final String IN_FORCE = "inForce";

	private static final String SIGNED = "signed";

	/** A nation's own reason may be shown to fewer than the stage is. */
	private static final String REASON = "What it rested on was taken back";

	/**
	 * Whether the agreement came into force, as it is now, when a part had its end.
	 */
	private static final String CAME_AFTER_END = """
			WITH COLLECT {
			  MATCH (a:Agreement {key: $agreement})-[:WAS]->(was) WHERE was.inForce IS NULL OR was.inForce <> a.inForce
			  RETURN max(was.recordedUntil)
			}[0] AS force, COLLECT {
			  MATCH (:Agreement {key: $agreement})<-[was:WAS_PARTY_TO {key: $part}]-() WHERE was.until IS NULL
			  RETURN max(was.recordedUntil)
			}[0] AS end
			RETURN force IS NOT NULL AND (end IS NULL OR force >= end) AS found
			""";

	private final Writing writing;

	private final AgreementOnRecord agreement;

	private final Terms terms;

	private final Part before;

	private final Part after;

	/**
	 * A reckoning.
	 * @param writing the mutation
	 * @param agreement the agreement as it was with the step
	 * @param terms what brings it into force
	 * @param before the nation's part with the step
	 * @param after the part without it
	 */
	Reckoning(Writing writing, AgreementOnRecord agreement, Terms terms, Part before, Part after) {
		this.writing = writing;
		this.agreement = agreement;
		this.terms = terms;
		this.before = before;
		this.after = after;
	}

	/**
	 * Writes what is so without the step.
	 * @param reversal what takes it back
	 */
	void reckon(Entry reversal) {
		String inForce = this.agreement.text(IN_FORCE);
		String anew = isForceAtStake(inForce) ? entersIntoForce(counted(inForce)).orElse(null) : inForce;
		bind(this.before, restsOnStep(inForce), anew);
		if (!Objects.equals(anew, inForce)) {
			Stage stage = this.agreement.stage();
			this.writing.refuseIf(stage != null && stage.compareTo(Stage.IN_FORCE) > 0, reversal,
					AgreementRefusal.LATER_STEPS_STAND, "agreement");
			enterIntoForce(anew);
			this.agreement.parts()
				.stream()
				.filter((part) -> !part.equals(this.before))
				.forEach((part) -> bind(part, Objects.equals(part.since(), since(part, inForce)), anew));
		}
		if (this.before.signed() != null && this.after.signed() == null) {
			firstSignature(reversal, anew);
		}
	}

	/** Whether the entry into force, or that there is none, rested on the step. */
	private boolean isForceAtStake(@Nullable String inForce) {
		if (this.before.until() != null && this.after.until() == null) {
			return inForce == null || this.writing.finds(CAME_AFTER_END,
					Map.of("agreement", this.agreement.key(), "part", this.before.key()));
		}
		String consent = this.terms.consent(this.before);
		return inForce != null && isConsentTakenBack() && Objects.requireNonNull(consent).compareTo(inForce) <= 0;
	}

	private boolean isConsentTakenBack() {
		return this.terms.consent(this.before) != null && this.terms.consent(this.after) == null;
	}

	/**
	 * Whether since when the agreement binds the nation rests on the step: what binds
	 * provisionally rests on the signature alone, and what a file said without a consent
	 * on none.
	 */
	private boolean restsOnStep(@Nullable String inForce) {
		boolean provisional = this.terms.rule() == EntryIntoForce.PROVISIONAL && this.before.since() != null
				&& this.before.since().equals(this.before.signed())
				&& (inForce == null || this.before.since().compareTo(inForce) < 0);
		return provisional ? this.after.signed() == null
				: isConsentTakenBack() || Objects.equals(this.before.since(), since(this.before, inForce));
	}

	/**
	 * The parts that count without the step: of those that have ended, the ones that the
	 * agreement bound and that had not ended when it came into force.
	 */
	private List<Part> counted(@Nullable String inForce) {
		return this.agreement.partsWith(this.after)
			.stream()
			.filter((part) -> part.isOpen()
					|| inForce != null && part.since() != null && !new Period(inForce, part.until()).isReversed())
			.toList();
	}

	/** When it enters into force, with those that had not ended then. */
	private Optional<String> entersIntoForce(List<Part> counted) {
		Optional<String> date = this.terms
			.entersIntoForce(counted.stream().map((part) -> part.endingOn(null)).toList());
		List<Part> remaining = counted.stream()
			.filter((part) -> date.isEmpty() || !new Period(date.get(), part.until()).isReversed())
			.toList();
		return (remaining.size() == counted.size()) ? date : entersIntoForce(remaining);
	}

	private void enterIntoForce(@Nullable String date) {
		Entry revision = Life.revision(this.writing, this.agreement);
		revision.set(IN_FORCE, date);
		String came = (date != null && !this.writing.isToCome(date)) ? date : null;
		if (came == null && "IN_FORCE".equals(this.agreement.text("status"))) {
			revision.set("status", "SIGNED");
		}
		if (this.agreement.stage() == Stage.IN_FORCE) {
			Optional<Step> last = this.agreement.steps()
				.reversed()
				.stream()
				.filter((step) -> step.stage() == Stage.IN_FORCE)
				.findFirst();
			last.ifPresent((step) -> {
				Entry reversed = this.writing.follow("AgreementReversal", "AR");
				reversed.set("reason", REASON);
				Reversals.ofStage(reversed, this.agreement, step);
			});
			if (came != null) {
				Life.step(this.writing, this.agreement, Stage.IN_FORCE, came, null);
			}
			else {
				revision.set("stage", last.map(this.agreement::stageBefore).map(Stage::name).orElse(null));
			}
		}
	}

	/** A part that has ended, and bound nobody, is no more than it was. */
	private void bind(Part part, boolean rests, @Nullable String inForce) {
		if (rests && (part.isOpen() || part.since() != null)) {
			String since = since(part.equals(this.before) ? this.after : part, inForce);
			if (!Objects.equals(since, part.since())) {
				Life.revision(this.writing, this.agreement, part).set("since", since);
			}
		}
	}

	/**
	 * Since when a part binds its nation, by its consent and the entry into force.
	 * @return null where it does not, or would only after its end
	 */
	private @Nullable String since(Part part, @Nullable String inForce) {
		String since = this.terms.bindsSince(part.unbound(), inForce);
		if (since == null) {
			return null;
		}
		String begun = Terms.later(since, this.agreement.endBefore(part));
		return new Period(begun, part.until()).isReversed() ? null : begun;
	}

	private void firstSignature(Entry reversal, @Nullable String inForce) {
		String first = this.agreement.partsWith(this.after)
			.stream()
			.flatMap((part) -> Stream.ofNullable(part.signed()))
			.sorted()
			.findFirst()
			.orElse(null);
		String recorded = this.agreement.text(SIGNED);
		if (Objects.equals(this.before.signed(), recorded) && !Objects.equals(first, recorded)) {
			Entry revision = Life.revision(this.writing, this.agreement);
			revision.set(SIGNED, first);
			if (first == null && inForce == null) {
				this.writing.refuseIf(this.agreement.stage() == Stage.RATIFICATION, reversal,
						AgreementRefusal.LATER_STEPS_STAND, "agreement");
				revision.set("status", "NEGOTIATED");
			}
		}
	}

}
