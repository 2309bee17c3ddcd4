package org.jointregistry.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * What a viewer of one nation may see of the curated and the fictional files, read
 * without the importer and judged without the registry: by marking, release, originator,
 * anchor programs and the nations that are named (sentences 2 to 7).
 */
final class Files {

	static final String TODAY = LocalDate.now(Clock.systemUTC()).toString();

	private static final Path DATA = Path.of("src/main/resources/data");

	private static final Map<String, List<Map<String, String>>> READ = new HashMap<>();

	private static final Set<String> KINDS = Set.of("DELIVERY_AND_WORK", "EQUIPMENT", "EXPORT", "INFORMATION",
			"MANUFACTURING_DATA", "TECHNICAL_DATA", "TECHNOLOGY");

	private static final Set<String> STATUSES = Set.of("BLOCKED_THEN_RELEASED", "COMPLETED", "IN_FORCE",
			"PARTLY_DISPUTED", "REDUCED");

	private final String nation;

	private final Set<String> programs;

	Files(String nation) {
		this.nation = nation;
		this.programs = Set.copyOf(rows("participations.csv").stream()
			.filter((part) -> part.get("nation").equals(nation) && takesPart(part))
			.map((part) -> part.get("program"))
			.toList());
	}

	/**
	 * All rows of a file.
	 * @param file its name
	 * @return the cells by column, empty where there is none
	 */
	static List<Map<String, String>> rows(String file) {
		return READ.computeIfAbsent(file, (name) -> {
			List<Map<String, String>> rows = new ArrayList<>();
			for (String directory : List.of("curated", "fictional")) {
				Path path = DATA.resolve(directory).resolve(name);
				if (java.nio.file.Files.exists(path)) {
					rows.addAll(read(path));
				}
			}
			return rows;
		});
	}

	private static List<Map<String, String>> read(Path path) {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
			return reader.stream().<Map<String, String>>map(Row::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> several(String cell) {
		return Arrays.stream(cell.split(";")).filter((each) -> !each.isEmpty()).toList();
	}

	/** The global id of a record. */
	static String id(String type, String key) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
	}

	/** Whether something holds today, by its first day and the first day without it. */
	static boolean holds(String from, String until) {
		return (from.isEmpty() || from.compareTo(TODAY) <= 0) && (until.isEmpty() || until.compareTo(TODAY) > 0);
	}

	static boolean takesPart(Map<String, String> participation) {
		return !participation.get("role").equals("FORMER_PARTNER")
				&& holds(participation.get("joined"), participation.get("left"));
	}

	static boolean isMember(Map<String, String> membership) {
		return membership.get("role").equals("MEMBER") && holds(membership.get("since"), membership.get("until"));
	}

	/**
	 * Whether the viewer sees a row's record or relationship.
	 * @param row the row
	 * @param anchors keys of its programs
	 * @param parties that it names, such as {@code NATION:DEU}
	 * @return what the policy says
	 */
	boolean sees(Map<String, String> row, List<String> anchors, List<String> parties) {
		String marking = row.get("marking");
		return marking.isEmpty() || marking.equals("PUBLIC") || row.get("originator").equals(this.nation)
				|| parties.contains("NATION:" + this.nation)
				|| (marking.equals("PARTNERS") && anchors.stream().anyMatch(this.programs::contains))
				|| several(row.get("releasable_to")).stream().anyMatch(this::reaches);
	}

	private boolean reaches(String released) {
		return released.equals("NATION:" + this.nation) || rows("memberships.csv").stream()
			.anyMatch((member) -> released.equals("COMMUNITY:" + member.get("community_id"))
					&& member.get("nation").equals(this.nation) && isMember(member));
	}

	/** The rows that are seen, of records that name the parties of some columns. */
	List<Map<String, String>> seen(String file, String... parties) {
		return rows(file).stream()
			.filter((row) -> sees(row, several(row.get("program")),
					Stream.of(parties).flatMap((column) -> several(row.get(column)).stream()).toList()))
			.toList();
	}

	/** The seen transfers by which technology flows, or did. */
	Stream<Map<String, String>> flowing() {
		return seen("transfers.csv", "from_party", "to_party").stream()
			.filter((row) -> KINDS.contains(row.get("direction")) && STATUSES.contains(row.get("status")));
	}

	/** The keys of the technologies that the viewer sees. */
	List<String> technologies() {
		return rows("technologies.csv").stream()
			.map((row) -> row.get("technology_id"))
			.filter(this::seesTechnology)
			.toList();
	}

	boolean seesProgram(String program) {
		return rows("programs.csv").stream()
			.anyMatch((row) -> row.get("program_id").equals(program) && sees(row, List.of(program), List.of()));
	}

	boolean seesTechnology(String technology) {
		return rows("technologies.csv").stream()
			.anyMatch((row) -> row.get("technology_id").equals(technology)
					&& sees(row, several(row.get("programs")), List.of()));
	}

	/** The programs that the viewer sees to use a technology. */
	List<String> programsOf(String technology) {
		return rows("technologies.csv").stream()
			.filter((row) -> row.get("technology_id").equals(technology))
			.flatMap((row) -> several(row.get("programs")).stream())
			.filter(this::seesProgram)
			.sorted()
			.toList();
	}

	/**
	 * A technology and what is tied to it by derivations, as far as the viewer sees.
	 * @param technology its key
	 * @param column of what a derivation is followed from
	 * @param further column of what it leads to
	 * @return the fewest derivations by key, the nearest first
	 */
	Map<String, Integer> lineage(String technology, String column, String further) {
		Map<String, Integer> met = new LinkedHashMap<>(Map.of(technology, 0));
		List<String> next = List.of(technology);
		for (int depth = 1; !next.isEmpty(); depth++) {
			List<String> from = next;
			next = rows("derivations.csv").stream()
				.filter((row) -> from.contains(row.get(column)) && seesDerivation(row))
				.map((row) -> row.get(further))
				.filter((key) -> !met.containsKey(key))
				.distinct()
				.sorted()
				.toList();
			for (String key : next) {
				met.put(key, depth);
			}
		}
		return met;
	}

	private boolean seesDerivation(Map<String, String> row) {
		List<String> ends = List.of(row.get("technology"), row.get("derived_from"));
		List<String> anchors = rows("technologies.csv").stream()
			.filter((technology) -> ends.contains(technology.get("technology_id")))
			.flatMap((technology) -> several(technology.get("programs")).stream())
			.toList();
		return ends.stream().allMatch(this::seesTechnology) && sees(row, anchors, List.of());
	}

	/** The cell under a column, empty where the file has no such column. */
	private static final class Row extends AbstractMap<String, String> {

		private final Map<String, String> cells;

		Row(NamedCsvRecord row) {
			this.cells = row.getFieldsAsMap();
		}

		@Override
		public String get(Object column) {
			return this.cells.getOrDefault(column, "");
		}

		@Override
		public Set<Entry<String, String>> entrySet() {
			return this.cells.entrySet();
		}

	}

	/** The nation of a contractor's seat; an empty text where it is not seen. */
	String seat(String contractor) {
		return seen("contractors.csv").stream()
			.filter((row) -> row.get("contractor_id").equals(contractor))
			.map((row) -> row.get("nation"))
			.findFirst()
			.orElse("");
	}

}
