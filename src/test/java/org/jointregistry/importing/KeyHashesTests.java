package org.jointregistry.importing;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys are remembered, however many there are.
 */
class KeyHashesTests {

	@Test
	void aKeyIsNewOnce() {
		KeyHashes keys = new KeyHashes();
		assertThat(IntStream.range(0, 10_000).allMatch((i) -> keys.add("key " + i))).isTrue();
		assertThat(IntStream.range(0, 10_000).noneMatch((i) -> keys.add("key " + i))).isTrue();
	}

}
