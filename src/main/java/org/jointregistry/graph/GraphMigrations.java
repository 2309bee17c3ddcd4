package org.jointregistry.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the version that this registry needs, when the application
 * starts. Migrations are applied once each, in order, also where several replicas start
 * at the same time; one that was changed after it was applied stops the start.
 */
@Component
public class GraphMigrations implements InitializingBean {

	private final Migrations migrations;

	GraphMigrations(Driver driver) {
		this.migrations = new Migrations(
				MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(), driver);
	}

	@Override
	public void afterPropertiesSet() {
		this.migrations.apply();
	}

}
