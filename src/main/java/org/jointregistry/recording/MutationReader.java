package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Role;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.MappedField;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.recording.InputField.Bounds;

/**
 * Reads the declared mutations from the schema.
 */
final class MutationReader {

	private final TypeDefinitionRegistry schema;

	private final GraphModel model;

	private final Inputs inputs;

	private MutationReader(TypeDefinitionRegistry schema, GraphModel model) {
		this.schema = schema;
		this.model = model;
		this.inputs = new Inputs(schema, model);
	}

	/**
	 * The mutations that a schema declares.
	 * @param schema the schema
	 * @param model its mapping to the graph
	 * @return by name
	 * @throws IllegalStateException if a directive names what is not there, or an input's
	 * text, number or list has no bounds
	 */
	static Map<String, Mutation> read(TypeDefinitionRegistry schema, GraphModel model) {
		MutationReader reader = new MutationReader(schema, model);
		Map<String, Mutation> mutations = new LinkedHashMap<>();
		for (FieldDefinition field : reader.mutations()) {
			if (field.hasDirective("write")) {
				mutations.put(field.getName(), reader.mutation(field));
			}
		}
		return mutations;
	}

	private List<FieldDefinition> mutations() {
		List<FieldDefinition> fields = new ArrayList<>();
		this.schema.getTypes(ObjectTypeDefinition.class)
			.stream()
			.filter((type) -> type.getName().equals("Mutation"))
			.forEach((type) -> fields.addAll(type.getFieldDefinitions()));
		this.schema.objectTypeExtensions()
			.getOrDefault("Mutation", List.of())
			.forEach((type) -> fields.addAll(type.getFieldDefinitions()));
		return fields;
	}

	private Mutation mutation(FieldDefinition field) {
		Directive write = field.getDirectives("write").getFirst();
		NodeType type = this.model.node(Directives.text(write, "type"));
		String tie = Directives.findText(write, "relation");
		Relation relation = (tie != null) ? (Relation) type.field(tie) : null;
		InputObjectTypeDefinition input = this.inputs.get(field.getInputValueDefinitions().getFirst().getType());
		InputValueDefinition entries = input.getInputValueDefinitions()
			.stream()
			.filter((each) -> each.hasDirective("entries"))
			.findFirst()
			.orElse(null);
		List<InputField> fields = this.inputs.fields(type, relation,
				(entries != null) ? this.inputs.get(entries.getType()) : input);
		return new Mutation(field.getName(), WriteAct.valueOf(Directives.text(write, "act")), type, relation,
				Directives.findText(write, "prefix"), (entries != null) ? entries.getName() : null,
				(entries != null) ? Inputs.most(entries) : 1, fields, permits(field));
	}

	private static List<Permit> permits(FieldDefinition field) {
		return field.getDirectives("permits").stream().map((permit) -> {
			String over = Directives.findText(permit, "over");
			return new Permit(Role.valueOf(Directives.text(permit, "role")),
					(over != null) ? Arrays.asList(over.split("[.]")) : List.of());
		}).toList();
	}

}
