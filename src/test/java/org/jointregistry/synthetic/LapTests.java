package org.jointregistry.synthetic;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of laps is told of all their requests.
 */
class LapTests {

	private static final long MILLISECOND = 1_000_000;

	@Test
	void aPartOfTheRequestsIsTheNearestRank() {
		Lap lap = new Lap(LongStream.rangeClosed(1, 100).mapToObj((millis) -> millis * MILLISECOND).toList(), 1, 1);
		assertThat(lap.millis(0.5)).isEqualTo(50);
		assertThat(lap.millis(0.99)).isEqualTo(99);
		assertThat(lap.millis(0)).isEqualTo(1);
	}

	@Test
	void lapsAreTakenTogether() {
		Lap quick = new Lap(List.of(3 * MILLISECOND, MILLISECOND, 2 * MILLISECOND), 1, 0.5);
		Lap slow = new Lap(List.of(9 * MILLISECOND), 3, 1.5);
		Lap both = Lap.together(List.of(slow, quick));
		assertThat(both.perSecond()).isEqualTo(1);
		assertThat(both.processorOfThousand()).isEqualTo(500);
		assertThat(both.millis(0.5)).isEqualTo(2);
	}

}
