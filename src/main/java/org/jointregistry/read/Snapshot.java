package org.jointregistry.read;

import java.util.Set;
import java.util.function.Supplier;

import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Bookmark;

/**
 * Whether the statements of an operation read one state of the database. A statement
 * waits for all that is committed under the bookmarks that are known when the operation
 * begins, and ends with the bookmark of the last commit that the server has begun to
 * show. Where that is one of the known, nothing has changed in between, not even in part.
 */
final class Snapshot {

	private Supplier<Set<Bookmark>> bookmarks = Set::of;

	private @Nullable Set<Bookmark> known;

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
	 * Begins anew, with the first statement that starts from here.
	 * @param known gives the bookmarks that a statement waits for
	 */
	synchronized void begin(Supplier<Set<Bookmark>> known) {
		this.bookmarks = known;
		this.known = null;
		this.torn = false;
		this.failed = false;
	}

	/** Notes that a statement starts. */
	synchronized void starts() {
		if (this.known == null) {
			this.known = this.bookmarks.get();
		}
	}

	/**
	 * Notes the end of a statement.
	 * @param last the bookmark of the last commit then
	 */
	synchronized void ended(Set<Bookmark> last) {
		this.torn = this.torn || this.known == null || last.isEmpty() || !this.known.containsAll(last);
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
