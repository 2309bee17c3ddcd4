package org.jointregistry.importing;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is imported when the application starts.
 *
 * @param sets names of the sets of files that come with the application: {@code curated},
 * {@code fictional}; empty where nothing is to be imported
 */
@ConfigurationProperties("registry.import")
record ImportSettings(@DefaultValue List<String> sets) {

}
