package org.jointregistry.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ids by the time of their making.
 */
class TimeOrderedIdTests {

	private static final Instant MOMENT = Instant.parse("2026-11-24T09:30:00.123Z");

	@Test
	void idIsAnUuidOfVersionSevenOfItsMoment() {
		UUID id = UUID.fromString(TimeOrderedId.at(MOMENT));
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MOMENT.toEpochMilli());
	}

	@Test
	void orderAsTextIsTheOrderOfMoments() {
		List<String> ids = Stream.of(Instant.EPOCH, MOMENT, MOMENT.plusMillis(1), Instant.parse("4000-01-01T00:00:00Z"))
			.map(TimeOrderedId::at)
			.toList();
		assertThat(ids).isSorted();
	}

	@Test
	void idsOfOneMomentDiffer() {
		assertThat(IntStream.range(0, 10_000).mapToObj((turn) -> TimeOrderedId.at(MOMENT)).collect(Collectors.toSet()))
			.hasSize(10_000);
	}

}
