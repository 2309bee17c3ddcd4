package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Marking;
import org.jointregistry.shared.ExactDecimal;

/**
 * What a client sent, as the schema describes it.
 */
record ContributionRecordInput(String idempotencyKey, String program, String contributor, ContributionKind kind,
		ContributionForm form, @Nullable BigDecimal amount, @Nullable String currency, @Nullable Integer priceYear,
		@Nullable String phase, @Nullable String period, @Nullable String valuationBasis, @Nullable String note,
		@Nullable String agreement, Marking marking, @Nullable Marking figuresMarking, List<String> releasableTo) {

	/**
	 * What is recorded of the contribution itself, by the names of the schema's fields.
	 * @return the facts that are known, in a fixed order, as texts and whole numbers
	 */
	Map<String, Object> facts() {
		return new Facts().add("kind", this.kind.name())
			.add("form", this.form.name())
			.add("amount", (this.amount != null) ? plain(this.amount) : null)
			.add("currency", this.currency)
			.add("priceYear", this.priceYear)
			.add("phase", this.phase)
			.add("period", this.period)
			.add("valuationBasis", this.valuationBasis)
			.add("note", this.note)
			.add("marking", this.marking.name())
			.add("figuresMarking", (this.figuresMarking != null) ? this.figuresMarking.name() : null)
			.add("releasableTo", this.releasableTo.stream().distinct().sorted().toList())
			.known();
	}

	/**
	 * All that the input says but for its idempotency key.
	 * @return equal for inputs of the same meaning
	 */
	Map<String, Object> canonical() {
		return new Facts().add("program", this.program)
			.add("contributor", this.contributor)
			.add("agreement", this.agreement)
			.addAll(facts())
			.known();
	}

	private static String plain(BigDecimal amount) {
		return ExactDecimal.fromStored(ExactDecimal.toStored(amount)).toPlainString();
	}

}
