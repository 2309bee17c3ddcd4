package org.jointregistry.importing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that is recorded has a column in one of the registry's files.
 */
class RegistryFormatsTests {

	private static final Set<String> NOT_RECORDED = Set.of("id", "key", "recordedAt", "version", "visibleTo");

	private final SchemaMap schema = new SchemaMap(new PathMatchingResourcePatternResolver());

	private final RegistryFormats formats = new RegistryFormats(this.schema);

	RegistryFormatsTests() throws IOException {
	}

	@Test
	void everyFactHasAColumn() {
		for (String type : this.schema.recordTypes()) {
			List<String> header = format(type).header();
			Set<String> missing = this.schema.fieldNames(type)
				.stream()
				.filter((field) -> !NOT_RECORDED.contains(field) && this.schema.findRelation(type, field).isEmpty())
				.map(RegistryFormatsTests::snake)
				.filter((column) -> !header.contains(column))
				.collect(Collectors.toSet());
			assertThat(missing).as(type).isEmpty();
		}
	}

	@Test
	void everyRelationshipStandsInAFile() {
		Set<String> relationships = new TreeSet<>();
		Set<String> written = new TreeSet<>();
		for (String type : this.schema.recordTypes()) {
			this.schema.fieldNames(type)
				.forEach((field) -> this.schema.findRelation(type, field).ifPresent((relation) -> {
					relationships.add(relation.type());
					if (format(type).header().contains(snake(field))
							|| relation.facts().map(this.formats.all()::containsKey).orElse(false)) {
						written.add(relation.type());
					}
				}));
		}
		assertThat(written).isEqualTo(relationships);
	}

	@Test
	void aFileComesAfterThoseThatItRefersTo() {
		List<String> order = List.copyOf(this.formats.all().keySet());
		assertThat(order.indexOf("Program")).isGreaterThan(order.indexOf("Agreement"));
		assertThat(order.indexOf("Dispute")).isGreaterThan(order.indexOf("Obligation"));
		assertThat(order.indexOf("Participation")).isGreaterThan(order.indexOf("Program"));
		assertThat(order).startsWith("Nation", "Community");
	}

	@Test
	void aRelationshipOfOneKindIsToldFromTheSideThatOtherFilesTellItFrom() {
		FileFormat participation = format("Participation");
		assertThat(participation.type()).isEqualTo("Program");
		assertThat(participation.header()).startsWith("key", "from", "to");
	}

	@Test
	void severalValuesOfACellAreToldApartWhateverIsInThem() {
		List<String> values = List.of("a;b", "c\\", ";", "\\;", "d");
		assertThat(CellReader.split(CellReader.join(values))).isEqualTo(values);
		assertThat(CellReader.split("NATION:DEU; NATION:ITA;;")).containsExactly("NATION:DEU", "NATION:ITA");
		assertThat(CellReader.split(null)).isEmpty();
	}

	@Test
	void aFileThatLacksAColumnIsToldWhich() {
		for (FileFormat format : this.formats.all().values()) {
			List<String> header = format.header();
			assertThat(header).as(format.file()).contains("marking", "figures_marking", "releasable_to", "originator");
			assertThat(format.missing(header)).isEmpty();
			assertThat(format.missing(header.subList(0, 2))).isEqualTo(header.subList(2, header.size()));
		}
	}

	private FileFormat format(String name) {
		return Objects.requireNonNull(this.formats.all().get(name));
	}

	private static String snake(String field) {
		return field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
	}

}
