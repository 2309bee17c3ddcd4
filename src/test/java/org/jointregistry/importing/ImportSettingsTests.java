package org.jointregistry.importing;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What cannot be meant as a setting stops the start.
 */
class ImportSettingsTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "-1, 1", "1, 0", "1, -1" })
	void rowsAreWrittenSomeAtATime(int rowsAtOnce, int chunk) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ImportSettings(List.of(), null, ImportMode.ALL_OR_NOTHING, DataSize.ofMegabytes(1),
					rowsAtOnce, chunk, Duration.ofMinutes(1)))
			.withMessageContaining("registry.import.chunk");
	}

}
