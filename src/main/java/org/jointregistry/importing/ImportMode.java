package org.jointregistry.importing;

/**
 * What a row that cannot be loaded means for the others of its file.
 */
public enum ImportMode {

	/** None is loaded. */
	ALL_OR_NOTHING,

	/** The others are loaded. */
	ROW_BY_ROW

}
