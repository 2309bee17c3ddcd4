package org.jointregistry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import org.jointregistry.importing.RegistryFormats;

/**
 * Rows as lines of CSV in UTF-8. What is unknown is blank, several values have semicolons
 * between.
 */
final class CsvRows implements Rows {

	private final CsvWriter csv;

	CsvRows(OutputStream out) {
		this.csv = CsvWriter.builder()
			.lineDelimiter(LineDelimiter.LF)
			.build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
	}

	@Override
	public void begin(List<String> header) {
		this.csv.writeRecord(header);
	}

	@Override
	public void row(List<@Nullable Object> cells) {
		this.csv.writeRecord(cells.stream().map(CsvRows::text).toList());
	}

	@Override
	public void end() throws IOException {
		this.csv.flush();
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Boolean yes -> yes ? "Y" : "N";
			case List<?> several -> RegistryFormats.several(several.stream().map(String::valueOf).toList());
			default -> value.toString();
		};
	}

}
