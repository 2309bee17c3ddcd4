package org.jointregistry.importing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file as others publish it, with columns of their own and no keys of the registry. It
 * says some of each record and nothing of whom it is shown to: what it does not say stays
 * as it is.
 *
 * @param file the name
 * @param header the columns, all of them and in this order
 * @param says the rows of the registry's formats that a row says
 * @param about what a row is about; empty where it only names records of other rows
 */
record PublishedFile(String file, List<String> header, Function<Cells, List<Told>> says,
		Function<Cells, Optional<Identity>> about) implements Layout {

	@Override
	public boolean accepts(List<String> given) {
		return this.header.equals(given);
	}

	@Override
	public List<String> missing(Collection<String> given) {
		return List.of();
	}

	@Override
	public List<String> required() {
		return this.header;
	}

	@Override
	public List<Told> rows(Cells row) {
		return this.says.apply(row);
	}

	@Override
	public Optional<Identity> identity(Cells row) {
		return this.about.apply(row);
	}

}
