package org.jointregistry.synthetic;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer is compared with the planted one field by field.
 */
class PlantedQuestionTests {

	private static final JsonMapper JSON = new JsonMapper();

	@ParameterizedTest(name = "{0} tells {1}: {2}")
	@CsvSource(delimiter = '|', textBlock = """
			{"a": 1, "b": 2}              | {"a": 1}         | true
			{"a": 1}                      | {"a": "1"}       | false
			{"list": []}                  | {"list": []}     | true
			{}                            | {"list": []}     | false
			{"list": null}                | {"list": []}     | false
			{"list": {}}                  | {"list": []}     | false
			{"list": [1]}                 | {"list": []}     | false
			{"list": [{"a": 1}, {"a": 2}]} | {"list": [{"a": 2}, {"a": 1}]} | false
			[{"a": 1}, {"a": 2}]          | ["among", {"a": 2}] | true
			[{"a": 1}]                    | ["among", {"a": 2}] | false
			{}                            | ["among"]        | false""")
	void whatIsPlantedIsTold(String told, String planted, boolean tells) {
		assertThat(PlantedQuestion.tells(JSON.readTree(told), JSON.readTree(planted))).isEqualTo(tells);
	}

}
