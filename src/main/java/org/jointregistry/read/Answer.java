package org.jointregistry.read;

import org.jspecify.annotations.Nullable;

/**
 * A part of an answer, as graphql-java reads it: by the key under which the client wants
 * each field.
 */
public sealed interface Answer permits Row, Page, Edge, Group {

	/**
	 * The value of a selected field.
	 * @param resultKey the field's alias, or its name where it has none
	 * @return the value; null where it is unknown or not for the viewer
	 */
	@Nullable Object get(String resultKey);

}
