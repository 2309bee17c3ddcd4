package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/**
 * What was seen of the registry, of the bare statement and of the library, in Markdown.
 */
final class SpeedTable {

	/** Requests without which nothing is told of the slowest in a hundred. */
	private static final int ENOUGH = 100;

	private static final String NOT_RUN = " | | | |";

	private final StringBuilder rows = new StringBuilder();

	private final List<String> notes = new ArrayList<>();

	private String end = "";

	/**
	 * Says what is asked.
	 * @param driver of the database
	 * @param missing why there is no library; empty where there is one
	 */
	void begin(Driver driver, String missing) {
		String counts = "RETURN COUNT { (:Program) } AS programs, COUNT { (:Contribution) } AS contributions";
		Record row = driver.executableQuery(counts).execute().records().getFirst();
		this.rows.append(String.format(Locale.ROOT,
				"""
						%,d programs, %,d contributions. Clients, registry and database share one process; the library has its \
						own beside theirs.

						| operation | clients | requests/s | p50 ms | p99 ms | CPU s/1,000 | bare: requests/s | p50 ms \
						| p99 ms | CPU s/1,000 | time by bare | CPU by bare | library: requests/s | p50 ms | p99 ms \
						| CPU s/1,000 | rate by library's |
						| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: \
						| ---: | ---: |
						""",
				row.get("programs").asLong(), row.get("contributions").asLong()));
		if (!missing.isEmpty()) {
			note("All operations", missing + ".");
		}
	}

	/**
	 * Says why the library is not told of.
	 * @param name of the operation
	 * @param reason in a sentence
	 */
	void note(String name, String reason) {
		this.notes.add("* " + name + ": " + reason);
	}

	/**
	 * Tells of an operation.
	 * @param name of the operation
	 * @param clients that asked at once
	 * @param registry what was seen of the registry
	 * @param bare what was seen of the bare statement
	 * @param library what was seen of the library; null where it did not run
	 */
	void append(String name, int clients, Lap registry, Lap bare, @Nullable Lap library) {
		String byBare = String.format(Locale.ROOT, "%.2f | %.2f", bare.perSecond() / registry.perSecond(),
				registry.processorOfThousand() / bare.processorOfThousand());
		String byLibrary = (library == null) ? NOT_RUN
				: String.format(Locale.ROOT, "%s | %.2f", cells(library), registry.perSecond() / library.perSecond());
		this.rows.append(String.format(Locale.ROOT, "| %s | %d | %s | %s | %s | %s |%n", name, clients, cells(registry),
				cells(bare), byBare, byLibrary));
	}

	private static String cells(Lap lap) {
		String slowest = (lap.requests() < ENOUGH) ? "" : String.format(Locale.ROOT, "%.1f", lap.millis(0.99));
		return String.format(Locale.ROOT, "%,.1f | %.1f | %s | %.2f", lap.perSecond(), lap.millis(0.5), slowest,
				lap.processorOfThousand());
	}

	/**
	 * Ends it.
	 * @param text that comes last
	 */
	void end(String text) {
		this.end = text;
	}

	@Override
	public String toString() {
		String reasons = this.notes.isEmpty() ? ""
				: "\nWhat the library does not do:\n\n" + String.join("\n", this.notes) + "\n";
		return this.rows + reasons + this.end;
	}

}
