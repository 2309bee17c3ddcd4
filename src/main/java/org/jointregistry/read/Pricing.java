package org.jointregistry.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what an operation asks for. A node that a page may hold costs one, and so does
 * a field. A relation costs what the database needs to plan it, which grows with the
 * relations that it comes after; so does a condition of a filter or an order. Where a
 * field is of an interface, it is planned for each of its types.
 */
final class Pricing {

	/** A field of the root: one statement. */
	private static final long STATEMENT = 20_000;

	/** The first relation; each one after it costs eight fifths of the one before. */
	private static final long RELATION = 10_000;

	/** A condition; each level of a filter costs eight fifths of the one around it. */
	private static final long CONDITION = 5_000;

	/** Relations that it takes to tell who may see a record. */
	private static final int AUDIENCE = 6;

	/** Elements that a list without a page is taken to hold. */
	private static final int UNPAGED = 20;

	/** Beyond any limit, and far from the largest number there is. */
	private static final long MANY = 1L << 40;

	private final GraphModel model;

	private final GraphQLSchema schema;

	private final long limit;

	private long cost;

	Pricing(GraphModel model, GraphQLSchema schema, long limit) {
		this.model = model;
		this.schema = schema;
		this.limit = limit;
	}

	/**
	 * What an operation costs.
	 * @param roots its fields, fragments and variables resolved
	 * @return the sum; the limit plus one for all that is beyond the limit
	 */
	long cost(List<ExecutableNormalizedField> roots) {
		for (ExecutableNormalizedField root : roots) {
			add(root.getFieldName().startsWith("__") ? 0 : STATEMENT);
			add((this.model.typesListedBy(root.getFieldName()) - 1) * RELATION);
			field(root, new Place(0, 1, 1, RELATION));
		}
		return this.cost;
	}

	private void field(ExecutableNormalizedField field, Place parent) {
		add(1);
		if (this.cost > this.limit || field.getChildren().isEmpty()) {
			return;
		}
		Place whole = parent.planned((parent.depth() > 1) ? field.getObjectTypeNames().size() : 1);
		GraphQLFieldDefinition definition = field.getFieldDefinitions(this.schema).getFirst();
		String type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType())).getName();
		Place place = whole;
		if (definition.getArgument("where") != null) {
			place = follow(whole, size(field));
			long readings = readings(field) * whole.copies()
					* ((parent.depth() == 0) ? (this.model.typesListedBy(field.getFieldName()) + 3) / 4 : 1);
			conditions(field.getResolvedArguments().get("where"), readings * CONDITION);
			conditions(field.getResolvedArguments().get("orderBy"), readings * CONDITION);
		}
		else if (field.getResolvedArguments().get("by") instanceof List<?> keys) {
			place = follow(whole, size(field));
			add(keys.size() * CONDITION);
		}
		else if (SchemaTypes.tellsAudience(definition)) {
			place = audience(parent);
		}
		else if (!isElement(field)) {
			boolean several = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
			place = (this.model.findNode(type) != null) ? follow(whole, several ? UNPAGED : 1)
					: whole.holding(several ? UNPAGED : 1);
		}
		for (ExecutableNormalizedField child : field.getChildren()) {
			field(child, (isOfWhole(child) ? place.with(whole.rows()) : place).below());
		}
	}

	/**
	 * How many times a list is read under its filter: for its page, for each cursor, for
	 * the count and for each of its groups.
	 */
	private static long readings(ExecutableNormalizedField list) {
		List<ExecutableNormalizedField> read = list.getChildren()
			.stream()
			.filter((child) -> !child.getFieldName().startsWith("__"))
			.toList();
		long whole = read.stream()
			.filter((child) -> isOfWhole(child) || child.getFieldName().equals("totalCount"))
			.count();
		long page = (whole < read.size())
				? 1 + Stream.of("after", "before").filter(list.getResolvedArguments()::containsKey).count() : 0;
		return Math.max(1, whole + page);
	}

	/** Whether a field of a connection tells of the whole list, not of its page. */
	private static boolean isOfWhole(ExecutableNormalizedField field) {
		return field.getResolvedArguments().get("by") instanceof List<?>;
	}

	private static int size(ExecutableNormalizedField list) {
		return Math.clamp(PagePlanner.asked(list.getResolvedArguments()), 1, PagePlanner.MOST);
	}

	private Place follow(Place from, int size) {
		Place reached = from.holding(size);
		add(from.copies() * from.price());
		add(reached.rows());
		return new Place(reached.depth(), reached.rows(), reached.copies(), grown(from.price()));
	}

	private Place audience(Place from) {
		Place reached = from;
		for (int relation = 0; relation < AUDIENCE; relation++) {
			reached = follow(from, UNPAGED);
		}
		return reached;
	}

	private void add(long more) {
		this.cost = Math.min(this.limit + 1, this.cost + more);
	}

	/** Whether a field leads from a connection to its edges and nodes, which are paid. */
	private static boolean isElement(ExecutableNormalizedField field) {
		String parent = field.getObjectTypeNames().iterator().next();
		return switch (field.getFieldName()) {
			case "nodes", "edges", "pageInfo" -> parent.endsWith("Connection");
			case "node" -> parent.endsWith("Edge");
			default -> false;
		};
	}

	private void conditions(@Nullable Object asked, long price) {
		if (this.cost > this.limit) {
			return;
		}
		switch (asked) {
			case Map<?, ?> conditions -> conditions.values().forEach((value) -> {
				add(price);
				conditions(value, grown(price));
			});
			case List<?> several ->
				several.stream().filter(Map.class::isInstance).forEach((value) -> conditions(value, price));
			case null, default -> {
				// A value costs nothing but its condition
			}
		}
	}

	private static long grown(long price) {
		return Math.min(price, MANY) * 8 / 5;
	}

	/**
	 * Where a field stands.
	 *
	 * @param depth fields above it
	 * @param rows elements of the lists that it stands in, together
	 * @param copies how many times it is planned
	 * @param price of the next relation
	 */
	private record Place(int depth, long rows, long copies, long price) {

		Place planned(int types) {
			return new Place(this.depth, this.rows, Math.min(this.copies, MANY) * types, this.price);
		}

		Place holding(int size) {
			return new Place(this.depth, Math.min(this.rows, MANY) * size, this.copies, this.price);
		}

		Place with(long rows) {
			return new Place(this.depth, rows, this.copies, this.price);
		}

		Place below() {
			return new Place(this.depth + 1, this.rows, this.copies, this.price);
		}

	}

}
