package org.jointregistry.read;

import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A schema that marks what cannot be searched, or lists what cannot be listed, stops the
 * start.
 */
class SearchedFieldsTests {

	@ParameterizedTest
	@CsvSource({ "RECORD,String! @search @figure", "RECORD,'String @search @reference(type: \"Thing\")'",
			"RECORD,Int @search", "RECORD,[String!]! @search", "OFFICE,String @search" })
	void onlyTextsThatAreSeenWithTheirRecordAreSearched(String rule, String field) {
		assertThatIllegalStateException().isThrownBy(() -> model("", rule, field)).withMessageContaining("Thing.name");
	}

	@Test
	void onlyListsOfRecordsHaveSeveralTypes() {
		assertThatIllegalStateException().isThrownBy(() -> model("@list(plural: \"named\")", "AUDIT", "String"))
			.withMessageContaining("Named");
	}

	@Test
	void searchedFieldsMayBeInherited() {
		GraphModel model = model("@list(plural: \"named\")", "RECORD", "String @search");
		assertThat(model.node("Thing").searched()).containsExactly("name", "title");
		assertThat(model.node("Named").searched()).containsExactly("name", "title");
		assertThat(model.node("Named").plural()).isEqualTo("named");
		assertThat(model.typesListedBy("named")).isEqualTo(1);
	}

	private static GraphModel model(String directive, String rule, String field) {
		return SchemaPublication.publish(new SchemaParser().parse("""
				interface Named %s {
				  id: ID!
				  name: %s
				}
				type Thing implements Named @node(label: "Thing", plural: "things") @access(rule: %s) {
				  key: String!
				  title: String %s
				}
				type Query {
				  node: Named
				}
				""".formatted(directive, field, rule, rule.equals("RECORD") ? "@search" : "")));
	}

}
