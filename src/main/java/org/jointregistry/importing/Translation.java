package org.jointregistry.importing;

/**
 * Says in the schema's words what a row says in its own, before its cells are read.
 */
@FunctionalInterface
interface Translation {

	/** Nothing to translate. */
	Translation NONE = (row) -> {
	};

	void translate(Cells row);

}
