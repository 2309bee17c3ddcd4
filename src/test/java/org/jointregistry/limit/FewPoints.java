package org.jointregistry.limit;

import java.time.Duration;

import org.neo4j.driver.Driver;

/**
 * An allowance for tests that use it up.
 */
public final class FewPoints {

	private FewPoints() {
	}

	/**
	 * An allowance of its own.
	 * @param points for each minute
	 * @param driver of the database where it is kept
	 * @return the allowance
	 */
	public static FileAllowance of(int points, Driver driver) {
		return new FileAllowance(new Allowances(new AllowanceSettings(points, Duration.ofHours(1)), driver));
	}

}
