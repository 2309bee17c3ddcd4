package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import graphql.language.Directive;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

import org.jointregistry.read.GraphModel;
import org.jointregistry.read.MappedField;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.read.SchemaTypes;
import org.jointregistry.recording.InputField.Bounds;

/**
 * Reads from the schema what the fields of mutations' inputs fill, and what bounds them.
 */
final class Inputs {

	private static final String SUBJECT = "id";

	/** Fields that are the mutation's own, whatever the record has by the same name. */
	private static final Set<String> OWN = Set.of(Mutation.KEY, Mutation.VERSION);

	/** What the registry itself gives to relationships. */
	private static final Set<String> GIVEN = Set.of("key", Mutation.VERSION);

	/** What decides who sees a relationship, stored with it as with a record. */
	private static final Set<String> RELEASE = Set.of("figuresMarking", "releasableTo");

	private final TypeDefinitionRegistry schema;

	private final GraphModel model;

	Inputs(TypeDefinitionRegistry schema, GraphModel model) {
		this.schema = schema;
		this.model = model;
	}

	/**
	 * An input type.
	 * @param type the type of an argument or of a field, list or not
	 * @return its definition
	 * @throws NullPointerException if there is none
	 */
	InputObjectTypeDefinition get(Type<?> type) {
		return Objects.requireNonNull(
				this.schema.getTypeOrNull(SchemaTypes.named(type), InputObjectTypeDefinition.class),
				() -> "No input " + SchemaTypes.named(type));
	}

	/**
	 * The fields of an input.
	 * @param type the type of the records
	 * @param relation the relationship whose facts it fills; null where it fills a
	 * record's
	 * @param input the input's definition
	 * @return its fields in the schema's order
	 * @throws IllegalStateException if a text, a number or a list has no bounds
	 */
	List<InputField> fields(NodeType type, @Nullable Relation relation, InputObjectTypeDefinition input) {
		List<InputField> fields = new ArrayList<>();
		for (InputValueDefinition field : input.getInputValueDefinitions()) {
			Bounds bounds = bounds(field);
			check(input, field, bounds);
			InputField.Target target = (relation != null) ? factOf(relation, field) : target(type, field);
			fields.add(new InputField(field.getName(), target, bounds));
		}
		return fields;
	}

	private InputField.Target target(NodeType type, InputValueDefinition field) {
		String name = filled(field);
		MappedField mapped = OWN.contains(name) ? null : type.fields().get(name);
		return switch (mapped) {
			case null -> name.equals(SUBJECT) ? new InputField.Subject() : new InputField.Own();
			case Property property -> fact(property, field);
			case Relation relation when isInput(field) -> ties(relation, get(field.getType()));
			case Relation relation when SchemaTypes.isList(field.getType()) -> links(relation, field);
			case Relation relation -> new InputField.Link(relation);
		};
	}

	private static InputField.Links links(Relation relation, InputValueDefinition field) {
		if (!relation.many() || relation.facts() != null) {
			throw new IllegalStateException(
					"The ids of " + field.getName() + " fill a list over a relationship without facts");
		}
		return new InputField.Links(relation);
	}

	private InputField.Target factOf(Relation relation, InputValueDefinition field) {
		String name = filled(field);
		if (name.equals(SUBJECT)) {
			return new InputField.Subject();
		}
		if (name.equals(relation.name())) {
			return new InputField.Link(relation);
		}
		if (RELEASE.contains(name)) {
			return new InputField.Fact((Property) this.model.node("Record").field(name));
		}
		return this.model.facts(Objects.requireNonNull(relation.facts()))
			.stream()
			.filter((fact) -> fact.name().equals(name) && !GIVEN.contains(name))
			.findFirst()
			.map((fact) -> fact(fact, field))
			.orElseGet(InputField.Own::new);
	}

	private static InputField.Target fact(Property property, InputValueDefinition field) {
		boolean named = property.reference() != null && SchemaTypes.named(field.getType()).equals("ID");
		return named ? new InputField.Reference(property) : new InputField.Fact(property);
	}

	private InputField.Ties ties(Relation relation, InputObjectTypeDefinition input) {
		List<InputField> fields = fields(this.model.node(relation.target()), relation, input);
		String end = fields.stream()
			.filter((field) -> field.target() instanceof InputField.Link)
			.findFirst()
			.orElseThrow(
					() -> new IllegalStateException("No other end of " + relation.name() + " in " + input.getName()))
			.name();
		return new InputField.Ties(relation, end, fields);
	}

	private static String filled(InputValueDefinition field) {
		Directive sets = Directives.find(field, "sets");
		return (sets != null) ? Directives.text(sets, "field") : field.getName();
	}

	private boolean isInput(InputValueDefinition field) {
		return this.schema.getTypeOrNull(SchemaTypes.named(field.getType())) instanceof InputObjectTypeDefinition;
	}

	/**
	 * The most elements of a list.
	 * @param field a field that is a list
	 * @return its bound
	 * @throws IllegalStateException if it has none
	 */
	static int most(InputValueDefinition field) {
		Integer most = bounds(field).length();
		if (most == null) {
			throw new IllegalStateException("No bound of the list " + field.getName());
		}
		return most;
	}

	private static Bounds bounds(InputValueDefinition field) {
		Directive text = Directives.find(field, "text");
		Directive range = Directives.find(field, "range");
		return new Bounds(Directives.findNumber(text, "longest"), Directives.isTrue(text, "lines"),
				Directives.findNumber(range, "from"), Directives.findNumber(range, "to"),
				Directives.findNumber(Directives.find(field, "atMost"), "length"),
				field.getDirectives("notBefore").stream().map(Inputs::begin).toList(), field.hasDirective("hasCome"),
				field.hasDirective("designation"));
	}

	private static InputField.Begin begin(Directive directive) {
		return new InputField.Begin(Directives.text(directive, "field"), Directives.isTrue(directive, "lastDay"));
	}

	private static void check(InputObjectTypeDefinition input, InputValueDefinition field, Bounds bounds) {
		boolean list = SchemaTypes.isList(field.getType());
		boolean bounded = switch (SchemaTypes.named(field.getType())) {
			case "String" -> list || bounds.longest() != null;
			case "Int" -> bounds.from() != null || filled(field).equals(Mutation.VERSION);
			default -> true;
		};
		if (!bounded || list && bounds.length() == null) {
			throw new IllegalStateException("No bounds of " + input.getName() + "." + field.getName());
		}
		List<String> names = input.getInputValueDefinitions().stream().map(InputValueDefinition::getName).toList();
		if (!bounds.notBefore().stream().map(InputField.Begin::field).allMatch(names::contains)) {
			throw new IllegalStateException(
					"No date that " + input.getName() + "." + field.getName() + " is not before");
		}
	}

}
