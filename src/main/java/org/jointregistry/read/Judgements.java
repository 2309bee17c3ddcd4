package org.jointregistry.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.access.ViewerTokens;

/**
 * Answers questions for rules that judge a write, so that a rule and an insight that say
 * the same have one statement.
 */
@Component
public class Judgements {

	private final GraphModel model;

	private final Cursors cursors;

	private final Statements statements;

	Judgements(GraphModel model, Cursors cursors, Statements statements) {
		this.model = model;
		this.cursors = cursors;
		this.statements = statements;
	}

	/**
	 * Answers a question that shows nothing of the nodes that it meets.
	 * @param transaction the transaction that writes
	 * @param viewer who writes
	 * @param question builds the question's statement
	 * @param <T> the answer
	 * @return the answer, of what the viewer sees and of nothing else (sentence 14), as
	 * the transaction has left it so far
	 */
	public <T> T ask(TransactionContext transaction, Viewer viewer, Function<Weaving, Insight<T>> question) {
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		CypherCompiler compiler = new CypherCompiler(this.model, viewer.kind(), false);
		Insight<T> insight = question.apply(new Weaving(this.model, compiler, planner, Map.of()));
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(planner.parameters().values());
		parameters.putAll(ViewerTokens.parameters(viewer, LocalDate.now(Clock.systemUTC())));
		return insight.reading()
			.apply(this.statements.answer(compiler.statement(insight.expression()), parameters, transaction));
	}

}
