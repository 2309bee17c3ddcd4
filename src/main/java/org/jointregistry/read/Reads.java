package org.jointregistry.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Expression;

import org.springframework.stereotype.Component;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Viewer;
import org.jointregistry.access.ViewerTokens;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.Touched;

/**
 * Answers the fields of mapped types: each with one statement, of what the viewer sees.
 */
@Component
public class Reads {

	private final GraphModel model;

	private final Cursors cursors;

	private final Statements statements;

	Reads(GraphModel model, Cursors cursors, Statements statements) {
		this.model = model;
		this.cursors = cursors;
		this.statements = statements;
	}

	/**
	 * The connection of all nodes of a type.
	 * @param type the name of an object type
	 * @param field the field that asks for it, with the viewer in its context
	 * @return the page that its arguments ask for
	 */
	Answer all(String type, DataFetchingEnvironment field) {
		Viewer viewer = viewer(field);
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		ConnectionPlanner.Planned planned = planner.connections()
			.all(this.model.node(type), field.getArguments(), field.getSelectionSet().getImmediateFields());
		Plan plan = new Plan.Listing(this.model.node(type), planned.plan());
		return new Page(planned.shape(), (List<?>) Objects.requireNonNull(answer(plan, planner, field)));
	}

	/**
	 * The node with a global id.
	 * @param id what the client sent
	 * @param field the field that asks for it, with the viewer in its context
	 * @return the node
	 * @throws RegistryException with {@code NOT_FOUND} if there is none that the viewer
	 * sees
	 */
	public Row one(String id, DataFetchingEnvironment field) {
		GlobalId global = GlobalId.decode(id).orElseThrow(RegistryException::notFound);
		return find(global, field.getSelectionSet().getImmediateFields(), field);
	}

	private Row find(GlobalId id, List<SelectedField> selection, DataFetchingEnvironment field) {
		NodeType type = this.model.findNode(id.type());
		if (type == null || type.isAbstract()) {
			throw RegistryException.notFound();
		}
		Viewer viewer = viewer(field);
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		SelectionPlanner.Planned planned = planner.node(type, selection);
		Plan plan = new Plan.Lookup(planner.parameters().add(id.key()), planned.plan());
		Row row = planned.shape().row(answer(plan, planner, field));
		if (row == null) {
			throw RegistryException.notFound();
		}
		return row;
	}

	/**
	 * The nodes with global ids.
	 * @param ids what the client sent
	 * @param field the field that asks for them, with the viewer in its context
	 * @return the nodes by id, without those that the viewer does not see
	 */
	public Map<String, Row> several(List<String> ids, DataFetchingEnvironment field) {
		Viewer viewer = viewer(field);
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		List<SelectedField> selection = field.getSelectionSet().getImmediateFields();
		List<NodeShape> shapes = new ArrayList<>();
		List<Plan.Lookup> lookups = new ArrayList<>();
		byType(ids).forEach((type, wanted) -> {
			SelectionPlanner.Planned planned = planner.node(type, selection);
			lookups.add(new Plan.Lookup(planner.parameters().add(wanted), planned.plan()));
			shapes.add(planned.shape());
		});
		return lookups.isEmpty() ? Map.of()
				: found((List<?>) Objects.requireNonNull(answer(new Plan.Lookups(lookups), planner, field)), shapes);
	}

	private Map<NodeType, List<String>> byType(List<String> ids) {
		Map<NodeType, List<String>> keys = new LinkedHashMap<>();
		for (String id : ids) {
			GlobalId.decode(id).ifPresent((global) -> {
				NodeType type = this.model.findNode(global.type());
				if (type != null && !type.isAbstract()) {
					keys.computeIfAbsent(type, (key) -> new ArrayList<>()).add(global.key());
				}
			});
		}
		return keys;
	}

	private static Map<String, Row> found(List<?> answer, List<NodeShape> shapes) {
		Map<String, Row> found = new HashMap<>();
		for (int index = 0; index < answer.size(); index++) {
			NodeShape shape = shapes.get(index);
			for (Object each : (List<?>) Objects.requireNonNull(answer.get(index))) {
				List<?> node = (List<?>) each;
				Row row = Objects.requireNonNull(shape.row(node.get(1)));
				found.put(new GlobalId(row.type(), String.valueOf(node.getFirst())).encoded(), row);
			}
		}
		return found;
	}

	/**
	 * The node with a global id, for each of the fields of an event that hold it.
	 * @param id the type and key
	 * @param of the record that it must belong to, such as a program; null for any
	 * @param name of the fields that hold the node
	 * @param event the field whose fields they are, with the viewer in its context
	 * @return the node; empty where the viewer does not see it, or it belongs elsewhere
	 */
	public Optional<FoundNode> findSeen(GlobalId id, @Nullable GlobalId of, String name,
			DataFetchingEnvironment event) {
		Map<String, Row> rows = new LinkedHashMap<>();
		try {
			selections(name, event).forEach((path, selection) -> rows.put(path, find(id, selection, event)));
		}
		catch (RegistryException ex) {
			if (ex.code() == ErrorCode.NOT_FOUND) {
				return Optional.empty();
			}
			throw ex;
		}
		boolean belongs = of == null
				|| isTrue(event, (shown) -> shown.belongs(this.model.node(id.type()), id.key(), of));
		return belongs ? Optional.of(new FoundNode(rows)) : Optional.empty();
	}

