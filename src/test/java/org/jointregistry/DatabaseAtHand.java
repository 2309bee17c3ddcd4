package org.jointregistry;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Skips tests that are to run on Neo4j's own image, and says so, where no Docker engine
 * answers.
 */
class DatabaseAtHand implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!ContainerNeo4j.isWanted() || DockerClientFactory.instance().isDockerAvailable()) {
			return ConditionEvaluationResult.enabled("The database is at hand");
		}
		return ConditionEvaluationResult.disabled("No Docker engine answers: not run on Neo4j's own image");
	}

}
