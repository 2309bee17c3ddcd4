package org.jointregistry.read;

import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.jointregistry.access.ViewerKind;
import org.jointregistry.graph.MemoryLimit;
import org.jointregistry.shared.CypherText;

/**
 * Compiled statements, each kept by its plan and kind of viewer, and their execution: one
 * statement in one read transaction.
 */
@Component
class Statements {

	private static final Logger logger = LoggerFactory.getLogger(Statements.class);

	private final Driver driver;

	private final SessionConfig reading;

	private final TransactionConfig limits;

	private final LoadingCache<Compiled, String> texts;

	Statements(Driver driver, GraphModel model, ReadSettings settings) {
		this.driver = driver;
		this.reading = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.READ)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
		this.limits = TransactionConfig.builder().withTimeout(settings.timeout()).build();
		this.texts = Caffeine.newBuilder()
			.maximumSize(settings.plans())
			.build((key) -> CypherText.of(CypherCompiler.compile(key.plan(), model, key.viewer(), key.past())));
	}

	/**
	 * The statement that answers a plan.
	 * @param plan what is asked
	 * @param viewer the kind of viewer that asks
	 * @return Cypher without any value in it
	 */
	String text(Plan plan, ViewerKind viewer) {
		return text(plan, viewer, false);
	}

	private String text(Plan plan, ViewerKind viewer, boolean past) {
		return this.texts.get(new Compiled(plan, viewer, past));
	}

	/**
	 * Answers a plan.
	 * @param plan what is asked
	 * @param viewer the kind of viewer that asks
	 * @param parameters every value of the statement
	 * @param snapshot of the operation that asks
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Plan plan, ViewerKind viewer, Map<String, @Nullable Object> parameters, Snapshot snapshot) {
		return run(text(plan, viewer, parameters.containsKey(Past.AT)), parameters, snapshot);
	}

	/**
	 * Answers a statement that was built for one question.
	 * @param statement what is asked
	 * @param parameters every value of the statement
	 * @param snapshot of the operation that asks
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Statement statement, Map<String, @Nullable Object> parameters, Snapshot snapshot) {
		return run(CypherText.of(statement), parameters, snapshot);
	}

	/**
	 * Answers a statement within a transaction that writes, of what it has left so far.
	 * @param statement what is asked
	 * @param parameters every value of the statement
	 * @param within the transaction
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Statement statement, Map<String, @Nullable Object> parameters, TransactionContext within) {
		return within.run(CypherText.of(statement), parameters).single().get(0).asObject();
	}

	private @Nullable Object run(String text, Map<String, @Nullable Object> parameters, Snapshot snapshot) {
		logger.debug("{}", text);
		snapshot.starts();
		try (Session session = this.driver.session(this.reading)) {
			Object answer = session.executeRead(
					MemoryLimit
						.respectedBy((transaction) -> transaction.run(text, parameters).single().get(0).asObject()),
					this.limits);
			snapshot.ended(session.lastBookmarks());
			return answer;
		}
		catch (RuntimeException ex) {
			snapshot.failed();
			throw ex;
		}
	}

	/**
	 * What a statement's text depends on.
	 *
	 * @param plan what is asked
	 * @param viewer the kind of viewer that asks
	 * @param past whether it asks for the past
	 */
	private record Compiled(Plan plan, ViewerKind viewer, boolean past) {

	}

}
