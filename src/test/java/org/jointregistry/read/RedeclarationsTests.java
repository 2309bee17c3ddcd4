package org.jointregistry.read;

import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A type that hides a field which its interface shows, or hides it otherwise, stops the
 * start.
 */
class RedeclarationsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			String                            | String @figure
			String @figure                    | String
			String                            | String @reference(type: "Thing")
			String @reference(type: "Other")  | String @reference(type: "Thing")
			""")
	void hidingOtherwiseThanTheInterfaceStopsTheStart(String declared, String again) {
		assertThatIllegalStateException().isThrownBy(() -> model(declared, again))
			.withMessageStartingWith("Thing.fact is declared otherwise than Named.fact");
	}

	@Test
	void sayingMoreOfTheTypeAloneIsNoOtherDeclaration() {
		GraphModel model = model("String @figure", "String! @figure");
		assertThat(model.node("Thing").field("fact")).isInstanceOfSatisfying(Property.class,
				(property) -> assertThat(property.required()).isTrue());
	}

	private static GraphModel model(String declared, String again) {
		return SchemaPublication.publish(new SchemaParser().parse("""
				interface Named {
				  id: ID!
				  fact: %s
				}
				type Thing implements Named @node(label: "Thing", plural: "things") @access(rule: RECORD) {
				  key: String!
				  fact: %s
				}
				type Other implements Named @node(label: "Other", plural: "others") @access(rule: RECORD) {
				  key: String!
				}
				type Query {
				  node: Named
				}
				""".formatted(declared, again)));
	}

}
