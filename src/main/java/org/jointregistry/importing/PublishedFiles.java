package org.jointregistry.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published files that can be imported as they are, each before those that refer to
 * it.
 */
enum PublishedFiles {

	/** Organizations by whatever identifiers are known of them. */
	ORGANIZATIONS("organizations.csv", "pic,lei,ror,name,nation,city,org_type,source,confidence"),

	/** Organizations that took part in projects of the European Union. */
	EDF_ORGANISATIONS("edf_organisations.csv",
			"pic,name,nation,city,org_type,projects,coordinations,source,confidence"),

	/** Projects that the European Union funds, such as those of the Defence Fund. */
	EDF_PROJECTS("edf_projects.csv",
			"project_id,acronym,title,instrument,call,topic,call_year,action_kind,managing_org,start,end,grant_signed,"
					+ "status,eu_contribution_eur,total_cost_eur,participants,nations,coordinator_pic,source,"
					+ "confidence"),

	/** Which organization takes part in which of these projects. */
	EDF_PARTICIPATIONS("edf_participations.csv", "project_id,pic,role,nation,source,confidence");

	private final String file;

	private final List<String> header;

	PublishedFiles(String file, String header) {
		this.file = file;
		this.header = List.of(header.split(","));
	}

	/**
	 * The names of the files.
	 * @return each before those that refer to it
	 */
	static List<String> names() {
		return Stream.of(values()).map((each) -> each.file).toList();
	}

	/**
	 * The layout of a file.
	 * @param formats the registry's own
	 * @param name the file's name
	 * @return empty where no published file has that name
	 */
	static Optional<Layout> find(RegistryFormats formats, String name) {
		return Arrays.stream(values())
			.filter((each) -> each.file.equals(name))
			.findFirst()
			.map((each) -> each.layout(formats));
	}

	private Layout layout(RegistryFormats formats) {
		return switch (this) {
			case ORGANIZATIONS, EDF_ORGANISATIONS -> {
				OrganizationRows rows = new OrganizationRows(formats);
				yield new PublishedFile(this.file, this.header, rows::says, rows::about);
			}
			case EDF_PROJECTS -> {
				ProjectRows rows = new ProjectRows(formats);
				yield new PublishedFile(this.file, this.header, rows::says, rows::about);
			}
			case EDF_PARTICIPATIONS -> new PublishedFile(this.file, this.header,
					new ProjectParticipantRows(formats)::says, (row) -> Optional.empty());
		};
	}

}
