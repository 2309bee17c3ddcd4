package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Marking;
import org.jointregistry.access.ReleaseTokens;
import org.jointregistry.recording.Command;
import org.jointregistry.shared.PrintableText;

/**
 * What must hold of a contribution whatever the graph says.
 */
final class InputRules {

	static final int MOST_RELEASES = 100;

	private static final int SHORT_TEXT = 200;

	private static final int TEXT = 1000;

	private static final int LONG_TEXT = 4000;

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2100;

	private final ContributionRecordInput input;

	private final List<ContributionError> broken = new ArrayList<>();

	private InputRules(ContributionRecordInput input) {
		this.input = input;
	}

	/**
	 * The rules that an input breaks.
	 * @param input what is to be recorded
	 * @return all of them, each at its place; empty where there are none
	 */
	static List<ContributionError> brokenBy(ContributionRecordInput input) {
		InputRules rules = new InputRules(input);
		rules.texts();
		rules.money();
		rules.release();
		return rules.broken;
	}

	private void texts() {
		refuse(!PrintableText.isLine(this.input.idempotencyKey(), Command.LONGEST_KEY),
				ContributionErrorCode.TEXT_INVALID, "idempotencyKey");
		text(this.input.phase(), SHORT_TEXT, "phase");
		text(this.input.period(), SHORT_TEXT, "period");
		text(this.input.valuationBasis(), TEXT, "valuationBasis");
		text(this.input.note(), LONG_TEXT, "note");
	}

	private void text(@Nullable String text, int longest, String field) {
		refuse(text != null && !PrintableText.isText(text, longest), ContributionErrorCode.TEXT_INVALID, field);
	}

	private void money() {
		boolean stated = this.input.amount() != null;
		boolean cash = this.input.form() == ContributionForm.CASH;
		Integer year = this.input.priceYear();
		refuse(!this.input.kind().agreesWith(this.input.form()), ContributionErrorCode.KIND_AND_FORM_DISAGREE, "form");
		refuse(!stated && (cash || this.input.currency() != null || year != null),
				ContributionErrorCode.AMOUNT_REQUIRED, "amount");
		refuse(stated && this.input.currency() == null, ContributionErrorCode.CURRENCY_REQUIRED, "currency");
		refuse(stated && !cash && this.input.valuationBasis() == null, ContributionErrorCode.VALUATION_BASIS_REQUIRED,
				"valuationBasis");
		refuse(year != null && (year < FIRST_YEAR || year > LAST_YEAR), ContributionErrorCode.YEAR_OUT_OF_RANGE,
				"priceYear");
	}

	private void release() {
		List<String> releasableTo = this.input.releasableTo();
		boolean toCommunity = this.input.marking() == Marking.COMMUNITY
				|| this.input.figuresMarking() == Marking.COMMUNITY;
		refuse(toCommunity && !ReleaseTokens.nameCommunity(releasableTo), ContributionErrorCode.COMMUNITY_REQUIRED,
				"releasableTo");
		refuse(releasableTo.size() > MOST_RELEASES, ContributionErrorCode.TOO_MANY, "releasableTo");
	}

	private void refuse(boolean wrong, ContributionErrorCode code, String field) {
		if (wrong) {
			this.broken.add(code.at(field));
		}
	}

}
