package org.jointregistry.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

}
