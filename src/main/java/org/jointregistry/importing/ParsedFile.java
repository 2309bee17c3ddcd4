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
		int rows = Math.max(0,
				table.lines().size() - 1 + (int) findings.stream().filter((f) -> f.line() != null).count());
		FileFormat format = FileFormats.find(source.name()).orElse(null);
		if (format == null) {
			findings.add(Finding.rejected(FindingCode.UNKNOWN_FILE, null, null, "No file of this name is known"));
			return new ParsedFile(rows, List.of(), findings);
		}
		if (table.lines().isEmpty() && !findings.isEmpty()) {
			return new ParsedFile(rows, List.of(), findings);
		}
		List<String> header = table.lines().isEmpty() ? List.of() : table.lines().getFirst().cells();
		if (!format.accepts(header)) {
			findings.add(Finding.rejected(FindingCode.BAD_HEADER, 1L, null,
					"The header must begin with " + String.join(",", format.required())));
			return new ParsedFile(rows, List.of(), findings);
		}
		return new ParsedFile(rows, drafts(schema, format, table, findings), findings);
	}

	private static List<Draft> drafts(SchemaMap schema, FileFormat format, CsvTable table, List<Finding> findings) {
		List<Draft> drafts = new ArrayList<>();
		Set<String> keys = new HashSet<>();
		List<String> header = table.lines().getFirst().cells();
		for (Line line : table.lines().subList(1, table.lines().size())) {
			if (line.cells().size() != header.size()) {
				findings.add(Finding.rejected(FindingCode.MALFORMED, line.number(), null,
						"The row has " + line.cells().size() + " cells, the header " + header.size()));
				continue;
			}
			RowContext row = new RowContext(schema, line.number(), new Cells(header, line.cells()));
			new RowReader(schema, format, row).read().ifPresent((draft) -> addOnce(draft, drafts, keys, findings));
			findings.addAll(row.findings());
		}
		return drafts;
	}

	private static void addOnce(Draft draft, List<Draft> drafts, Set<String> keys, List<Finding> findings) {
		if (keys.add(draft.key())) {
			drafts.add(draft);
		}
		else {
			findings.add(Finding.rejected(FindingCode.DUPLICATE_KEY, draft.line(), null,
					"An earlier row has the same key '" + draft.key() + "'"));
		}
	}

}
