package org.jointregistry.recording;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times of which days, months or years are known.
 */
class PeriodTests {

	@ParameterizedTest
	@ValueSource(strings = { "9999", "9999-12", "9999-12-31" })
	void whatEndsInTheLastYearLasts(String last) {
		Period lasting = Period.through("2020", last);
		assertThat(lasting.isEmpty()).isFalse();
		assertThat(lasting.overlaps(Period.through("2500", "2500"))).isTrue();
		assertThat(Period.through(null, last).overlaps(Period.through("2026-11-25", "2026-11-25"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2019-05, 2019, false", "2019, 2019-05, false", "2019-05, 2019-04, true", "2019-05-02, 2019-05, false",
			"2019-05-02, 2019-05-01, true", "2020, 2019-12-31, true", "2019-05-02, 2019-05-02, false" })
	void isReversedAsPreciselyAsIsKnown(String from, String until, boolean reversed) {
		assertThat(new Period(from, until).isReversed()).isEqualTo(reversed);
	}

	@ParameterizedTest
	@CsvSource({ "2020-06, 2020, false", "2020, 2020, false", "2020-02, 2020-01-31, true",
			"2020-02-01, 2020-02-01, false", "2020-02-02, 2020-02-01, true" })
	void isEmptyWhereTheLastDayIsBeforeTheFirst(String from, String last, boolean empty) {
		assertThat(Period.through(from, last).isEmpty()).isEqualTo(empty);
	}

}
