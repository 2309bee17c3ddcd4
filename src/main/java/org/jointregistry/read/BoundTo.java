package org.jointregistry.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Viewer;

/**
 * What a cursor is bound to, as bytes that are the same for the same field, arguments and
 * viewer on every replica.
 */
final class BoundTo {

	private final StringBuilder text = new StringBuilder();

	private BoundTo() {
	}

	static BoundTo field(String coordinates) {
		return new BoundTo().with(coordinates);
	}

	BoundTo with(Viewer viewer) {
		return with(viewer.subject()).with(new TreeSet<>(viewer.roles()).toString())
			.with(viewer.nation())
			.with(viewer.organization())
			.with(new TreeSet<>(viewer.programs()).toString())
			.with(viewer.supposed());
	}

	/**
	 * Adds an argument.
	 * @param value a scalar, a list or a map; may be null
	 * @return this
	 */
	BoundTo with(@Nullable Object value) {
		switch (value) {
			case null -> this.text.append('-');
			case Map<?, ?> map -> {
				this.text.append('{');
				new TreeMap<>(map).forEach((key, element) -> with(key).with(element));
				this.text.append('}');
			}
			case List<?> list -> {
				this.text.append('[');
				list.forEach(this::with);
				this.text.append(']');
			}
			default -> {
				String written = value.toString();
				this.text.append(written.length()).append(':').append(written);
			}
		}
		return this;
	}

	byte[] bytes() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
