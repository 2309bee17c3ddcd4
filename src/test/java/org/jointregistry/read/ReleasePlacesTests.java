package org.jointregistry.read;

import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.access.ReleasePlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A schema that has what is not found by releases found by them stops the start.
 */
class ReleasePlacesTests {

	private static final String PART = "@relationship(type: \"PART_OF\", direction: IN)";

	@ParameterizedTest(name = "{0} under {1}")
	@CsvSource(delimiter = '|', textBlock = """
			Part @relationship(type: "PART_OF", direction: IN)                       | RECORD
			[Part!]! @relationship(type: "PART_OF", direction: IN)                   | OFFICE
			[Part!]! @relationship(type: "PART_OF", direction: IN, facts: "Joining") | RECORD
			[Named!]! @relationship(type: "PART_OF", direction: IN)                  | RECORD
			[Part!]!                                                                 | RECORD
			[String!]!                                                               | RECORD
			""")
	void onlyListsOfOneTypeOfRecordsAreFoundByReleases(String field, String rule) {
		assertThatIllegalStateException().isThrownBy(() -> model("", field + " @byRelease", rule))
			.withMessageContaining("@byRelease on Thing.parts");
	}

	@Test
	void anInterfaceHasNoPlaces() {
		assertThatIllegalStateException()
			.isThrownBy(() -> model("parts: [Part!]! " + PART + " @byRelease", "[Part!]! " + PART, "RECORD"))
			.withMessageContaining("@byRelease on Named.parts");
	}

	@Test
	void aMarkedListHasAPlace() {
		assertThat(model("", "[Part!]! " + PART + " @byRelease", "RECORD").node("Thing").field("parts"))
			.isInstanceOfSatisfying(Relation.class, (parts) -> assertThat(parts.place())
				.isEqualTo(new ReleasePlace("A_Thing", "PART_OF", false, "A_Part", false)));
		assertThat(
				model("", "[Part!]! " + PART + " @byRelease(everywhere: true)", "RECORD").node("Thing").field("parts"))
			.isInstanceOfSatisfying(Relation.class,
					(parts) -> assertThat(parts.place()).extracting(ReleasePlace::everywhere).isEqualTo(true));
		assertThat(model("", "[Part!]! " + PART, "RECORD").node("Thing").field("parts"))
			.isInstanceOfSatisfying(Relation.class, (parts) -> assertThat(parts.place()).isNull());
	}

	private static GraphModel model(String inherited, String parts, String rule) {
		return SchemaPublication.publish(new SchemaParser().parse("""
				interface Named {
				  id: ID!
				  %s
				}
				type Thing implements Named @node(label: "A_Thing", plural: "things") @access(rule: RECORD) {
				  key: String!
				  parts: %s
				}
				type Part implements Named @node(label: "A_Part", plural: "parts") @access(rule: %s) {
				  key: String!
				}
				interface Joining @edge(type: "PART_OF") {
				  key: String!
				}
				type Query {
				  node: Named
				}
				""".formatted(inherited, parts, rule)));
	}

}
