package org.jointregistry.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.shared.Digest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A synthetic registry is the same each time, keeps what it has when it grows, and is as
 * unequal as what was measured.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticTests {

	private static final Percentage TOLERANCE = Percentage.withPercentage(10);

	/** Slices that are compared with what was measured: about 560 grants. */
	private static final int MEASURED = 100;

	/** The widest first. */
	private static final List<String> MARKINGS = List.of("PUBLIC", "COMMUNITY", "PARTNERS", "ORIGINATOR");

	private final Rows all = Rows.of(1, MEASURED);

	private final Set<String> grants = this.all.cells("programs.csv", "program_id", "kind")
		.stream()
		.filter((row) -> row.get(1).equals("R_AND_T"))
		.map(List::getFirst)
		.collect(Collectors.toSet());

	@Test
	void theSameSeedWritesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
		Generator.main("0.2", "7", first.toString());
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			Generator.main("0.2", "7", second.toString());
		}
		finally {
			Locale.setDefault(before);
		}
		assertThat(files(first)).hasSizeGreaterThan(30).isEqualTo(files(second));
	}

	@Test
	void filesOfAnEarlierRegistryAreDeleted(@TempDir Path directory) throws IOException {
		Path earlier = Files.createDirectories(directory.resolve("data").resolve(Generator.SET));
		Files.writeString(earlier.resolve("offsets.csv"), "of an earlier registry");
		Files.writeString(earlier.resolve("notes.txt"), "no file of a registry");
		Generator.main("0.1", "7", directory.toString());
		assertThat(earlier.resolve("offsets.csv")).doesNotExist();
		assertThat(earlier.resolve("notes.txt")).exists();
	}

	@Test
	void theManifestNamesEachFileWithItsRowsAndHash(@TempDir Path directory) throws IOException {
		Generator.main("0.1", "7", directory.toString());
		Map<String, String> files = files(directory);
		List<String> named = List.of(Objects.requireNonNull(files.remove(Manifest.FILE)).split("\n"));
		assertThat(named.getFirst()).isEqualTo("file,rows,sha256");
		assertThat(named.subList(1, named.size())).containsExactlyInAnyOrderElementsOf(
				files.entrySet().stream().map((file) -> named(file.getKey(), file.getValue())).toList());
	}

	private static String named(String file, String text) {
		String rows = file.endsWith(".csv") ? String.valueOf(text.lines().count() - 1) : "";
		return "%s,%s,%s".formatted(file, rows, Digest.of(text));
	}

	@Test
	void anotherSeedWritesOthers() {
		assertThat(Rows.of(2, 1)).isNotEqualTo(Rows.of(1, 1));
	}

	@Test
	void whatIsInASmallRegistryIsInALargerOne(@TempDir Path small, @TempDir Path large) throws IOException {
		Generator.main("0.1", "1", small.toString());
		Generator.main("0.3", "1", large.toString());
		Map<String, String> more = files(large);
		Map<String, String> few = files(small);
		few.remove(Manifest.FILE);
		few.forEach((file, text) -> assertThat(more.get(file)).as(file).startsWith(text));
		assertThat(Files.readAllLines(large.resolve("data/synthetic/programs.csv"))).doesNotHaveDuplicates()
			.filteredOn((line) -> line.startsWith("FX-G-"))
			.hasSize(3 * Slice.PROGRAMS);
	}

	@Test
	void everyRowIsMarkedAsInvented() {
		this.all.rows()
			.keySet()
			.forEach((file) -> assertThat(this.all.cells(file, "source", "fictional")).as(file)
				.isNotEmpty()
				.allMatch(List.of(Sheets.SOURCE, "Y")::equals));
	}

	@Test
	void keysAreUnique() {
		Map.of("contributions.csv", "contribution_id", "contractors.csv", "contractor_id", "technologies.csv",
				"technology_id", "agreements.csv", "agreement_id", "decisions.csv", "decision_id")
			.forEach(
					(file, key) -> assertThat(this.all.cells(file, key)).as(file).isNotEmpty().doesNotHaveDuplicates());
	}

	@Test
	void noTechnologyIsShownToMoreThanWhatIsInsideIt() {
		Map<String, List<String>> releases = this.all
			.cells("technologies.csv", "technology_id", "marking", "releasable_to")
			.stream()
			.collect(Collectors.toMap(List::getFirst, (row) -> row.subList(1, 3)));
		assertThat(this.all.cells("derivations.csv", "technology", "derived_from")).isNotEmpty().allSatisfy((row) -> {
			List<String> whole = Objects.requireNonNull(releases.get(row.getFirst()));
			List<String> inside = Objects.requireNonNull(releases.get(row.getLast()));
			assertThat(MARKINGS.indexOf(whole.getFirst())).isGreaterThanOrEqualTo(MARKINGS.indexOf(inside.getFirst()));
			if (!inside.getFirst().equals("PUBLIC") && !whole.getLast().isEmpty()) {
				assertThat(inside.getLast().split(";")).contains(whole.getLast().split(";"));
			}
		});
	}

	@Test
	void noTransferStaysWhereItIs() {
		assertThat(this.all.cells("transfers.csv", "from_party", "to_party")).isNotEmpty()
			.noneMatch((row) -> row.getFirst().equals(row.getLast()));
	}

	@Test
	void oneTransferInAHundredIsOutsideTheScopeOfItsLicence() {
		List<Boolean> outside = Stream.of(this.all, Rows.of(2, MEASURED), Rows.of(3, MEASURED))
			.flatMap(SyntheticTests::outside)
			.toList();
		assertThat(Collections.frequency(outside, true) * 1.0 / outside.size()).isBetween(0.005, 0.015);
	}

	@Test
	void contractorsAreAsUnequalAsMeasured() {
		List<Integer> participations = Rows.frequencies(this.all.cells("workshares.csv", "program", "contractor")
			.stream()
			.filter((row) -> this.grants.contains(row.getFirst()))
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
		List<Double> grants = this.all.cells("programs.csv", "program_id", "cost_amount_millions")
			.stream()
			.filter((row) -> this.grants.contains(row.getFirst()))
			.map((row) -> Double.valueOf(row.getLast()))
			.sorted()
			.toList();
		assertThat(Rows.gini(grants)).isCloseTo(0.523, TOLERANCE);
	}

	@ParameterizedTest(name = "{1} percent of participations are of {0}")
	@CsvSource({ "FRA, 14.7", "ITA, 11.9", "DEU, 11.5", "ESP, 11.1", "GRC, 6.8", "NLD, 4.5", "BEL, 4.4", "SWE, 4.0" })
	void nationsTakePartAsOftenAsMeasured(String nation, double percent) {
		Map<String, String> seats = this.all.cells("contractors.csv", "contractor_id", "nation")
			.stream()
			.collect(Collectors.toMap(List::getFirst, List::getLast));
		List<String> nations = this.all.cells("workshares.csv", "program", "contractor")
			.stream()
			.filter((row) -> this.grants.contains(row.getFirst()))
			.map((row) -> String.valueOf(seats.get(row.getLast())))
			.toList();
		double of = nations.stream().filter(nation::equals).count() * 100.0 / nations.size();
		assertThat(of).isCloseTo(percent, TOLERANCE);
	}

	@Test
	void pairsOfNationsAgreeAsOftenAsMeasured() {
		List<List<String>> parties = this.all.cells("agreement_parties.csv", "agreement_id", "nation")
			.stream()
			.filter((row) -> row.getFirst().startsWith("FX-G-D"))
			.toList();
		Map<String, String> pairs = parties.stream()
			.collect(Collectors.toMap(List::getFirst, List::getLast, (one, other) -> one + "-" + other));
		List<Integer> agreements = Rows.frequencies(List.copyOf(pairs.values()));
		double single = agreements.stream().filter((count) -> count == 1).count();
		assertThat(single / agreements.size()).isCloseTo(0.68, TOLERANCE);
	}

	private List<Integer> perGrant(String file) {
		return Rows.frequencies(
				this.all.cells(file, "program").stream().map(List::getFirst).filter(this.grants::contains).toList());
	}

	/** Whether each transfer goes to somebody whom its licence does not name. */
	private static Stream<Boolean> outside(Rows rows) {
		Map<String, String> scopes = rows.cells("export_licences.csv", "licence_id", "scope")
			.stream()
			.collect(Collectors.toMap(List::getFirst, List::getLast));
		return rows.cells("transfers.csv", "licences", "to_party")
			.stream()
			.map((row) -> !String.valueOf(scopes.get(row.getFirst()))
				.contains(row.getLast().substring("NATION:".length())));
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
			throw new UncheckedIOException(ex);
		}
	}

}
