package org.jointregistry.shared;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is one word to whoever searches, however it is written.
 */
class WordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Müller                  | muller
			MU\u0308LLER            | muller
			Łódź                    | lodz
			Øresund                 | oresund
			Straße                  | strasse
			STRASSE                 | strasse
			GROẞ                    | gross
			Ægir                    | aegir
			Œuvre                   | oeuvre
			İstanbul                | istanbul
			ISTANBUL                | istanbul
			ısparta                 | isparta
			Þingvellir              | thingvellir
			Đorđe                   | dorde
			Ħamrun                  | hamrun
			ΟΔΟΣ                    | οδοσ
			Οδός                    | οδοσ
			Київ                    | киів
			й                       | и
			שָׁלוֹם                  | שלום
			が                       | か
			ｶﾞ                      | カ
			日本                     | 日本
			ﬁnal                    | final
			Ｆ３５                    | f35
			x²                      | x2
			\uD835\uDD38            | a
			""")
	void oneWord(String text, String word) {
		assertThat(Words.of(List.of(text))).containsExactly(word);
	}

	@Test
	void eachWordOnceInItsOrder() {
		assertThat(Words.of(List.of("Alpha beta, ALPHA", "d'Alpha/gamma"))).containsExactly("alpha", "beta", "d",
				"gamma");
	}

	@Test
	void whatIsNotSeenWithinAWordDoesNotSplitIt() {
		assertThat(Words.of(List.of("Eu\u00ADro\u00ADfigh\u00ADter"))).containsExactly("eurofighter");
		assertThat(Words.of(List.of("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")))
			.containsExactly("\u0645\u06CC\u062E\u0648\u0627\u0647\u0645");
		assertThat(Words.of(List.of("\uFEFFfly\u200Ding\u2060s"))).containsExactly("flyings");
		assertThat(Words.of(List.of("\u202EAlpha\u202C beta"))).containsExactly("alpha", "beta");
	}

	@Test
	void aSpaceWithoutWidthSplitsWords() {
		assertThat(Words.of(List.of("alpha\u200Bbeta"))).containsExactly("alpha", "beta");
	}

	@Test
	void noLetterAndNoDigitIsNoWord() {
		assertThat(Words.of(List.of("", " ", "-", "\uD83D\uDE00", "`'\"\\", "\u0301"))).isEmpty();
	}

	@Test
	void longWordsAreCutBetweenCharacters() {
		assertThat(Words.of(List.of("x".repeat(150)))).containsExactly("x".repeat(100));
		assertThat(Words.of(List.of("\uD840\uDC00".repeat(150)))).containsExactly("\uD840\uDC00".repeat(100));
	}

}
