package org.jointregistry.limit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may ask for.
 *
 * @param points points for each minute; an operation takes one for each thousand of its
 * cost that is begun
 * @param settle how long a replica reckons by itself before it tells the others, through
 * the database, what a client has used
 */
@ConfigurationProperties("registry.allowance")
record AllowanceSettings(@DefaultValue("6000000") int points, @DefaultValue("10s") Duration settle) {

	AllowanceSettings {
		if (points < 1) {
			throw new IllegalArgumentException("registry.allowance.points must be at least 1");
		}
	}

}
