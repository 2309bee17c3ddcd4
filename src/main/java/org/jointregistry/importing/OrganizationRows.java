package org.jointregistry.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.NodeRef;

/**
 * Published organizations. A university or a research body is an institution, any other a
 * contractor. One that has no identifier is known by its nation and name.
 */
final class OrganizationRows {

	/** What a participant of projects of the European Union is known by. */
	static final String PIC = "PIC";

	private static final Map<String, Pattern> SCHEMES = Map.of(PIC, Pattern.compile("[0-9]{9}"), "LEI",
			Pattern.compile("[A-Z0-9]{18}[0-9]{2}"), "ROR", Pattern.compile("0[a-z0-9]{6}[0-9]{2}"));

	/** What a published file calls an organization by that has no such code yet. */
	private static final Pattern PROVISIONAL = Pattern.compile("M[0-9]{4}-[a-z0-9-]+");

	private static final List<String> ORDER = List.of(PIC, "LEI", "ROR");

	private final FileFormat contractors;

	private final FileFormat institutions;

	OrganizationRows(RegistryFormats formats) {
		this.contractors = Objects.requireNonNull(formats.all().get("Contractor"));
		this.institutions = Objects.requireNonNull(formats.all().get("Institution"));
	}

	/**
	 * What a row says.
	 * @param row an organization
	 * @return a row of contractors or of institutions
	 */
	List<Told> says(Cells row) {
		boolean institution = isInstitution(row);
		Told.Builder told = Told.of(institution ? this.institutions : this.contractors, row)
			.put("key", key(row), keyColumn(row))
			.put("name", row.text("name"), "name")
			.put("nation", row.text("nation"), "nation")
			.put("kind", kind(row), "org_type")
			.put("identifiers", RegistryFormats.several(identifiers(row)), keyColumn(row));
		if (institution) {
			told.put("city", row.text("city"), "city");
			row.find("pic").filter((pic) -> !isProvisional(pic)).ifPresent((pic) -> told.put("pic", pic, "pic"));
			row.find("projects").ifPresent((projects) -> told.put("edf_projects", projects, "projects"));
		}
		SCHEMES.forEach((scheme, form) -> row.find(column(scheme))
			.filter((text) -> !form.matcher(text).matches() && !isProvisional(text))
			.ifPresent((text) -> told.fault(FindingCode.BAD_IDENTIFIER, column(scheme),
					"'" + text + "' is no " + scheme)));
		return List.of(told.row());
	}

	/**
	 * What a row is about.
	 * @param row an organization
	 * @return empty where the row has no name
	 */
	Optional<Identity> about(Cells row) {
		String key = key(row);
		String name = row.text("name");
		return (key != null && name != null)
				? Optional.of(new Identity(new NodeRef(isInstitution(row) ? "Institution" : "Contractor", key), name,
						"name", row.text("nation"), identifiers(row)))
				: Optional.empty();
	}

	private static boolean isInstitution(Cells row) {
		return row.find("org_type").filter(List.of("ACADEMIC", "RESEARCH")::contains).isPresent();
	}

	/** What is none of the published kinds is told as it stands. */
	private static String kind(Cells row) {
		return switch (row.find("org_type").orElse("OTHER")) {
			case "ACADEMIC" -> "UNIVERSITY";
			case "RESEARCH" -> "RESEARCH_LAB";
			case "COMPANY", "SME" -> "COMPANY";
			case "PUBLIC" -> "GOVERNMENT_AGENCY";
			case "NGO" -> "OTHER";
			case String other -> other;
		};
	}

	private static @Nullable String key(Cells row) {
		return named(row).findFirst()
			.map((scheme) -> key(scheme, row.text(column(scheme))))
			.orElseGet(() -> row.find("name")
				.map((name) -> "ORG-" + row.find("nation").orElse("") + "-" + OrganizationNames.plain(name))
				.orElse(null));
	}

	/**
	 * The key of an organization that has no other in the registry.
	 * @param pic the code in a published file; null where it has none
	 * @return null where it has none
	 */
	static @Nullable String key(@Nullable String pic) {
		return (pic != null) ? key(PIC, pic) : null;
	}

	private static String key(String scheme, @Nullable String identifier) {
		return (isProvisional(identifier) ? "EU" : scheme) + "-" + identifier;
	}

	private static boolean isProvisional(@Nullable String pic) {
		return pic != null && PROVISIONAL.matcher(pic).matches();
	}

	private static String keyColumn(Cells row) {
		return named(row).findFirst().map(OrganizationRows::column).orElse("name");
	}

	private static List<String> identifiers(Cells row) {
		return named(row).filter((scheme) -> !isProvisional(row.text(column(scheme))))
			.map((scheme) -> scheme + ":" + row.text(column(scheme)))
			.sorted()
			.toList();
	}

	private static Stream<String> named(Cells row) {
		return ORDER.stream().filter((scheme) -> row.text(column(scheme)) != null);
	}

	private static String column(String scheme) {
		return scheme.toLowerCase(java.util.Locale.ROOT);
	}

}
