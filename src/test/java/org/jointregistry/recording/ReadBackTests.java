package org.jointregistry.recording;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.language.InputValueDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field that a mutation writes is read back in its place, and what a changed link
 * led to is kept. A field of an input that its row leaves out fails the row.
 */
@RegistryTest
class ReadBackTests {

	/** Fields of inputs that say how and why something is written. */
	private static final Set<String> OWN = Set.of("idempotencyKey", "version", "reason");

	private static final String NAMED = """
			UNWIND ['Contractor', 'Community', 'CostShareKey', 'Standard', 'Threat', 'Agreement', 'ProtectiveMarking', 'InnovationHub'] AS label
			UNWIND ['A', 'B', 'C'] AS name
			CREATE (:$(label) {key: 'FX-WRT-' + label + '-' + name, name: name, title: name, level: name,
			  scheme: CASE label WHEN 'ProtectiveMarking' THEN 'NATO' ELSE 'FX-WRT-' + name END, kind: 'COMPANY', type: 'UNION', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1})
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	private GraphqlSession writer;

	@BeforeEach
	void set() {
		this.scene.run(NAMED);
		this.writer = this.registry.claiming((claims) -> claims.subject("scene-writer")
			.claim("roles", List.of("REGISTRAR", "PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-WRT-ONE")));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					nation | key=XWN; name=One; iso2=XC; isoNumeric=987; region=Europe; subRegion=North; currency=EUR; \
					independent=true; status=USER_ASSIGNED; cowCode=998; cowAbbreviation=XWC; fictional=true \
					| name=Two; iso2=XD; isoNumeric=986; region=Asia; subRegion=South; currency=USD; independent=false; \
					status=CURRENT; cowCode=997; cowAbbreviation=XWD |
					community | key=FX-WRT-NEW; name=One; type=UNION; founded=1999; foundingInstrument=Treaty; seat=Nation:XWA; \
					seatCity=Town; scope=All; fictional=true \
					| name=Two; type=AGENCY; founded=2000-05; foundingInstrument=Charter; seat=Nation:XWB; seatCity=City; \
					scope=Some | WAS_SEATED_IN XWA
					standard | key=FX-WRT-STANAG 1; title=One; body=None; area=AIR; status=Draft; note=First; fictional=true \
					| title=Two; body=Other; area=LAND; status=In force; note=Second |
					exercise | name=One; organiser=Staff; firstYear=1999; periodicity=Yearly; edition=First; editionYear=2001; \
					nationsCount=7; scale=Large; hostNation=Nation:XWA; standards=Standard:FX-WRT-Standard-A Standard:FX-WRT-Standard-B; threats=Threat:FX-WRT-Threat-A; marking=COMMUNITY; releasableTo=community:FX-WRT-Community-A; \
					fictional=true \
					| name=Two; organiser=Others; firstYear=1998; periodicity=Twice; edition=Second; editionYear=2002; \
					nationsCount=8; scale=Small; hostNation=Nation:XWB; standards=Standard:FX-WRT-Standard-B Standard:FX-WRT-Standard-C; threats=Threat:FX-WRT-Threat-B \
					| WAS_EXERCISED_AGAINST FX-WRT-Threat-A, WAS_EXERCISES_STANDARD FX-WRT-Standard-A, WAS_HOSTED_BY XWA
					contractor | key=FX-WRT-NEW; name=One; kind=COMPANY; note=First; nation=Nation:XWA; \
					parent=Contractor:FX-WRT-Contractor-A; marking=PUBLIC; releasableTo=nation:XWB; fictional=true \
					| name=Two; kind=CONSORTIUM; note=Second; nation=Nation:XWB; parent=Contractor:FX-WRT-Contractor-B \
					| WAS_SEATED_IN XWA, WAS_SUBSIDIARY_OF FX-WRT-Contractor-A
					institution | key=FX-WRT-NEW; name=One; kind=UNIVERSITY; city=Town; pic=123; edfProjects=3; note=First; \
					nation=Nation:XWA; maintainedBy=Nation:XWA Nation:XWB; marking=PUBLIC; releasableTo=nation:XWB; fictional=true \
					| name=Two; kind=RESEARCH_LAB; city=City; pic=456; edfProjects=4; note=Second; nation=Nation:XWB; \
					maintainedBy=Nation:XWB | WAS_MAINTAINED_BY XWA, WAS_SEATED_IN XWA
					innovationHub | key=FX-WRT-NEW; name=One; kind=FUND; city=Town; founded=1999; note=First; nation=Nation:XWA; \
					community=Community:FX-WRT-Community-A; marking=PUBLIC; releasableTo=nation:XWB; fictional=true \
					| name=Two; kind=TEST_CENTRE; city=City; founded=2000; note=Second; nation=Nation:XWB; \
					community=Community:FX-WRT-Community-B | WAS_RUN_BY FX-WRT-Community-A, WAS_SEATED_IN XWA
					supportedOperation | name=One; kind=PEACEKEEPING; mandate=Resolution; region=North; began=2020; ended=2024-05; \
					leadCommunity=Community:FX-WRT-Community-A; programs=Program:FX-WRT-ONE; agreements=Agreement:FX-WRT-Agreement-A; \
					marking=PUBLIC; releasableTo=nation:XWB; fictional=true \
					| name=Two; kind=EVACUATION; mandate=Request; region=South; began=2021; ended=2025; \
					leadCommunity=Community:FX-WRT-Community-B; programs=Program:FX-WRT-ONE; \
					agreements=Agreement:FX-WRT-Agreement-B Agreement:FX-WRT-Agreement-C \
					| WAS_OPERATION_LED_BY FX-WRT-Community-A, WAS_SUPPORTED_UNDER FX-WRT-Agreement-A
					testSite | name=One; capabilities=Radios; city=Town; nation=Nation:XWA; hub=InnovationHub:FX-WRT-InnovationHub-A; \
					marking=PUBLIC; releasableTo=nation:XWB; fictional=true \
					| name=Two; capabilities=Links; city=City; nation=Nation:XWB; hub=InnovationHub:FX-WRT-InnovationHub-B \
					| WAS_SITED_IN XWA, WAS_SITE_OF FX-WRT-InnovationHub-A
					partyRole | key=FX-WRT-NEW; name=One; marking=PUBLIC; releasableTo=nation:XWB; fictional=true | name=Two |
					fundingMechanism | program=Program:FX-WRT-ONE; kind=EQUAL_SHARES; description=One; \
					costShareKey=CostShareKey:FX-WRT-CostShareKey-A; marking=PUBLIC; releasableTo=nation:XWB; industryReleasable=true \
					| kind=COMMON_FUNDING; description=Two; costShareKey=CostShareKey:FX-WRT-CostShareKey-B \
					| WAS_USES_KEY FX-WRT-CostShareKey-A
					lifecycleStage | scheme=FX-WRT-NEW; sequence=1; name=One; subject=AGREEMENT; gate=First; note=First; fictional=true \
					| name=Two; gate=Second; note=Second |
					protectiveMarking | scheme=FX-WRT-NEW; level=Secret; rank=4; label=S; note=First; \
					natoEquivalent=ProtectiveMarking:FX-WRT-ProtectiveMarking-A; fictional=true \
					| rank=3; label=SE; note=Second; natoEquivalent=ProtectiveMarking:FX-WRT-ProtectiveMarking-B \
					| WAS_TREATED_AS FX-WRT-ProtectiveMarking-A
					""")
	void everyFieldIsReadBack(String type, String added, String revised, @Nullable String was) {
		JsonNode record = write(type, "Add", Map.of(), added);
		String key = record.path("key").asString();
		write(type, "Revise", Map.of(type, record.path("id").asString(), "version", 1, "reason", "It is so"), revised);
		assertThat(this.scene.run("""
				MATCH (n {key: '%s'})-[was]->(other) WHERE type(was) STARTS WITH 'WAS_'
				RETURN type(was) + ' ' + other.key AS was ORDER BY was""".formatted(key))
			.stream()
			.map((row) -> row.get("was").asString())
			.collect(Collectors.joining(", "))).isEqualTo((was != null) ? was : "");
	}

	private JsonNode write(String type, String act, Map<String, Object> how, String cells) {
		String mutation = type + act;
		Map<String, String> values = cells(cells);
		List<InputValueDefinition> fields = fields(mutation, how.keySet());
		assertThat(fields).extracting(InputValueDefinition::getName)
			.containsExactlyInAnyOrderElementsOf(values.keySet());
		Map<String, Object> input = new LinkedHashMap<>(how);
		fields.forEach((field) -> input.put(field.getName(), typed(field, value(values, field))));
		Answer answer = Scene.ask(this.writer, mutation, type + " { id key version " + selected(fields) + " }", input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		JsonNode record = answer.data("/" + mutation + "/" + type);
		assertThat(record.path("version").asInt()).isEqualTo(act.equals("Add") ? 1 : 2);
		fields.forEach((field) -> assertThat(told(record, field)).as(mutation + " " + field.getName())
			.isEqualTo(isId(field) ? keys(value(values, field)) : value(values, field)));
		return record;
	}

	private static String keys(String ids) {
		return Arrays.stream(ids.split(" "))
			.map((id) -> id.substring(id.indexOf(':') + 1))
			.collect(Collectors.joining(" "));
	}

	private static String value(Map<String, String> values, InputValueDefinition field) {
		return values.getOrDefault(field.getName(), "");
	}

	private static Map<String, String> cells(String cells) {
		return Arrays.stream(cells.split(";"))
			.map((cell) -> cell.strip().split("="))
			.collect(Collectors.toMap((cell) -> cell[0], (cell) -> cell[1], (one, other) -> one, LinkedHashMap::new));
	}

	private static List<InputValueDefinition> fields(String mutation, Set<String> how) {
		return Declared.read()
			.places(new Attempt(mutation, Map.of(), List.of()))
			.stream()
			.map(Place::field)
			.filter((field) -> !OWN.contains(field.getName()) && !how.contains(field.getName()))
			.toList();
	}

	private static String selected(List<InputValueDefinition> fields) {
		return fields.stream().map(ReadBackTests::selected).collect(Collectors.joining(" "));
	}

	private static Object typed(InputValueDefinition field, String value) {
		return switch (Declared.named(field.getType())) {
			case "ID" -> Declared.isList(field.getType())
					? Arrays.stream(value.split(" ")).map(ReadBackTests::id).toList() : id(value);
			case "Int" -> Integer.valueOf(value);
			case "Boolean" -> Boolean.valueOf(value);
			default -> Declared.isList(field.getType()) ? List.of(value) : value;
		};
	}

	private static String id(String value) {
		return Scene.id(value.substring(0, value.indexOf(':')), value.substring(value.indexOf(':') + 1));
	}

	private static String selected(InputValueDefinition field) {
		if (field.hasDirective("sets")) {
			return "programs { nodes { key } }";
		}
		if (isId(field)) {
			return field.getName() + (Declared.isList(field.getType()) ? " { nodes { key } }" : " { key }");
		}
		return field.getName();
	}

	private static String told(JsonNode record, InputValueDefinition field) {
		if (field.hasDirective("sets")) {
			return record.at("/programs/nodes/0/key").asString();
		}
		JsonNode value = record.path(field.getName());
		if (Declared.isList(field.getType()) && isId(field)) {
			return value.path("nodes")
				.values()
				.stream()
				.map((node) -> node.path("key").asString())
				.sorted()
				.collect(Collectors.joining(" "));
		}
		if (Declared.isList(field.getType())) {
			return value.path(0).asString();
		}
		return isId(field) ? value.path("key").asString() : value.asString();
	}

	private static boolean isId(InputValueDefinition field) {
		return Declared.named(field.getType()).equals("ID");
	}

	@Test
	void ownershipIsReadBackFromBothItsEnds() {
		String owned = Scene.id("Contractor", "FX-WRT-Contractor-A");
		String edges = "contractor { owners { edges { key version share asOf node { key } } } holdings { totalCount } }";
		JsonNode added = owners("ownershipAdd", edges, Map.of("contractor", owned, "owner",
				Scene.id("Contractor", "FX-WRT-Contractor-B"), "share", "12.5", "asOf", "2024"));
		assertOwner(added, 1, "12.5", "2024");
		JsonNode revised = owners("ownershipRevise", edges, Map.of("contractor", owned, "key",
				added.path("key").asString(), "version", 1, "reason", "It is so", "share", "13", "asOf", "2025-02"));
		assertOwner(revised, 2, "13", "2025-02");
		JsonNode owner = this.writer.query("""
				{ contractors(where: {key: {eq: "FX-WRT-Contractor-B"}}) {
				  nodes { owners { totalCount } holdings { nodes { key } } } } }""").data("/contractors/nodes/0");
		assertThat(owner.at("/holdings/nodes/0/key").asString()).isEqualTo("FX-WRT-Contractor-A");
		assertThat(owner.at("/owners/totalCount").asInt()).isZero();
		assertThat(this.scene
			.run("""
					MATCH (:Contractor {key: 'FX-WRT-Contractor-B'})-[was:WAS_OWNS]->(:Contractor {key: 'FX-WRT-Contractor-A'})
					RETURN was.asOf AS asOf, was.share AS share"""))
			.singleElement()
			.satisfies((was) -> {
				assertThat(was.get("asOf").asString()).isEqualTo("2024");
				assertThat(was.get("share").asLong()).isEqualTo(125_000);
			});
	}

	private JsonNode owners(String mutation, String selection, Map<String, Object> input) {
		Answer answer = Scene.ask(this.writer, mutation, selection, input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/" + mutation + "/contractor/holdings/totalCount").asInt()).isZero();
		return answer.data("/" + mutation + "/contractor/owners/edges/0");
	}

	private static void assertOwner(JsonNode edge, int version, String share, String asOf) {
		assertThat(edge.at("/node/key").asString()).isEqualTo("FX-WRT-Contractor-B");
		assertThat(edge.path("version").asInt()).isEqualTo(version);
		assertThat(edge.path("share").asString()).isEqualTo(share);
		assertThat(edge.path("asOf").asString()).isEqualTo(asOf);
	}

}
