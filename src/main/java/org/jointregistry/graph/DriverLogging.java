package org.jointregistry.graph;

import org.neo4j.driver.Config;
import org.neo4j.driver.Logging;

import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has the driver log by SLF4J. Its own way to {@link System.Logger} writes out each
 * message that it sends and gets, with all values, before it is asked whether anybody
 * logs them.
 */
@Component
class DriverLogging implements ConfigBuilderCustomizer {

	@Override
	@SuppressWarnings("deprecation")
	public void customize(Config.ConfigBuilder config) {
		config.withLogging(Logging.slf4j());
	}

}
