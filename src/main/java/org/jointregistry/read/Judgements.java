package org.jointregistry.read;

import java.util.Map;
import java.util.function.Function;

import org.neo4j.driver.TransactionContext;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;

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
		Inquiry<T> inquiry = Inquiry.of(this.model, this.cursors, viewer, Map.of(), Map.of(), question);
		return inquiry.read(this.statements.answer(inquiry, transaction));
	}

}
