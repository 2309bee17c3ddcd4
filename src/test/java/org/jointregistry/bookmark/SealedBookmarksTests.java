package org.jointregistry.bookmark;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Bookmark;

import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bookmark is opened by whoever has the key, and tells nobody else anything.
 */
class SealedBookmarksTests {

	private static final Set<Bookmark> SOME = Set.of(Bookmark.from("FB:one"), Bookmark.from("FB:two"));

	private final SealedBookmarks sealed = new SealedBookmarks(RegistryTest.CURSOR_KEY);

	@Test
	void anotherReplicaOpensItByTheSameKeyAlone() {
		String bookmark = this.sealed.seal(SOME);
		assertThat(bookmark).matches("[A-Za-z0-9_-]+");
		assertThat(new SealedBookmarks(RegistryTest.CURSOR_KEY).open(bookmark)).contains(SOME);
		assertThat(new SealedBookmarks("").open(bookmark)).isEmpty();
	}

	@Test
	void neitherWordsNorLengthTellWhetherSomethingWasWritten() {
		String bookmark = this.sealed.seal(Set.of(Bookmark.from("FB:9")));
		assertThat(this.sealed.seal(Set.of(Bookmark.from("FB:9")))).isNotEqualTo(bookmark).hasSameSizeAs(bookmark);
		assertThat(this.sealed.seal(Set.of(Bookmark.from("FB:1000000000")))).hasSameSizeAs(bookmark);
		assertThat(this.sealed.seal(several(8))).hasSameSizeAs(bookmark);
	}

	@Test
	void manyFitIntoAHeader() {
		Set<Bookmark> many = several(80);
		String bookmark = this.sealed.seal(many);
		assertThat(bookmark.length()).isLessThan(7_000);
		assertThat(this.sealed.open(bookmark)).contains(many);
	}

	private static Set<Bookmark> several(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> Bookmark.from("FB:kcwQAAAAAAAAAAAAAAAAAAAAAADJ" + (10_000_000 + number) + "kA=="))
			.collect(Collectors.toSet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "FB:one", "ä", "AAAAAAAAAAAAAAAA",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void whatWasNotSealedIsNotOpened(String bookmark) {
		assertThat(this.sealed.open(bookmark)).isEmpty();
	}

	@Test
	void whatWasChangedIsNotOpened() {
		String bookmark = this.sealed.seal(SOME);
		char other = (bookmark.charAt(20) == 'A') ? 'B' : 'A';
		assertThat(this.sealed.open(bookmark.substring(0, 20) + other + bookmark.substring(21))).isEmpty();
		assertThat(this.sealed.open("A".repeat(100_000))).isEmpty();
	}

}
