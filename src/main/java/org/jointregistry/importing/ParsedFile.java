package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jointregistry.importing.CsvTable.Line;

/**
 * A file that was read, before the graph is asked.
 *
 * @param rows rows in the file, without the header
 * @param drafts what the rows say that could be read
 * @param findings what could not be read
 */
record ParsedFile(int rows, List<Draft> drafts, List<Finding> findings) {

	static ParsedFile read(SchemaMap schema, ImportSource source) {
		CsvTable table = CsvTable.read(source.content());
		List<Finding> findings = new ArrayList<>(table.findings());
		int rows = table.header().isEmpty() ? 0
				: table.lines().size() + (int) findings.stream().filter((f) -> f.line() != null).count();
		FileFormat format = FileFormats.find(source.name()).orElse(null);
		if (format == null) {
			findings.add(Finding.rejected(FindingCode.UNKNOWN_FILE, null, null, "No file of this name is known"));
			return new ParsedFile(rows, List.of(), findings);
		}
		if (table.header().isEmpty() && !findings.isEmpty()) {
			return new ParsedFile(rows, List.of(), findings);
		}
		if (!format.accepts(table.header())) {
			findings.add(format.badHeader());
			return new ParsedFile(rows, List.of(), findings);
		}
		return new ParsedFile(rows, drafts(new DraftReader(schema, format, table.header()), table, findings), findings);
	}

	private static List<Draft> drafts(DraftReader reader, CsvTable table, List<Finding> findings) {
		List<Draft> drafts = new ArrayList<>();
		Set<String> keys = new HashSet<>();
		for (Line line : table.lines()) {
			reader.read(line, findings).ifPresent((draft) -> addOnce(draft, drafts, keys, findings));
		}
		return drafts;
	}

	private static void addOnce(Draft draft, List<Draft> drafts, Set<String> keys, List<Finding> findings) {
		if (keys.add(draft.key())) {
			drafts.add(draft);
		}
		else {
			findings.add(DraftReader.repeated(draft));
		}
	}

}
