package org.jointregistry.importing;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A row of one of the registry's formats, said by a row of a file.
 *
 * @param format what the row is about
 * @param cells its cells
 * @param implied whether an edge that is there stays as it is
 */
record Told(FileFormat format, Cells cells, boolean implied) {

	/**
	 * Begins a row that a published row says.
	 * @param format what it is about
	 * @param published the published row, whose source it has
	 * @return a row without a key
	 */
	static Builder of(FileFormat format, Cells published) {
		return new Builder(format).put("source", published.text("source"), "source")
			.put("confidence", published.text("confidence"), "confidence");
	}

	/** Fills the cells of a row. */
	static final class Builder {

		private final FileFormat format;

		private final Cells cells = new Cells();

		private final Set<String> told = new LinkedHashSet<>();

		private boolean implied;

		private Builder(FileFormat format) {
			this.format = format;
		}

		/**
		 * Fills a cell.
		 * @param column its column
		 * @param text what it says; null for nothing
		 * @param origin the column of the published row that says so
		 * @return this
		 */
		Builder put(String column, @Nullable String text, String origin) {
			this.told.add(column);
			this.cells.put(column, text, origin);
			return this;
		}

		/**
		 * Has an edge that is there stay as it is.
		 * @return this
		 */
		Builder implied() {
			this.implied = true;
			return this;
		}

		/**
		 * Tells that a cell of the published row is wrong.
		 * @param code what is wrong with it
		 * @param column its column in the published row
		 * @param reason for people
		 */
		void fault(FindingCode code, String column, String reason) {
			this.cells.fault(code, column, reason);
		}

		Told row() {
			return new Told(this.format.only(this.told), this.cells, this.implied);
		}

	}

}
