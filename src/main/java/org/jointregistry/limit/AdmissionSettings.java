package org.jointregistry.limit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are answered at once.
 *
 * @param permits requests at once; where absent, four of five connections of the driver's
 * pool, which is 80 of 100
 * @param patience how long a request may wait for its turn before it is told that the
 * registry is busy
 */
@ConfigurationProperties("registry.admission")
record AdmissionSettings(@Nullable Integer permits, @DefaultValue("2s") Duration patience) {

	AdmissionSettings {
		if (permits != null && permits < 1) {
			throw new IllegalArgumentException("registry.admission.permits must be at least 1");
		}
	}

	int permitsFor(int connections) {
		return (this.permits != null) ? this.permits : Math.max(1, connections * 4 / 5);
	}

}
