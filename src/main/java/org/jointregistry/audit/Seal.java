package org.jointregistry.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The hash of an entry, over the canonical text of its facts.
 * <p>
 * The text has one line {@code name=value} for each fact that is not null but the hash
 * itself, in the order of the names, and each line ends with a line feed. A text is
 * written as its number of bytes in UTF-8, a colon and itself; a whole number as
 * {@code #} and its decimal digits; an instant as {@code @} and the way in which the
 * schema's {@code DateTime} is written; a list as its elements in brackets, with nothing
 * between them. The hash is SHA-256 of the text in UTF-8, or HMAC-SHA-256 where there is
 * a key, in hexadecimal and lower case.
 */
@Component
class Seal {

	/** What the first entry of a chain has for the hash of the one before. */
	static final String NONE = "0".repeat(64);

	private static final String HMAC = "HmacSHA256";

	private final @Nullable SecretKeySpec key;

	Seal(AuditSettings settings) {
		this.key = (settings.key() != null) ? new SecretKeySpec(Base64.getDecoder().decode(settings.key()), HMAC)
				: null;
	}

	/**
	 * The hash of an entry.
	 * @param facts by name, with or without the hash that it has
	 * @return 64 digits
	 */
	String of(Map<String, ?> facts) {
		return HexFormat.of().formatHex(digest(canonical(facts).getBytes(StandardCharsets.UTF_8)));
	}

	private byte[] digest(byte[] text) {
		try {
			if (this.key == null) {
				return MessageDigest.getInstance("SHA-256").digest(text);
			}
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The canonical text of an entry.
	 * @param facts by name
	 * @return its lines
	 */
	static String canonical(Map<String, ?> facts) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(facts).forEach((name, value) -> {
			if (value != null && !name.equals("hash")) {
				text.append(name).append('=').append(written(value)).append('\n');
			}
		});
		return text.toString();
	}

	private static String written(Object value) {
		return switch (value) {
			case Long number -> "#" + number;
			case ZonedDateTime instant -> "@" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
			case List<?> list -> list.stream().map(Seal::written).collect(Collectors.joining("", "[", "]"));
			default -> {
				String written = value.toString();
				yield written.getBytes(StandardCharsets.UTF_8).length + ":" + written;
			}
		};
	}

}
