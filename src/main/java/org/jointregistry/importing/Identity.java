package org.jointregistry.importing;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.NodeRef;

/**
 * What a published row is about.
 *
 * @param own the record that it is about where that is no other of the registry
 * @param name what the row calls it: an organization by its name, a program by its
 * acronym
 * @param column the column with the name
 * @param nation the key of the nation that an organization has its seat in; null where
 * the row names none
 * @param identifiers what others know an organization by, such as {@code PIC:999999999}
 */
record Identity(NodeRef own, String name, String column, @Nullable String nation, List<String> identifiers) {

	boolean isProgram() {
		return this.own.label().equals("Program");
	}

	/**
	 * Whether an organization is known by another identifier of one of the same kinds.
	 * @param others what that one is known by
	 * @return true where it cannot be this one by its identifiers
	 */
	boolean isKnownOtherwise(Collection<String> others) {
		return this.identifiers.stream()
			.anyMatch((own) -> !others.contains(own)
					&& others.stream().anyMatch((other) -> other.startsWith(own.substring(0, 4))));
	}

}
