package org.jointregistry.exporting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is exported.
 *
 * @param atOnce how many exports a replica writes at once; more are told that it is busy
 */
@ConfigurationProperties("registry.export")
record ExportSettings(@DefaultValue("4") int atOnce) {

	ExportSettings {
		if (atOnce < 1) {
			throw new IllegalArgumentException("registry.export.at-once must be at least 1");
		}
	}

}
