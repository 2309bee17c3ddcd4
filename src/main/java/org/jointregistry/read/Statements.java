package org.jointregistry.read;

import java.util.Map;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.schema.DataFetchingEnvironment;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.summary.ResultSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.jointregistry.access.ViewerKind;
import org.jointregistry.graph.MemoryLimit;
import org.jointregistry.graph.SentStatement;
import org.jointregistry.shared.CypherText;
import org.jointregistry.shared.Digest;
import org.jointregistry.shared.LoggedFailure;

/**
 * Compiled statements, each kept by what is asked and the kind of viewer, and their
 * execution: one statement in one read transaction.
 */
@Component
class Statements implements MeterBinder {

	private static final Logger logger = LoggerFactory.getLogger(Statements.class);

	private final Driver driver;

	private final SessionConfig reading;

	private final TransactionConfig limits;

	private final GraphModel model;

	private final ObservationRegistry observations;

	private final Cache<Asked, Text> texts;

	Statements(Driver driver, GraphModel model, ReadSettings settings, ObservationRegistry observations) {
		this.driver = driver;
		this.model = model;
		this.observations = observations;
		this.reading = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.READ)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
		this.limits = TransactionConfig.builder().withTimeout(settings.timeout()).build();
		this.texts = Caffeine.newBuilder().maximumSize(settings.plans()).recordStats().build();
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.texts, "plans");
	}

	/**
	 * The statement that answers a plan.
	 * @param plan what is asked
	 * @param viewer the kind of viewer that asks
	 * @return Cypher without any value in it
	 */
	String text(Plan plan, ViewerKind viewer) {
		return this.texts.get(new Asked(plan, viewer, false), (asked) -> compile(plan, asked)).cypher();
	}

	private Text compile(Plan plan, Asked asked) {
		return Text.of(CypherCompiler.compile(plan, this.model, asked.viewer(), asked.past()));
	}

	/**
	 * Answers a plan.
	 * @param plan what is asked
	 * @param viewer the kind of viewer that asks
	 * @param parameters every value of the statement
	 * @param field the field that asks
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Plan plan, ViewerKind viewer, Map<String, @Nullable Object> parameters,
			DataFetchingEnvironment field) {
		Asked asked = new Asked(plan, viewer, parameters.containsKey(Past.AT));
		Kept kept = keep(asked, () -> compile(plan, asked));
		return run(kept, parameters, Snapshot.of(field), watched(field));
	}

	private Kept keep(Asked asked, Supplier<Text> made) {
		boolean[] known = { true };
		Text text = this.texts.get(asked, (missing) -> {
			known[0] = false;
			return made.get();
		});
		return new Kept(text, known[0]);
	}

	private Kept keep(Inquiry<?> inquiry) {
		Kept kept = keep(inquiry.asked(), () -> Text.of(inquiry.statement()));
		assert !kept.known() || kept.text().equals(Text.of(inquiry.statement())) : inquiry.asked();
		return kept;
	}

	/**
	 * Answers a question of a module's.
	 * @param inquiry what is asked
	 * @param field the field that asks
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Inquiry<?> inquiry, DataFetchingEnvironment field) {
		return run(keep(inquiry), inquiry.parameters(), Snapshot.of(field), watched(field));
	}

	/**
	 * Answers a question of a module's that no field asks.
	 * @param inquiry what is asked
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Inquiry<?> inquiry) {
		return run(keep(inquiry), inquiry.parameters(), new Snapshot(), null);
	}

	/**
	 * Answers a question within a transaction that writes, of what it has left so far.
	 * @param inquiry what is asked
	 * @param within the transaction
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Inquiry<?> inquiry, TransactionContext within) {
		return within.run(keep(inquiry).text().cypher(), inquiry.parameters()).single().get(0).asObject();
	}

	/**
	 * Answers a statement that was built for one question.
	 * @param statement what is asked
	 * @param parameters every value of the statement
	 * @param field the field that asks
	 * @return the statement's one value, as nested lists; may be null
	 */
	@Nullable Object answer(Statement statement, Map<String, @Nullable Object> parameters, DataFetchingEnvironment field) {
		return run(new Kept(Text.of(statement), false), parameters, Snapshot.of(field), watched(field));
	}

	private static @Nullable Observation watched(DataFetchingEnvironment field) {
		return field.getGraphQlContext().get(ObservationThreadLocalAccessor.KEY);
	}

	private @Nullable Object run(Kept kept, Map<String, @Nullable Object> parameters, Snapshot snapshot,
			@Nullable Observation watched) {
		Text text = kept.text();
		logger.debug("{}", text.cypher());
		Observation observation = SentStatement.start(text.cypher(), text.hash(), kept.known(), watched,
				this.observations);
		snapshot.starts();
		try (Session session = this.driver.session(this.reading)) {
			Answered answered = read(session, text.cypher(), parameters);
			snapshot.ended(session.lastBookmarks());
			SentStatement.answered(observation, answered.summary(), answered.value());
			return answered.value();
		}
		catch (RuntimeException ex) {
			snapshot.failed();
			LoggedFailure.observe(observation, ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	/**
	 * Reads in a transaction that begins and ends with the statement, which takes one
	 * message each way; what may be tried again is, as often as the driver does.
	 */
	private Answered read(Session session, String cypher, Map<String, @Nullable Object> parameters) {
		try {
			return MemoryLimit.respected(() -> Answered.of(session.run(cypher, parameters, this.limits)));
		}
		catch (Neo4jException ex) {
			if (!(ex instanceof RetryableException)) {
				throw ex;
			}
			return session.executeRead(
					MemoryLimit.respectedBy((transaction) -> Answered.of(transaction.run(cypher, parameters))),
					this.limits);
		}
	}

	/**
	 * What a statement's text depends on.
	 *
	 * @param what a plan, or the form and the selections of an inquiry
	 * @param viewer the kind of viewer that asks
	 * @param past whether it asks for the past
	 */
	record Asked(Object what, ViewerKind viewer, boolean past) {

	}

	/**
	 * A statement's text.
	 *
	 * @param cypher without any value
	 * @param hash by which logs and traces name it
	 */
	private record Text(String cypher, String hash) {

		static Text of(Statement statement) {
			String cypher = CypherText.of(statement);
			return new Text(cypher, Digest.of(cypher));
		}

	}

	/**
	 * A text, and where it came from.
	 *
	 * @param text the text
	 * @param known whether it was there already
	 */
	private record Kept(Text text, boolean known) {

	}

	/**
	 * What the database answered.
	 *
	 * @param value nested lists
	 * @param summary how it did
	 */
	private record Answered(@Nullable Object value, ResultSummary summary) {

		static Answered of(Result result) {
			return new Answered(result.single().get(0).asObject(), result.consume());
		}

	}

}
