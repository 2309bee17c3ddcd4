package org.jointregistry.limit;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;

/**
 * The same allowance, for what is asked by other ways than GraphQL.
 */
@Component
public class FileAllowance {

	private final Allowances allowances;

	FileAllowance(Allowances allowances) {
		this.allowances = allowances;
	}

	/**
	 * Takes what a page of a file costs of its client's allowance.
	 * @param viewer who is sent the file
	 * @param cost as that of an operation; a page that costs more than a whole allowance
	 * takes all of one
	 * @return zero where it was taken; else nothing was, and it is there after that time
	 * @throws org.neo4j.driver.exceptions.Neo4jException if the database cannot tell
	 */
	public Duration take(Viewer viewer, long cost) {
		int points = Math.min(RateLimiting.points(cost), this.allowances.points());
		ConsumptionProbe state = this.allowances.take(viewer.subject(), points);
		return state.isConsumed() ? Duration.ZERO : Duration.ofNanos(state.getNanosToWaitForRefill()).plusMillis(1);
	}

}
