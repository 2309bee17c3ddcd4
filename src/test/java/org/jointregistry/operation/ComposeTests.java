package org.jointregistry.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jointregistry.access.Role;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docker-compose.yml brings up what the registry needs, and its realm knows the same demo
 * clients as the embedded registry.
 */
class ComposeTests {

	private static final Path FILE = Path.of("docker-compose.yml");

	private static final Path REALM = Path.of("src/main/docker/keycloak/registry-realm.json");

	private final JsonNode realm = JsonMapper.shared().readTree(REALM);

	@Test
	void fileGivesTheRegistryEveryRequiredSetting() throws IOException {
		JsonNode services = JsonMapper.shared().valueToTree(new Yaml().load(Files.readString(FILE))).path("services");
		assertThat(services.propertyNames()).containsExactlyInAnyOrder("registry", "neo4j", "keycloak");
		assertThat(services).allMatch((service) -> service.has("image"));
		JsonNode registry = services.path("registry");
		for (RequiredSetting setting : RequiredSetting.values()) {
			assertThat(registry.path("environment").has(setting.variable())).as(setting.variable()).isTrue();
		}
		assertThat(registry.path("depends_on").propertyNames()).containsExactlyInAnyOrder("neo4j", "keycloak");
	}

	@Test
	void registryHasNoRightsAndWritesTemporaryFilesAlone() throws IOException {
		JsonNode registry = JsonMapper.shared()
			.valueToTree(new Yaml().load(Files.readString(FILE)))
			.at("/services/registry");
		assertThat(registry.path("read_only").asBoolean(false)).isTrue();
		assertThat(registry.path("tmpfs")).hasToString("[\"/tmp\"]");
		assertThat(registry.path("cap_drop")).hasToString("[\"ALL\"]");
		assertThat(registry.path("security_opt")).hasToString("[\"no-new-privileges:true\"]");
	}

	@Test
	void fileIsValidForDocker() throws Exception {
		Assumptions.assumeTrue(succeeds("docker", "compose", "version"), "There is no Docker with compose here");
		assertThat(succeeds("docker", "compose", "--file", FILE.toString(), "config", "--quiet")).isTrue();
	}

	@Test
	void realmHasTheSixRoles() {
		assertThat(this.realm.at("/roles/realm").findValuesAsString("name"))
			.containsExactlyInAnyOrderElementsOf(List.of(Role.values()).stream().map(Role::name).toList());
	}

	@ParameterizedTest
	@EnumSource
	void realmGivesTheClientTheSameClaims(DemoClient client) {
		JsonNode known = find(this.realm.path("clients"), "clientId", client.id());
		assertThat(known.path("secret").asString()).isEqualTo(DemoClient.SECRET);
		JsonNode account = find(this.realm.path("users"), "serviceAccountClientId", client.id());
		assertThat(account.path("realmRoles")).isEqualTo(JsonMapper.shared().valueToTree(client.claims().get("roles")));
		assertThat(known.path("protocolMappers")).hasSize(client.claims().size() - 1).allSatisfy((mapper) -> {
			String value = mapper.at("/config/claim.value").asString();
			Object claim = client.claims().get(mapper.path("name").asString());
			assertThat(value.startsWith("[") ? JsonMapper.shared().readValue(value, List.class) : value)
				.isEqualTo(claim);
		});
	}

	@ParameterizedTest
	@EnumSource
	void realmHasAPersonForEachRoleWithTheClaimThatItNeeds(Role role) {
		List<JsonNode> people = StreamSupport.stream(this.realm.path("users").spliterator(), false)
			.filter((user) -> !user.has("serviceAccountClientId"))
			.filter((user) -> user.path("realmRoles").valueStream().anyMatch((of) -> of.asString().equals(role.name())))
			.toList();
		assertThat(people).hasSize(1);
		List<String> needed = switch (role) {
			case NATIONAL_VIEWER, NATIONAL_DELEGATE -> List.of("nation");
			case PROGRAM_MANAGER -> List.of("programs");
			case INDUSTRY -> List.of("organization");
			case REGISTRAR, AUDITOR -> List.of();
		};
		assertThat(people.getFirst().path("attributes").propertyNames()).containsExactlyElementsOf(needed);
	}

	@Test
	void nobodyChangesTheOwnClaims() {
		String profile = this.realm
			.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
			.asString();
		for (String claim : List.of("nation", "organization", "programs")) {
			JsonNode attribute = find(JsonMapper.shared().readTree(profile).path("attributes"), "name", claim);
			assertThat(attribute.at("/permissions/edit")).as(claim)
				.isEqualTo(JsonMapper.shared().valueToTree(List.of("admin")));
		}
	}

	private static JsonNode find(JsonNode nodes, String field, String value) {
		return StreamSupport.stream(nodes.spliterator(), false)
			.filter((node) -> node.path(field).asString().equals(value))
			.findFirst()
			.orElseThrow();
	}

	private static boolean succeeds(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
