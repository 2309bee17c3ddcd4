package org.jointregistry.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may be funded twice, reckoned once more from the files: of the programs that
 * {@code similarPrograms} finds, those with a contractor in common and money from
 * elsewhere.
 */
@RegistryTest
class DoubleFundingAnswersTests {

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, FCASW", "viewer-deu, DEU, METEOR", "viewer-usa, USA, F35", "viewer-usa, USA, MEADS",
			"viewer-swe, SWE, FX-MERLIN", "viewer-deu, DEU, FX-OSPREY", "viewer-deu, DEU, EFA" })
	void contractorOfTwoProgramsAlikeWithOtherSourcesIsNamed(String client, String nation, String program) {
		Files files = new Files(nation);
		Answer answer = this.registry.as(client).query("""
				{ doubleFunding(program: "%1$s", limit: 100) { cases { contractor { key } other { key }
				    here { mechanisms { key } funders { key } } there { mechanisms { key } funders { key } } } }
				  similarPrograms(program: "%1$s", limit: 100) { alike { program { key } } } }
				""".formatted(Files.id("Program", program)));
		Set<String> alike = new TreeSet<>();
		answer.data("/similarPrograms/alike").values().forEach((each) -> alike.add(each.at("/program/key").asString()));
		Set<String> mechanisms = mechanisms(files, program);
		Set<String> funders = funders(files, program);
		List<String> expected = new ArrayList<>();
		for (String other : alike) {
			Set<String> theirMechanisms = mechanisms(files, other);
			Set<String> theirFunders = funders(files, other);
			if (differ(mechanisms, theirMechanisms) || differ(funders, theirFunders)) {
				Set<String> both = contractors(files, program);
				both.retainAll(contractors(files, other));
				both.forEach((contractor) -> expected
					.add(other + "|" + contractor + "|" + mechanisms + funders + "|" + theirMechanisms + theirFunders));
			}
		}
		List<String> told = answer.data("/doubleFunding/cases")
			.values()
			.stream()
			.map((each) -> each.at("/other/key").asString() + "|" + each.at("/contractor/key").asString() + "|"
					+ keys(each.at("/here/mechanisms").findValuesAsString("key"))
					+ keys(each.at("/here/funders").findValuesAsString("key")) + "|"
					+ keys(each.at("/there/mechanisms").findValuesAsString("key"))
					+ keys(each.at("/there/funders").findValuesAsString("key")))
			.toList();
		assertThat(told).as(answer.errors().toString()).containsExactlyElementsOf(expected);
	}

	private static Set<String> keys(List<String> keys) {
		return new TreeSet<>(keys);
	}

	private static boolean differ(Set<String> one, Set<String> other) {
		return !one.isEmpty() && !other.isEmpty() && one.stream().anyMatch((each) -> !other.equals(Set.of(each)));
	}

	private static Set<String> contractors(Files files, String program) {
		return keys(files.seen("workshares.csv", "contractor")
			.stream()
			.filter((row) -> row.get("program").equals(program))
			.map((row) -> row.get("contractor"))
			.toList());
	}

	private static Set<String> mechanisms(Files files, String program) {
		return keys(files.seen("funding_mechanisms.csv")
			.stream()
			.filter((row) -> Files.several(row.get("program")).contains(program))
			.map((row) -> row.get("mechanism_id"))
			.toList());
	}

	/** Who gives by entries that no other takes back or takes the place of. */
	private static Set<String> funders(Files files, String program) {
		Set<String> over = new TreeSet<>();
		Files.rows("contribution_successions.csv").forEach((row) -> over.add(row.get("supersedes")));
		return keys(files.seen("contributions.csv", "contributor")
			.stream()
			.filter((row) -> Files.several(row.get("program")).contains(program))
			.filter((row) -> !over.contains(row.get("contribution_id")))
			.flatMap((row) -> Stream.of(row.get("contributor").split(";")))
			.map((party) -> party.replaceFirst("^[A-Z]+:", ""))
			.toList());
	}

}
