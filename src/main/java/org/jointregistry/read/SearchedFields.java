package org.jointregistry.read;

import java.util.List;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;

import org.jointregistry.access.AccessRule;

/**
 * The fields that nodes of a type are found by. Whoever sees a record finds it by each of
 * them, so none may hold what is hidden from some of these viewers.
 */
final class SearchedFields {

	private SearchedFields() {
	}

	/**
	 * The fields of a type that are marked {@code @search}.
	 * @param type the type, with its interfaces' fields in place
	 * @param rule who sees its nodes
	 * @return names of fields
	 * @throws IllegalStateException if one of them is no text that everyone sees who sees
	 * the record, or if the type's words are not stored by audience
	 */
	static List<String> of(ImplementingTypeDefinition<?> type, AccessRule rule) {
		List<FieldDefinition> marked = type.getFieldDefinitions()
			.stream()
			.filter((field) -> field.hasDirective("search"))
			.toList();
		for (FieldDefinition field : marked) {
			if (rule != AccessRule.RECORD || !isPlainText(field)) {
				throw new IllegalStateException("@search on " + type.getName() + "." + field.getName()
						+ ": it is for texts of types under the rule RECORD, and for no @figure and no @reference");
			}
		}
		return marked.stream().map(FieldDefinition::getName).toList();
	}

	private static boolean isPlainText(FieldDefinition field) {
		return SchemaTypes.named(field.getType()).equals("String") && !SchemaTypes.isList(field.getType())
				&& !field.hasDirective("figure") && !field.hasDirective("reference");
	}

}
