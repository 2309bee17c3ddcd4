package org.jointregistry.read;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * Fields that a type declares although an interface of it does. Over the interface they
 * are read as the interface says, so what the type hides from some viewers, the interface
 * must hide from them too.
 */
final class Redeclarations {

	private Redeclarations() {
	}

	/**
	 * Compares each interface's fields with those of its types.
	 * @param nodes all mapped types by name
	 * @throws IllegalStateException if a field is a figure, a reference or an amount here
	 * and none or another there
	 */
	static void check(Map<String, NodeType> nodes) {
		nodes.values()
			.stream()
			.filter(NodeType::isAbstract)
			.forEach((type) -> type.concretes()
				.forEach((concrete) -> check(type, Objects.requireNonNull(nodes.get(concrete.type())))));
	}

	private static void check(NodeType type, NodeType concrete) {
		Collection<MappedField> fields = type.fields().values();
		for (MappedField field : fields) {
			MappedField own = concrete.fields().get(field.name());
			if (field instanceof Property declared && own instanceof Property again && !isAlike(declared, again)) {
				throw new IllegalStateException(
						"%1$s.%3$s is declared otherwise than %2$s.%3$s, by whose @figure, @reference and @money lists of %2$s read it"
							.formatted(concrete.name(), type.name(), field.name()));
			}
		}
	}

	private static boolean isAlike(Property declared, Property again) {
		return declared.figure() == again.figure() && Objects.equals(declared.reference(), again.reference())
				&& Objects.equals(declared.currency(), again.currency());
	}

}
