package org.jointregistry.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which stage of an agreement's life may follow which. An end may follow every stage but
 * itself.
 */
class StageTests {

	@ParameterizedTest(name = "{0} leads to {1}")
	@CsvSource(delimiter = '|', textBlock = """
			                    | THREATS_IDENTIFIED FRAMEWORK_AND_TERMS NEGOTIATION
			THREATS_IDENTIFIED  | FRAMEWORK_AND_TERMS
			FRAMEWORK_AND_TERMS | NEGOTIATION
			NEGOTIATION         | FRAMEWORK_AND_TERMS SIGNATURE
			SIGNATURE           | RATIFICATION IN_FORCE
			RATIFICATION        | IN_FORCE
			IN_FORCE            | IMPLEMENTATION
			IMPLEMENTATION      | REVIEW WITHDRAWAL
			REVIEW              | IMPLEMENTATION AMENDMENT
			AMENDMENT           | IMPLEMENTATION
			WITHDRAWAL          | IMPLEMENTATION
			""")
	void stageLeadsToTheNext(@Nullable Stage reached, String next) {
		assertThat(Stream.of(Stage.values())
			.filter((stage) -> stage != Stage.TERMINATION && Stage.mayFollow(reached, stage))
			.map(Stage::name)).containsExactly(next.split(" "));
		assertThat(Stage.mayFollow(reached, Stage.TERMINATION)).isTrue();
	}

	@Test
	void nothingFollowsTheEnd() {
		assertThat(Stage.values()).noneMatch((stage) -> Stage.mayFollow(Stage.TERMINATION, stage));
	}

	@Test
	void nationsSignFromTheSignatureOnUntilTheEnd() {
		List<Stage> open = Arrays.stream(Stage.values()).filter(Stage::isOpenForSignature).toList();
		assertThat(open).containsExactly(Stage.SIGNATURE, Stage.RATIFICATION, Stage.IN_FORCE, Stage.IMPLEMENTATION,
				Stage.REVIEW, Stage.AMENDMENT, Stage.WITHDRAWAL);
		assertThat(Stage.isOpenForSignature(null)).isFalse();
	}

}
