package org.jointregistry.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the registry is run.
 *
 * @param demonstration whether it starts with settings that are unsafe, on a machine that
 * nobody else reaches and with data that nobody need keep
 */
@ConfigurationProperties("registry.operation")
record OperationSettings(@DefaultValue("false") boolean demonstration) {

}
