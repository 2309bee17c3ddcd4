package org.jointregistry.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What texts are taken.
 */
class PrintableTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "2021 to 2023", "Prüfstände", "協定", "\uD83D\uDE00", "a'b\"c`d\\e" })
	void printableLineIsTaken(String text) {
		assertThat(PrintableText.isLine(text, 12)).isTrue();
		assertThat(PrintableText.isText(text, 12)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n", "a\u0000", "a\u0007", "a\u200B", "a\u202E", "a\uD83D", "\uDE00",
			"a\uE000", "a\u2028b" })
	void whatCannotBeReadIsNot(String text) {
		assertThat(PrintableText.isLine(text, 12)).isFalse();
		assertThat(PrintableText.isText(text, 12)).isFalse();
	}

	@Test
	void onlyTextsHaveSeveralLines() {
		assertThat(PrintableText.isText("a\r\n\tb", 12)).isTrue();
		assertThat(PrintableText.isLine("a\nb", 12)).isFalse();
	}

	@Test
	void lengthIsCountedInCharacters() {
		assertThat(PrintableText.isLine("\uD83D\uDE00".repeat(12), 12)).isTrue();
		assertThat(PrintableText.isLine("a".repeat(13), 12)).isFalse();
	}

}
