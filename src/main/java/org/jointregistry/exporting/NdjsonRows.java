package org.jointregistry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as JSON objects, one to a line. What is unknown is null, and so is a list of
 * nothing; decimals are texts, as GraphQL has them.
 */
final class NdjsonRows implements Rows {

	private final JsonMapper json;

	private final OutputStream out;

	private List<String> header = List.of();

	NdjsonRows(JsonMapper json, OutputStream out) {
		this.json = json;
		this.out = out;
	}

	@Override
	public void begin(List<String> header) {
		this.header = header;
	}

	@Override
	public void row(List<@Nullable Object> cells) throws IOException {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			Object cell = cells.get(i);
			row.put(this.header.get(i), List.of().equals(cell) ? null : cell);
		}
		this.out.write(this.json.writeValueAsBytes(row));
		this.out.write('\n');
	}

	@Override
	public void end() throws IOException {
		this.out.flush();
	}

}
