package org.jointregistry.read;

/**
 * A field of a mapped type.
 */
public sealed interface MappedField permits Property, Relation {

	/**
	 * The field's name in the schema.
	 * @return the name
	 */
	String name();

}
