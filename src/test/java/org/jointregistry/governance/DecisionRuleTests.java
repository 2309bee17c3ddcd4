package org.jointregistry.governance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a decision by each rule, if it is closed with these votes, and whether
 * the votes that are missing could still change that.
 */
class DecisionRuleTests {

	private static final long SIXTY_PERCENT = 600_000;

	@ParameterizedTest(name = "{0}: {1} for, {2} against, {3} abstained, {4} silent: adopted {5}, settled {6}")
	@CsvSource(delimiter = '|', textBlock = """
			CONSENSUS          | 1  | 0  | 0  | 2  | true  | false
			CONSENSUS          | 1  | 0  | 2  | 0  | true  | true
			CONSENSUS          | 2  | 1  | 0  | 1  | false | true
			CONSENSUS          | 0  | 0  | 2  | 1  | false | false
			CONSENSUS          | 0  | 0  | 3  | 0  | false | true
			UNANIMITY          | 3  | 0  | 0  | 0  | true  | true
			UNANIMITY          | 2  | 0  | 0  | 1  | false | false
			UNANIMITY          | 1  | 1  | 0  | 1  | false | true
			UNANIMITY          | 1  | 0  | 1  | 1  | false | true
			MAJORITY           | 2  | 1  | 0  | 0  | true  | true
			MAJORITY           | 1  | 1  | 1  | 0  | false | true
			MAJORITY           | 1  | 0  | 0  | 2  | true  | false
			MAJORITY           | 3  | 0  | 0  | 2  | true  | true
			MAJORITY           | 0  | 2  | 0  | 2  | false | true
			QUALIFIED_MAJORITY | 60 | 40 | 0  | 0  | true  | true
			QUALIFIED_MAJORITY | 59 | 41 | 0  | 0  | false | true
			QUALIFIED_MAJORITY | 40 | 0  | 0  | 60 | false | false
			QUALIFIED_MAJORITY | 60 | 0  | 0  | 40 | true  | true
			QUALIFIED_MAJORITY | 40 | 21 | 20 | 19 | false | true
			""")
	void outcomeFollowsTheRule(DecisionRule rule, long inFavour, long against, long abstained, long silent,
			boolean adopted, boolean settled) {
		Tally votes = new Tally(inFavour, against, abstained, silent);
		assertThat(rule.adopts(votes, SIXTY_PERCENT)).isEqualTo(adopted);
		assertThat(rule.isSettled(votes, SIXTY_PERCENT)).isEqualTo(settled);
	}

}
