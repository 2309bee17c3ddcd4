package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A connection in an answer.
 */
final class Page implements Answer {

	private final PageShape shape;

	private final List<?> values;

	private final List<List<?>> rows;

	private final boolean overflows;

	Page(PageShape shape, List<?> values) {
		this.shape = shape;
		this.values = values;
		List<?> found = shape.rows() ? (List<?>) values.getFirst() : List.of();
		this.overflows = found.size() > shape.size();
		this.rows = new ArrayList<>(Math.min(found.size(), shape.size()));
		for (Object row : this.overflows ? found.subList(0, shape.size()) : found) {
			this.rows.add((List<?>) row);
		}
		if (shape.page().backwards()) {
			Collections.reverse(this.rows);
		}
	}

	@Override
	public @Nullable Object get(String resultKey) {
		return switch (this.shape.children().get(resultKey)) {
			case PageShape.Total total -> Math.toIntExact((Long) this.values.get(this.shape.totalPlace()));
			case PageShape.Groups groups -> groups(groups);
			case PageShape.Info info -> info();
			case PageShape.Nodes nodes ->
				this.rows.stream().map((row) -> nodes.node().row(part(row, nodes.part()).getFirst())).toList();
			case PageShape.Edges edges ->
				this.rows.stream().map((row) -> new Edge(edges, () -> cursor(row), part(row, edges.part()))).toList();
			case null -> throw new IllegalStateException("Not selected of a connection: " + resultKey);
		};
	}

	private List<Group> groups(PageShape.Groups groups) {
		List<?> found = (List<?>) this.values.get(this.shape.groupsPlace() + groups.place());
		return found.stream().map((group) -> Group.of(groups.shape(), group)).toList();
	}

	private PageInfo info() {
		Plan.Page page = this.shape.page();
		boolean beforeIt = (page.backwards() && this.overflows) || (page.after() != null && isTrue(1));
		boolean behindIt = (!page.backwards() && this.overflows)
				|| (page.before() != null && isTrue((page.after() != null) ? 2 : 1));
		return new PageInfo(behindIt, beforeIt, this.rows.isEmpty() ? null : cursor(this.rows.getFirst()),
				this.rows.isEmpty() ? null : cursor(this.rows.getLast()));
	}

	private boolean isTrue(int place) {
		return Boolean.TRUE.equals(this.values.get(place));
	}

	private List<?> part(List<?> row, int part) {
		return (List<?>) row.get(this.shape.cursors().size() + part);
	}

	private String cursor(List<?> row) {
		return this.shape.cursors().write(new ArrayList<@Nullable Object>(row.subList(0, this.shape.cursors().size())));
	}

	/**
	 * Where a page stands, as the Relay specification has it.
	 *
	 * @param hasNextPage whether the list goes on behind it
	 * @param hasPreviousPage whether the list has elements before it
	 * @param startCursor cursor of the first edge; null where it is empty
	 * @param endCursor cursor of the last edge; null where it is empty
	 */
	record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
			@Nullable String endCursor) {

		@Nullable Object get(String field) {
			return switch (field) {
				case "hasNextPage" -> this.hasNextPage;
				case "hasPreviousPage" -> this.hasPreviousPage;
				case "startCursor" -> this.startCursor;
				case "endCursor" -> this.endCursor;
				default -> throw new IllegalStateException("Unknown field of a page: " + field);
			};
		}

	}

}
