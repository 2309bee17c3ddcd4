package org.jointregistry.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who alone connects programs, nations and communities, reckoned once more from the files
 * by taking out one organization after the other.
 */
@RegistryTest
class BridgeAnswersTests {

	private static final Set<String> OVER = Set.of("COMPLETED", "TERMINATED", "ABANDONED");

	private static final Set<String> CONNECTED = Set.of("Program", "Nation", "Community");

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU", "viewer-usa, USA", "viewer-swe, SWE" })
	void organizationIsABridgeWhereMoreIsApartWithoutIt(String client, String nation) {
		Map<String, Set<String>> ties = ties(new Files(nation));
		List<String> expected = ties.keySet()
			.stream()
			.filter((vertex) -> !CONNECTED.contains(type(vertex)))
			.map((vertex) -> new Left(vertex, left(vertex, ties)))
			.filter((left) -> left.parts().size() > 1)
			.sorted(Comparator.comparingLong(Left::pairs).reversed().thenComparing(Left::vertex))
			.map((left) -> left + " " + left.pairs())
			.toList();
		Answer answer = this.registry.as(client)
			.query("{ bridges(limit: 100, partLimit: 100, recordLimit: 1000) { bridges { organization { __typename key } pairs"
					+ " parts { size records { __typename key } } } } }");
		List<String> told = new ArrayList<>();
		answer.data("/bridges/bridges").values().forEach((bridge) -> {
			List<Set<String>> parts = new ArrayList<>();
			bridge.path("parts").values().forEach((part) -> {
				Set<String> records = new TreeSet<>();
				part.path("records")
					.values()
					.forEach((record) -> records
						.add(record.path("__typename").asString() + ":" + record.path("key").asString()));
				assertThat(part.path("size").asInt()).isEqualTo(records.size());
				parts.add(records);
			});
			told.add(new Left(
					bridge.at("/organization/__typename").asString() + ":" + bridge.at("/organization/key").asString(),
					parts) + " " + bridge.path("pairs").asLong());
		});
		assertThat(told).as(answer.errors().toString()).isNotEmpty().containsExactlyElementsOf(expected);
	}

	private static Map<String, Set<String>> ties(Files files) {
		Map<String, Set<String>> ties = new TreeMap<>();
		files.seen("workshares.csv", "contractor")
			.stream()
			.filter((row) -> Files.holds(row.get("since"), row.get("until")) && files.seesProgram(row.get("program")))
			.forEach((row) -> tie(ties, "Contractor:" + row.get("contractor"), "Program:" + row.get("program")));
		files.seen("contracts.csv", "authority", "licensor")
			.stream()
			.filter((row) -> !OVER.contains(row.get("state")) && Files.holds("", row.get("until")))
			.filter((row) -> !row.get("contractor").isEmpty() && files.seesProgram(row.get("program")))
			.forEach((row) -> tie(ties, "Contractor:" + row.get("contractor"), "Program:" + row.get("program")));
		files.seen("contractors.csv")
			.stream()
			.filter((row) -> !row.get("parent_id").isEmpty())
			.forEach(
					(row) -> tie(ties, "Contractor:" + row.get("contractor_id"), "Contractor:" + row.get("parent_id")));
		files.seen("ownerships.csv")
			.forEach((row) -> tie(ties, "Contractor:" + row.get("entity_id"), "Contractor:"
					+ (row.get("owner_id").isEmpty() ? "NAMED:" + row.get("owner_name") : row.get("owner_id"))));
		files.seen("institutions.csv")
			.forEach((row) -> Files.several(row.get("joint_nations"))
				.forEach((nation) -> tie(ties, "Institution:" + row.get("institution_id"), "Nation:" + nation)));
		Set<String> hubs = new TreeSet<>();
		files.seen("hubs.csv").forEach((row) -> {
			hubs.add(row.get("hub_id"));
			Files.several(row.get("community"))
				.forEach((community) -> tie(ties, "InnovationHub:" + row.get("hub_id"), "Community:" + community));
		});
		innovation(files, hubs, ties);
		return ties;
	}

	private static void innovation(Files files, Set<String> hubs, Map<String, Set<String>> ties) {
		Map<String, String> hosts = new TreeMap<>();
		files.seen("challenges.csv").stream().filter((row) -> hubs.contains(row.get("hub_id"))).forEach((row) -> {
			hosts.put(row.get("challenge_id"), "InnovationHub:" + row.get("hub_id"));
			if (Files.holds(row.get("opened"), row.get("closed")) && files.seesProgram(row.get("program"))) {
				tie(ties, "InnovationHub:" + row.get("hub_id"), "Program:" + row.get("program"));
			}
		});
		Map<String, Map<String, String>> cohorts = new TreeMap<>();
		files.seen("cohorts.csv")
			.stream()
			.filter((row) -> Files.holds(row.get("began"), row.get("ended")))
			.forEach((row) -> cohorts.put(row.get("cohort_id"), row));
		Files.rows("cohort_members.csv")
			.stream()
			.filter((row) -> cohorts.containsKey(row.get("cohort_id")))
			.forEach((row) -> {
				Map<String, String> cohort = cohorts.getOrDefault(row.get("cohort_id"), Map.of());
				if (files.sees(row, List.of(cohort.get("program")), List.of(row.get("member")))) {
					String member = "Contractor:" + row.get("member").replaceFirst("^CONTRACTOR:", "");
					if (files.seesProgram(cohort.get("program"))) {
						tie(ties, member, "Program:" + cohort.get("program"));
					}
					String hub = hosts.get(cohort.get("challenge_id"));
					if (hub != null) {
						tie(ties, member, hub);
					}
				}
			});
	}

	private static void tie(Map<String, Set<String>> ties, String one, String other) {
		ties.computeIfAbsent(one, (key) -> new TreeSet<>()).add(other);
		ties.computeIfAbsent(other, (key) -> new TreeSet<>()).add(one);
	}

	/**
	 * The parts that a vertex ties together, without what organizations cannot connect.
	 */
	private static List<Set<String>> left(String vertex, Map<String, Set<String>> ties) {
		Set<Set<String>> parts = new HashSet<>();
		for (String neighbour : ties.getOrDefault(vertex, Set.of())) {
			Set<String> part = new TreeSet<>(Set.of(neighbour));
			Deque<String> open = new ArrayDeque<>(part);
			while (!open.isEmpty()) {
				ties.getOrDefault(open.pop(), Set.of())
					.stream()
					.filter((next) -> !next.equals(vertex) && part.add(next))
					.forEach(open::push);
			}
			part.removeIf((member) -> !CONNECTED.contains(type(member)));
			if (!part.isEmpty()) {
				parts.add(part);
			}
		}
		return List.copyOf(parts);
	}

	private static String type(String vertex) {
		return vertex.substring(0, vertex.indexOf(':'));
	}

	/**
	 * What is left without an organization.
	 *
	 * @param vertex the organization
	 * @param parts what would be apart
	 */
	private record Left(String vertex, List<Set<String>> parts) {

		long pairs() {
			long pairs = 0;
			for (int one = 0; one < this.parts.size(); one++) {
				for (int other = 0; other < one; other++) {
					pairs += (long) this.parts.get(one).size() * this.parts.get(other).size();
				}
			}
			return pairs;
		}

		@Override
		public String toString() {
			return this.vertex + " " + this.parts.stream().map(String::valueOf).sorted().toList();
		}

	}

}
