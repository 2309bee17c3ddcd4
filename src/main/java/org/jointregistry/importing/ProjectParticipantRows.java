package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Published participants of projects. Each is a share of the work of a program, done by a
 * contractor or by an institution, whichever the registry knows by the participant's
 * code. The nation of the one who coordinates coordinates too.
 */
final class ProjectParticipantRows {

	private final FileFormat shares;

	private final FileFormat participations;

	ProjectParticipantRows(RegistryFormats formats) {
		this.shares = Objects.requireNonNull(formats.all().get("WorkShare"));
		this.participations = Objects.requireNonNull(formats.all().get("Participation"));
	}

	/**
	 * What a row says.
	 * @param row a participant
	 * @return the share of the work and, where it coordinates, the part of its nation
	 */
	List<Told> says(Cells row) {
		String program = ProjectRows.key(row);
		String organization = OrganizationRows.key(row.text("pic"));
		List<Told> rows = new ArrayList<>();
		Told.Builder share = Told.of(this.shares, row)
			.put("key", both(program, organization), (program == null) ? "project_id" : "pic")
			.put("role", row.text("role"), "role")
			.put("program", program, "project_id")
			.put("contractor", organization, "pic")
			.put("institution", organization, "pic");
		rows.add(share.row());
		String nation = row.text("nation");
		if ("COORDINATOR".equals(row.text("role")) && nation != null) {
			rows.add(Told.of(this.participations, row)
				.put("key", both(program, nation), "nation")
				.put("from", nation, "nation")
				.put("to", program, "project_id")
				.put("role", "COORDINATOR", "role")
				.row());
		}
		return rows;
	}

	private static @Nullable String both(@Nullable String program, @Nullable String other) {
		return (program != null && other != null) ? program + "/" + other : null;
	}

}
