package org.jointregistry.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Global ids as the registry gives them: the same for the same type and key, for ever.
 */
final class GlobalIds {

	private GlobalIds() {
	}

	static String of(RawNode.Ref node) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((node.type() + ":" + node.key()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The type that an id names.
	 * @param id any text
	 * @return the type's name; empty where the text is no id
	 */
	static Optional<String> typeOf(String id) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
			return Optional.of(text.indexOf(':')).filter((end) -> end > 0).map((end) -> text.substring(0, end));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
