package org.jointregistry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import graphql.GraphqlErrorBuilder;
import graphql.TrivialDataFetcher;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.PropertyDataFetcherHelper;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Wires the mapped types to the engine: connections at the root, {@code node} and
 * {@code nodes}, and the values of rows by the client's own names for them.
 */
final class MappedWiring implements WiringFactory {

	private static final Fetcher VALUE = (field) -> ((Answer) Objects.requireNonNull(field.getSource()))
		.get(field.getField().getResultKey());

	private static final Fetcher FOUND = (field) -> found(PropertyDataFetcherHelper
		.getPropertyValue(field.getFieldDefinition().getName(), field.getSource(), field.getFieldType()),
			field.getExecutionStepInfo().getPath());

	private static final int MOST_NODES = 100;

	private final GraphModel model;

	private final Reads reads;

	private final Set<String> published;

	private final Map<String, DataFetcher<?>> roots = new HashMap<>();

	MappedWiring(GraphModel model, Reads reads) {
		this.model = model;
		this.reads = reads;
		this.published = new PublishedTypes(model).names();
		this.roots.put("node", (field) -> reads.one(field.getArgumentOrDefault("id", ""), field));
		this.roots.put("nodes", this::nodes);
		for (NodeType type : model.nodes().values()) {
			if (type.plural() != null) {
				this.roots.put(type.plural(), (Fetcher) (field) -> reads.all(type.name(), field));
			}
		}
	}

	private DataFetcherResult<List<Row>> nodes(DataFetchingEnvironment field) {
		List<String> ids = field.getArgumentOrDefault("ids", List.of());
		if (ids.size() > MOST_NODES) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"At most %d ids are asked for at once".formatted(MOST_NODES));
		}
		Map<String, Row> found = this.reads.several(ids, field);
		RegistryException absent = RegistryException.notFound();
		DataFetcherResult.Builder<List<Row>> result = DataFetcherResult.newResult();
		List<Row> rows = new ArrayList<>();
		for (int index = 0; index < ids.size(); index++) {
			Row row = found.get(ids.get(index));
			rows.add(row);
			if (row == null) {
				result.error(GraphqlErrorBuilder.newError(field)
					.path(field.getExecutionStepInfo().getPath().segment(index))
					.message(absent.getMessage())
					.extensions(Map.of("code", absent.code().name()))
					.build());
			}
		}
		return result.data(rows).build();
	}

	@Override
	public boolean providesDataFetcher(FieldWiringEnvironment field) {
		return isMapped(field.getParentType().getName()) || isRoot(field) || holdsNode(field);
	}

	@Override
	public DataFetcher<?> getDataFetcher(FieldWiringEnvironment field) {
		if (isMapped(field.getParentType().getName())) {
			return VALUE;
		}
		return isRoot(field) ? Objects.requireNonNull(this.roots.get(field.getFieldDefinition().getName())) : FOUND;
	}

	private static @Nullable Object found(@Nullable Object value, ResultPath path) {
		return switch (value) {
			case FoundNode node -> node.row(path);
			case List<?> nodes -> nodes.stream().map((node) -> found(node, path)).toList();
			case null, default -> value;
		};
	}

	private boolean isRoot(FieldWiringEnvironment field) {
		return field.getParentType().getName().equals("Query")
				&& this.roots.containsKey(field.getFieldDefinition().getName());
	}

	private boolean holdsNode(FieldWiringEnvironment field) {
		String parent = field.getParentType().getName();
		boolean computed = !parent.equals("Query") && !parent.endsWith("Payload");
		return computed && this.model.findNode(SchemaTypes.named(field.getFieldDefinition().getType())) != null;
	}

	private boolean isMapped(String type) {
		return this.model.findNode(type) != null || this.published.contains(type);
	}

	@Override
	public boolean providesTypeResolver(InterfaceWiringEnvironment type) {
		String name = type.getInterfaceTypeDefinition().getName();
		return this.model.findNode(name) != null || this.model.facts().containsKey(name) || name.equals("Fact");
	}

	@Override
	public TypeResolver getTypeResolver(InterfaceWiringEnvironment type) {
		return (object) -> (object.getObject() instanceof Row row) ? object.getSchema().getObjectType(row.type())
				: null;
	}

	/**
	 * Gives values that are there already, by the client's own names for them. Spring's
	 * support for pages leaves such fetchers alone: the engine's connections are
	 * complete.
	 */
	private interface Fetcher extends TrivialDataFetcher<Object> {

	}

}
