package org.jointregistry.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Statement;

import org.jointregistry.access.Viewer;
import org.jointregistry.access.ViewerTokens;

/**
 * A question of a module's as a viewer puts it. Its statement is built only where no
 * other inquiry has had the same.
 *
 * @param <T> the answer
 */
final class Inquiry<T> {

	private final Insight<T> insight;

	private final CypherCompiler compiler;

	private final Statements.Asked asked;

	private final Map<String, @Nullable Object> parameters;

	private Inquiry(Insight<T> insight, CypherCompiler compiler, Statements.Asked asked,
			Map<String, @Nullable Object> parameters) {
		this.insight = insight;
		this.compiler = compiler;
		this.asked = asked;
		this.parameters = parameters;
	}

	/**
	 * Puts a question.
	 * @param model the mapping
	 * @param cursors the cursors of what is selected
	 * @param viewer who asks
	 * @param past the parameters of {@link Past}; none where it is about what is recorded
	 * now
	 * @param selected what is selected of the nodes that the answer holds, by the path of
	 * their fields
	 * @param question asks
	 * @param <T> the answer
	 * @return the inquiry
	 */
	static <T> Inquiry<T> of(GraphModel model, Cursors cursors, Viewer viewer, Map<String, Object> past,
			Map<String, List<Weaving.AskedNode>> selected, Function<Weaving, Insight<T>> question) {
		SelectionPlanner planner = new SelectionPlanner(model, cursors, viewer);
		CypherCompiler compiler = new CypherCompiler(model, viewer.kind(), !past.isEmpty());
		Weaving weaving = new Weaving(model, compiler, planner, selected);
		Insight<T> insight = question.apply(weaving);
		Statements.Asked asked = new Statements.Asked(List.of(insight.form(), weaving.selections()), viewer.kind(),
				!past.isEmpty());
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(planner.parameters().all());
		parameters.putAll(ViewerTokens.parameters(viewer, LocalDate.now(Clock.systemUTC())));
		parameters.putAll(past);
		return new Inquiry<>(insight, compiler, asked, parameters);
	}

	/**
	 * What the text of the statement depends on.
	 * @return equal for inquiries with one text
	 */
	Statements.Asked asked() {
		return this.asked;
	}

	/**
	 * Builds the statement.
	 * @return without any value in it
	 */
	Statement statement() {
		return this.compiler.statement(this.insight.expression().get());
	}

	/**
	 * Every value of the statement.
	 * @return by name
	 */
	Map<String, @Nullable Object> parameters() {
		return this.parameters;
	}

	/**
	 * Reads the answer.
	 * @param answer the statement's one value; may be null
	 * @return what the question asks for
	 */
	T read(@Nullable Object answer) {
		return this.insight.reading().apply(answer);
	}

}
