package org.jointregistry.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which suppliers came under foreign control, reckoned once more from the files, in
 * ten-thousandths of a percent.
 */
@RegistryTest
class ControlAnswersTests {

	private static final Set<String> OVER = Set.of("COMPLETED", "TERMINATED", "ABANDONED");

	private static final long WHOLE = 1_000_000;

	@Autowired
	private RegistryClient registry;

	/** Who sees a company of one nation alone, and the shares in it, is Germany. */
	@ParameterizedTest
	@CsvSource({ "viewer-deu, DEU, DEU, 1", "viewer-deu, DEU, ITA, 1", "viewer-deu, DEU, SWE, 0",
			"viewer-ita, ITA, ITA, 0", "viewer-ita, ITA, DEU, 0", "viewer-usa, USA, USA, 0",
			"viewer-swe, SWE, DEU, 0" })
	void suppliersComeUnderForeignControl(String client, String viewer, String asker, int changes) {
		Files files = new Files(viewer);
		List<String> expected = new ArrayList<>();
		suppliers(files, asker).forEach((supplier, programs) -> changes(files, supplier)
			.forEach((change) -> expected.add(supplier + "|" + programs + "|" + change)));
		Answer answer = this.registry.as(client).query("""
				{ controlChanges(nation: "%s", limit: 500) { changes {
				  supplier { key } programs { key } asOf until nation { key } part before { key } } } }
				""".formatted(Files.id("Nation", asker)));
		List<String> told = answer.data("/controlChanges/changes")
			.valueStream()
			.map((change) -> change.at("/supplier/key").asString() + "|"
					+ change.path("programs").valueStream().map((program) -> program.path("key").asString()).toList()
					+ Stream
						.of(change.path("asOf"), change.path("until"), change.at("/nation/key"), change.path("part"),
								change.at("/before/key"))
						.map((value) -> "|" + value.asString(""))
						.collect(Collectors.joining()))
			.toList();
		assertThat(told).as(answer.text()).containsExactlyInAnyOrderElementsOf(expected).hasSize(changes);
	}

	/** The suppliers of programs that a nation takes part in, each with the programs. */
	private static Map<String, Set<String>> suppliers(Files files, String nation) {
		Set<String> programs = files.seen("participations.csv")
			.stream()
			.filter((row) -> row.get("nation").equals(nation) && Files.takesPart(row))
			.map((row) -> row.get("program"))
			.filter(files::seesProgram)
			.collect(Collectors.toSet());
		Map<String, Set<String>> suppliers = new TreeMap<>();
		Stream.concat(
				files.seen("workshares.csv").stream().filter((row) -> Files.holds(row.get("since"), row.get("until"))),
				files.seen("contracts.csv", "authority", "licensor")
					.stream()
					.filter((row) -> !OVER.contains(row.get("state")) && Files.holds("", row.get("until"))))
			.filter((row) -> programs.contains(row.get("program")) && !files.seat(row.get("contractor")).isEmpty())
			.forEach((row) -> suppliers.computeIfAbsent(row.get("contractor"), (key) -> new TreeSet<>())
				.add(row.get("program")));
		return suppliers;
	}

	private static List<String> changes(Files files, String supplier) {
		List<String> days = files.seen("ownerships.csv")
			.stream()
			.map((row) -> row.get("as_of"))
			.distinct()
			.sorted()
			.toList();
		String home = files.seat(supplier);
		List<String> changes = new ArrayList<>();
		String before = "";
		for (String day : days) {
			Map<String, Long> parts = parts(files, supplier, day, List.of());
			String now = control(parts);
			if (!now.equals(before) && !changes.isEmpty() && changes.getLast().contains("|?|")) {
				changes.add(changes.removeLast().replace("|?|", "|" + day + "|"));
			}
			if (!now.equals(before) && !now.isEmpty() && !now.equals(home)) {
				changes.add(day + "|?|" + now + "|" + Long.valueOf(parts.get(now)) / 10_000 + "|" + before);
			}
			before = now;
		}
		return changes.stream().map((change) -> change.replace("|?|", "||")).toList();
	}

	private static String control(Map<String, Long> parts) {
		return parts.entrySet()
			.stream()
			.filter((part) -> part.getValue() * 2 > WHOLE)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	/** What the owners of each nation have together. */
	private static Map<String, Long> parts(Files files, String contractor, String day, List<String> way) {
		Map<String, Map<String, String>> last = new TreeMap<>();
		files.seen("ownerships.csv")
			.stream()
			.filter((row) -> row.get("entity_id").equals(contractor) && row.get("as_of").compareTo(day) <= 0)
			.filter((row) -> row.get("owner_id").isEmpty() || !isHidden(files, row.get("owner_id")))
			.sorted(Comparator.comparing((row) -> row.get("as_of")))
			.forEach((row) -> last.put(row.get("owner_id") + row.get("owner_name"), row));
		Map<String, Long> parts = new TreeMap<>();
		long rest = WHOLE;
		for (Map<String, String> row : last.values()
			.stream()
			.sorted(Comparator.comparing((Map<String, String> row) -> row.get("as_of")).reversed())
			.toList()) {
			boolean seen = row.get("figures_marking").isEmpty()
					|| files.sees(Map.of("marking", row.get("figures_marking"), "originator", row.get("originator"),
							"releasable_to", ""), List.of(), List.of());
			long share = (!seen || row.get("pct").isEmpty()) ? 0
					: Math.round(Double.parseDouble(row.get("pct")) * 10_000);
			long part = Math.min(rest, share);
			rest -= part;
			String owner = row.get("owner_id");
			List<String> further = Stream.concat(way.stream(), Stream.of(contractor)).toList();
			String nation = (owner.isEmpty() || further.contains(owner)) ? files.seat(owner)
					: control(parts(files, owner, day, further));
			parts.merge(nation.isEmpty() ? files.seat(owner) : nation, part, Long::sum);
		}
		parts.remove("");
		return parts;
	}

	/** Whether the viewer does not see the owner at all. */
	private static boolean isHidden(Files files, String owner) {
		return files.seen("contractors.csv").stream().noneMatch((row) -> row.get("contractor_id").equals(owner));
	}

}
