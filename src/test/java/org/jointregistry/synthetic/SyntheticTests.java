package org.jointregistry.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A synthetic registry is the same each time, keeps what it has when it grows, and is as
 * unequal as what was measured.
 */
class SyntheticTests {

	private static final Percentage TOLERANCE = Percentage.withPercentage(10);

	/** Slices that are compared with what was measured: about 560 grants. */
	private static final int MEASURED = 100;

	private static final Rows ALL = Rows.of(1, MEASURED);

	private static final Set<String> GRANTS = ALL.cells("programs.csv", "program_id", "kind")
		.stream()
		.filter((row) -> row.get(1).equals("R_AND_T"))
		.map(List::getFirst)
		.collect(Collectors.toSet());

	@Test
	void theSameSeedWritesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
		Generator.main("0.2", "7", first.toString());
		Generator.main("0.2", "7", second.toString());
		assertThat(files(first)).hasSizeGreaterThan(30).isEqualTo(files(second));
	}

	@Test
	void anotherSeedWritesOthers() {
		assertThat(Rows.of(2, 1)).isNotEqualTo(Rows.of(1, 1));
	}

	@Test
	void whatIsInASmallRegistryIsInALargerOne() {
		Rows two = Rows.of(1, 2);
		Rows.of(1, 1).rows().forEach((file, text) -> assertThat(two.rows().get(file)).as(file).startsWith(text));
		assertThat(two.cells("programs.csv", "program_id")).doesNotHaveDuplicates().hasSize(2 * Slice.PROGRAMS);
	}

	@Test
	void everyRowIsMarkedAsInvented() {
		ALL.rows()
			.forEach((file, text) -> assertThat(text.lines()).as(file)
				.allSatisfy((line) -> assertThat(line).contains("," + Sheets.SOURCE + ",").contains(",Y")));
	}

	@Test
	void keysAreUnique() {
		Map.of("contributions.csv", "contribution_id", "contractors.csv", "contractor_id", "technologies.csv",
				"technology_id", "agreements.csv", "agreement_id", "decisions.csv", "decision_id")
			.forEach((file, key) -> assertThat(ALL.cells(file, key)).as(file).isNotEmpty().doesNotHaveDuplicates());
	}

	@Test
	void contractorsAreAsUnequalAsMeasured() {
		List<Integer> participations = Rows.frequencies(ALL.cells("workshares.csv", "program", "contractor")
			.stream()
			.filter((row) -> GRANTS.contains(row.getFirst()))
			.map(List::getLast)
			.toList());
		double single = participations.stream().filter((count) -> count == 1).count();
		assertThat(single / participations.size()).isCloseTo(0.58, TOLERANCE);
		assertThat(Rows.partOfLargest(participations, 0.01)).isCloseTo(0.14, TOLERANCE);
		assertThat(Rows.partOfLargest(participations, 0.1)).isCloseTo(0.46, TOLERANCE);
		assertThat(Rows.gini(participations)).isCloseTo(0.505, TOLERANCE);
	}

	@ParameterizedTest(name = "at {0} a project has {1} organizations of {2} nations")
	@CsvSource({ "0.1, 5, 3", "0.25, 6, 5", "0.5, 11, 7", "0.75, 21, 10", "0.9, 32, 13", "0.99, 51, 19" })
	void projectsAreAsLargeAsMeasured(double part, int organizations, int nations) {
		assertThat(Rows.quantile(perGrant("workshares.csv"), part)).isCloseTo(organizations,
				Percentage.withPercentage(20));
		assertThat(Rows.quantile(perGrant("participations.csv"), part)).isCloseTo(nations, TOLERANCE);
	}

	@Test
	void grantsAreAsUnequalAsMeasured() {
		List<Double> grants = ALL.cells("programs.csv", "program_id", "cost_amount_millions")
			.stream()
			.filter((row) -> GRANTS.contains(row.getFirst()))
			.map((row) -> Double.valueOf(row.getLast()))
			.sorted()
			.toList();
		assertThat(Rows.gini(grants)).isCloseTo(0.523, TOLERANCE);
	}

	@ParameterizedTest(name = "{1} percent of participations are of {0}")
	@CsvSource({ "FRA, 14.7", "ITA, 11.9", "DEU, 11.5", "ESP, 11.1", "GRC, 6.8", "NLD, 4.5", "BEL, 4.4", "SWE, 4.0" })
	void nationsTakePartAsOftenAsMeasured(String nation, double percent) {
		Map<String, String> seats = ALL.cells("contractors.csv", "contractor_id", "nation")
			.stream()
			.collect(Collectors.toMap(List::getFirst, List::getLast));
		List<String> nations = ALL.cells("workshares.csv", "program", "contractor")
			.stream()
			.filter((row) -> GRANTS.contains(row.getFirst()))
			.map((row) -> String.valueOf(seats.get(row.getLast())))
			.toList();
		double of = nations.stream().filter(nation::equals).count() * 100.0 / nations.size();
		assertThat(of).isCloseTo(percent, TOLERANCE);
	}

	@Test
	void pairsOfNationsAgreeAsOftenAsMeasured() {
		List<List<String>> parties = ALL.cells("agreement_parties.csv", "agreement_id", "nation")
			.stream()
			.filter((row) -> row.getFirst().startsWith("FX-G-D"))
			.toList();
		Map<String, String> pairs = parties.stream()
			.collect(Collectors.toMap(List::getFirst, List::getLast, (one, other) -> one + "-" + other));
		List<Integer> agreements = Rows.frequencies(List.copyOf(pairs.values()));
		double single = agreements.stream().filter((count) -> count == 1).count();
		assertThat(single / agreements.size()).isCloseTo(0.68, TOLERANCE);
	}

	private static List<Integer> perGrant(String file) {
		return Rows
			.frequencies(ALL.cells(file, "program").stream().map(List::getFirst).filter(GRANTS::contains).toList());
	}

	private static Map<String, String> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile)
				.collect(Collectors.toMap((file) -> directory.relativize(file).toString(), SyntheticTests::content));
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
