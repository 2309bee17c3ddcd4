package org.jointregistry.read;

import java.util.List;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

/**
 * Turns the schema as its files map it to the graph into the schema that clients see:
 * interfaces' fields are given to their types, lists that follow a relationship become
 * connections, and each connection has its filter and its order.
 */
final class SchemaPublication {

	private final TypeDefinitionRegistry schema;

	private final GraphModel model;

	private SchemaPublication(TypeDefinitionRegistry schema) {
		this.schema = schema;
		InheritedFields.addTo(schema);
		this.model = GraphModelReader.read(schema);
	}

	/**
	 * Completes a schema.
	 * @param schema the definitions of the schema's files; completed in place
	 * @return the mapping to the graph that it declares
	 */
	static GraphModel publish(TypeDefinitionRegistry schema) {
		return new SchemaPublication(schema).publish();
	}

	private GraphModel publish() {
		for (ObjectTypeDefinition type : List.copyOf(this.schema.getTypes(ObjectTypeDefinition.class))) {
			if (type.hasDirective("node")) {
				List<FieldDefinition> fields = type.getFieldDefinitions()
					.stream()
					.map((field) -> published(type, field))
					.toList();
				this.schema.remove(type);
				this.schema.add(type.transform((builder) -> builder.fieldDefinitions(fields)));
			}
		}
		this.schema.merge(new SchemaParser().parse(new PublishedTypes(this.model).sdl()));
		InheritedFields.addTo(this.schema);
		return this.model;
	}

	private FieldDefinition published(ObjectTypeDefinition type, FieldDefinition field) {
		if (!field.hasDirective("relationship")
				|| !(this.model.node(type.getName()).field(field.getName()) instanceof Relation relation)
				|| !relation.many()) {
			return field;
		}
		String stem = relation.typeStem();
		return field.transform((builder) -> builder
			.type(NonNullType.newNonNullType(TypeName.newTypeName(stem + "Connection").build()).build())
			.inputValueDefinitions(arguments(stem)));
	}

	private static List<InputValueDefinition> arguments(String stem) {
		String example = "type Example { field%s: Int }".formatted(PublishedTypes.arguments(stem));
		ObjectTypeDefinition parsed = new SchemaParser().parse(example).getTypes(ObjectTypeDefinition.class).getFirst();
		return parsed.getFieldDefinitions().getFirst().getInputValueDefinitions();
	}

}