	/**
	 * Whether the viewer sees any of what was touched of a record.
	 * @param id the record's type and key
	 * @param touched what was touched
	 * @param event the field that tells of it, with the viewer in its context
	 * @return false also where the viewer does not see the record
	 */
	public boolean isShown(GlobalId id, List<Touched> touched, DataFetchingEnvironment event) {
		return isTrue(event, (shown) -> shown.any(this.model.node(id.type()), id.key(), touched));
	}

	private boolean isTrue(DataFetchingEnvironment event, Function<Shown, Expression> question) {
		Viewer viewer = viewer(event);
		SelectionPlanner planner = new SelectionPlanner(this.model, this.cursors, viewer);
		CypherCompiler compiler = new CypherCompiler(this.model, viewer.kind(), false);
		Expression asked = question.apply(new Shown(this.model, compiler.guard(), planner.parameters()));
		return Boolean.TRUE
			.equals(this.statements.answer(compiler.statement(asked), parameters(planner, viewer, event), event));
	}

	/**
	 * What is selected of a node by the path of its field; nothing where no field holds
	 * it.
	 */
	private static Map<String, List<SelectedField>> selections(String name, DataFetchingEnvironment event) {
		Map<String, List<SelectedField>> selections = new LinkedHashMap<>();
		for (SelectedField field : event.getSelectionSet().getImmediateFields()) {
			if (field.getName().equals(name)) {
				selections.put("/" + field.getResultKey(), field.getSelectionSet().getImmediateFields());
			}
		}
		return selections.isEmpty() ? Map.of("", List.of()) : selections;
	}

	/**
	 * Whether a name is that of a type of records.
	 * @param type any text
	 * @return true for object types under the rule of records
	 */
	public boolean isRecord(String type) {
		NodeType known = this.model.findNode(type);
		return known != null && !known.isAbstract() && known.concretes().getFirst().rule() == AccessRule.RECORD;
	}

	private String label(String type) {
		return this.model.node(type).concretes().getFirst().label();
	}

	/**
	 * The cursors of a field that a module answers itself.
	 * @param field the field, with the viewer in its context
	 * @param size number of values in each cursor
	 * @return cursors that are bound to the field, the viewer and all arguments but
	 * {@code after}
	 */
	public CursorBinding cursors(DataFetchingEnvironment field, int size) {
		Map<String, Object> arguments = new HashMap<>(field.getArguments());
		arguments.remove("after");
		String type = ((GraphQLNamedType) field.getParentType()).getName();
		return new CursorBinding(this.cursors,
				BoundTo.field(type + "." + field.getField().getName()).with(viewer(field)).with(arguments).bytes(),
				size);
	}

	/**
	 * Answers a question that a module computes from the graph, with one statement.
	 * @param field the field that asks it, with the viewer in its context
	 * @param question builds the question's statement
	 * @param <T> the answer
	 * @return the answer, of what the viewer sees and of nothing else (sentence 14)
	 */
	public <T> T ask(DataFetchingEnvironment field, Function<Weaving, Insight<T>> question) {
		Map<String, List<Weaving.AskedNode>> asked = new LinkedHashMap<>();
		collect(field.getSelectionSet().getImmediateFields(), "", "", asked);
		Inquiry<T> inquiry = Inquiry.of(this.model, this.cursors, viewer(field), Past.parameters(field), asked,
				question);
		return inquiry.read(this.statements.answer(inquiry, field));
	}

	private void collect(List<SelectedField> fields, String names, String aliases,
			Map<String, List<Weaving.AskedNode>> asked) {
		for (SelectedField field : fields) {
			String path = names.isEmpty() ? field.getName() : names + "/" + field.getName();
			String alias = aliases + "/" + field.getResultKey();
			List<SelectedField> selection = field.getSelectionSet().getImmediateFields();
			if (this.model.findNode(GraphQLTypeUtil.unwrapAllAs(field.getType()) instanceof GraphQLNamedType type
					? type.getName() : "") != null) {
				asked.computeIfAbsent(path, (key) -> new ArrayList<>()).add(new Weaving.AskedNode(alias, selection));
			}
			else {
				collect(selection, path, alias, asked);
			}
		}
	}

	private @Nullable Object answer(Plan plan, SelectionPlanner planner, DataFetchingEnvironment field) {
		Viewer viewer = viewer(field);
		return this.statements.answer(plan, viewer.kind(), parameters(planner, viewer, field), field);
	}

	private static Map<String, @Nullable Object> parameters(SelectionPlanner planner, Viewer viewer,
			DataFetchingEnvironment field) {
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(planner.parameters().all());
		parameters.putAll(ViewerTokens.parameters(viewer, LocalDate.now(Clock.systemUTC())));
		parameters.putAll(Past.parameters(field));
		return parameters;
	}

	private static Viewer viewer(DataFetchingEnvironment field) {
		Viewer viewer = field.getGraphQlContext().get("viewer");
		return Objects.requireNonNull(viewer, "No viewer, no answer");
	}

}
