package org.jointregistry.read;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.access.ViewerTokens;

/**
 * Answers questions that come by other ways than GraphQL, each with one statement, of
 * what the viewer sees.
 */
@Component
public class Extracts {

	private final GraphModel model;

	private final Cursors cursors;

	private final Statements statements;

	Extracts(GraphModel model, Cursors cursors, Statements statements) {
		this.model = model;
		this.cursors = cursors;
		this.statements = statements;
	}

	/**
	 * Answers a question.
	 * @param viewer who asks
	 * @param asOf the time whose registry is asked for, by today's rights; null for what
	 * is recorded now
	 * @param question builds the question's statement
	 * @param <T> the answer
	 * @return the answer, of what the viewer sees and of nothing else
	 */
	public <T> T ask(Viewer viewer, @Nullable OffsetDateTime asOf, Function<Weaving, Insight<T>> question) {
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		CypherCompiler compiler = new CypherCompiler(this.model, viewer.kind(), asOf != null);
		Insight<T> insight = question.apply(new Weaving(this.model, compiler, planner, Map.of()));
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(planner.parameters().values());
		parameters.putAll(ViewerTokens.parameters(viewer, LocalDate.now(Clock.systemUTC())));
		if (asOf != null) {
			parameters.put(Past.AT, asOf.toZonedDateTime());
		}
		return insight.reading().apply(this.statements.answer(compiler.statement(insight.expression()), parameters));
	}

}
