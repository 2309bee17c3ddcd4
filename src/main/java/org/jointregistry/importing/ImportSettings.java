package org.jointregistry.importing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is imported when the application starts, and how much at a time.
 *
 * @param sets names of the sets of files that come with the application: {@code curated},
 * {@code fictional}; empty where none is to be imported
 * @param directory where other files are that are to be imported at the start; null where
 * there are none
 * @param mode what a row of such a file that cannot be loaded means for the others
 * @param longest how long a file may be that is sent
 * @param rowsAtOnce how many lines a file may have that is loaded as a whole
 * @param chunk how many rows are written together
 * @param timeout how long one attempt at a transaction may take
 */
@ConfigurationProperties("registry.import")
record ImportSettings(@DefaultValue List<String> sets, @Nullable Path directory,
		@DefaultValue("ALL_OR_NOTHING") ImportMode mode, @DefaultValue("1GB") DataSize longest,
		@DefaultValue("50000") int rowsAtOnce, @DefaultValue("2000") int chunk, @DefaultValue("60s") Duration timeout) {

	ImportSettings {
		if (rowsAtOnce < 1 || chunk < 1) {
			throw new IllegalArgumentException(
					"registry.import.rows-at-once and registry.import.chunk must be at least 1");
		}
	}

}
