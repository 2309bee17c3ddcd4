package org.jointregistry.read;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;

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
		Inquiry<T> inquiry = Inquiry.of(this.model, this.cursors, viewer, Past.parameters(asOf), Map.of(), question);
		return inquiry.read(this.statements.answer(inquiry));
	}

}
