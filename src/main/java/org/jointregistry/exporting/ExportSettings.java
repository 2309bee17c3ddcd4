package org.jointregistry.exporting;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is exported.
 *
 * @param atOnce how many pages of files a replica reads at once
 * @param filesOfClient how many files one client is sent at once; for more it is told
 * that the registry is busy
 * @param patience how long a file waits for its first page to be read before its client
 * is told so, too
 */
@ConfigurationProperties("registry.export")
record ExportSettings(@DefaultValue("4") int atOnce, @DefaultValue("4") int filesOfClient,
		@DefaultValue("10s") Duration patience) {

	ExportSettings {
		if (atOnce < 1 || filesOfClient < 1) {
			throw new IllegalArgumentException(
					"registry.export.at-once and registry.export.files-of-client must be at least 1");
		}
	}

}
