package org.jointregistry.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the registry is made of, as it tells its operators: every library under a licence
 * that lets it be used and passed on.
 */
@RegistryTest
class BillOfMaterialsTests {

	private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
			"EPL-1.0", "EPL-2.0", "CC0-1.0", "ISC", "UPL-1.0", "The (New) BSD License");

	private static final ClassPathResource BILL = new ClassPathResource("META-INF/sbom/application.cdx.json");

	@Autowired
	private RegistryClient registry;

	private static JsonNode bill() throws IOException {
		Assumptions.assumeTrue(BILL.exists(), "Maven makes no bill of materials while it is offline");
		return JsonMapper.shared().readTree(BILL.getInputStream());
	}

	@Test
	void operatorsAreToldAndNobodyElse() throws IOException {
		JsonNode bill = bill();
		Answer told = this.registry.claiming((claims) -> claims.claim("scope", "registry:operate"))
			.get("/actuator/sbom/application");
		assertThat(told.status()).isEqualTo(200);
		assertThat(told.body()).isEqualTo(bill);
		assertThat(this.registry.as("auditor").get("/actuator/sbom/application").status()).isEqualTo(403);
		assertThat(this.registry.anonymous().get("/actuator/sbom/application").status()).isEqualTo(401);
	}

	@Test
	void librariesThatArePackagedAreNamedAndNoOthers() throws IOException {
		List<String> names = bill().path("components").findValuesAsString("name");
		assertThat(names).contains("spring-graphql", "neo4j-java-driver", "graphiql").doesNotContain("neo4j-kernel");
	}

	@Test
	void everyLicenceIsAllowed() throws IOException {
		for (JsonNode library : bill().path("components")) {
			assertThat(licences(library)).as(library.path("purl").asString()).anyMatch(LICENCES::contains);
		}
	}

	/** A library under several is used under the one that is allowed. */
	private static List<String> licences(JsonNode library) {
		List<String> licences = new ArrayList<>();
		for (JsonNode choice : library.path("licenses")) {
			licences.add(choice.at("/license/id").asString(choice.at("/license/name").asString("")));
			licences.addAll(List.of(choice.path("expression").asString("").split("[() ]+(OR )?")));
		}
		return licences;
	}

}
