package org.jointregistry.read;

import java.util.Set;

import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import org.neo4j.driver.Bookmark;

/**
 * Whether the statements of an operation read one state of the database. A statement
 * waits for all that is committed under the bookmarks that are known when the operation
 * begins, and ends with the bookmark of the last commit that the server has begun to
 * show. Where that is one of the known, nothing has changed in between, not even in part.
 */
final class Snapshot {

	private Set<Bookmark> known = Set.of();

	private boolean torn;

	private boolean failed;

	/**
	 * The snapshot of a query.
	 * @param field a field of it
	 * @return the snapshot; one that nobody looks at where an operation is not answered
	 * anew
	 */
	static Snapshot of(DataFetchingEnvironment field) {
		boolean query = field.getOperationDefinition().getOperation() == OperationDefinition.Operation.QUERY;
		return query ? field.getGraphQlContext().getOrDefault(Snapshot.class, new Snapshot()) : new Snapshot();
	}

	/**
	 * Begins anew.
	 * @param known the bookmarks that each statement waits for
	 */
	synchronized void begin(Set<Bookmark> known) {
		this.known = known;
		this.torn = false;
		this.failed = false;
	}

	/**
	 * Notes the end of a statement.
	 * @param last the bookmark of the last commit then
	 */
	synchronized void ended(Set<Bookmark> last) {
		this.torn = this.torn || last.isEmpty() || !this.known.containsAll(last);
	}

	/** Notes that a statement gave no answer. */
	synchronized void failed() {
		this.failed = true;
	}

	/**
	 * Whether the operation is to be answered anew.
	 * @return false for an answer of one state, and for one that failed
	 */
	synchronized boolean isTorn() {
		return this.torn && !this.failed;
	}

}
