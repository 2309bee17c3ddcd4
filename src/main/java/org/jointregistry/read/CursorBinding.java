package org.jointregistry.read;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The cursors of one connection for one viewer: what they are bound to.
 *
 * @param cursors seals and opens them
 * @param bound the viewer, the field and the arguments that the cursors are of
 * @param size number of values in each
 */
public record CursorBinding(Cursors cursors, byte[] bound, int size) {

	/**
	 * The cursor of an element.
	 * @param values the values that it is ordered by
	 * @return an opaque text
	 */
	public String write(List<@Nullable Object> values) {
		return this.cursors.seal(values, this.bound);
	}

	/**
	 * The values that an element is ordered by.
	 * @param cursor what a client sent
	 * @return the values
	 * @throws org.jointregistry.shared.RegistryException if the cursor is not of this
	 * connection and viewer
	 */
	public List<@Nullable Object> read(String cursor) {
		return this.cursors.open(cursor, this.bound, this.size);
	}

}
