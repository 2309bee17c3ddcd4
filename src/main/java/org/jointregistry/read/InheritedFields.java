package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;

/**
 * Gives every type the fields of the interfaces that it implements, so that the schema's
 * files say each of them once.
 */
final class InheritedFields {

	private final TypeDefinitionRegistry schema;

	private InheritedFields(TypeDefinitionRegistry schema) {
		this.schema = schema;
	}

	/**
	 * Adds to each type the interfaces' fields that it does not declare itself.
	 * @param schema the schema to complete
	 */
	static void addTo(TypeDefinitionRegistry schema) {
		new InheritedFields(schema).add();
	}

	private void add() {
		for (InterfaceTypeDefinition type : this.schema.getTypes(InterfaceTypeDefinition.class)) {
			List<FieldDefinition> fields = completed(type);
			replace(type, type.transform((builder) -> builder.definitions(fields)));
		}
		for (ObjectTypeDefinition type : this.schema.getTypes(ObjectTypeDefinition.class)) {
			List<FieldDefinition> fields = completed(type);
			replace(type, type.transform((builder) -> builder.fieldDefinitions(fields)));
		}
	}

	private void replace(TypeDefinition<?> type, TypeDefinition<?> completed) {
		this.schema.remove(type);
		this.schema.add(completed);
	}

	private List<FieldDefinition> completed(ImplementingTypeDefinition<?> type) {
		List<FieldDefinition> own = new ArrayList<>(type.getFieldDefinitions());
		List<FieldDefinition> inherited = new ArrayList<>();
		for (Type<?> implemented : type.getImplements()) {
			InterfaceTypeDefinition definition = this.schema.getTypeOrNull(SchemaTypes.named(implemented),
					InterfaceTypeDefinition.class);
			if (definition != null) {
				definition.getFieldDefinitions()
					.stream()
					.filter((field) -> !declares(own, field.getName()) && !declares(inherited, field.getName()))
					.forEach(inherited::add);
			}
		}
		inherited.addAll(own);
		return inherited;
	}

	private static boolean declares(List<FieldDefinition> fields, String name) {
		return fields.stream().anyMatch((field) -> field.getName().equals(name));
	}

}
