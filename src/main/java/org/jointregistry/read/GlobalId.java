package org.jointregistry.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.jointregistry.shared.RegistryException;

/**
 * The global id of an object: its type and its key, opaque to clients and stable.
 *
 * @param type name of the object type
 * @param key the key among objects of the type
 */
public record GlobalId(String type, String key) {

	private static final char SEPARATOR = ':';

	/**
	 * The text that clients see.
	 * @return letters, digits, {@code -} and {@code _}
	 */
	public String encoded() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.type + SEPARATOR + this.key).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads what a client sent.
	 * @param encoded any text
	 * @return the id, or empty where the text is none
	 */
	public static Optional<GlobalId> decode(String encoded) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(encoded);
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			int separator = text.indexOf(SEPARATOR);
			if (separator <= 0) {
				return Optional.empty();
			}
			GlobalId id = new GlobalId(text.substring(0, separator), text.substring(separator + 1));
			return id.encoded().equals(encoded) ? Optional.of(id) : Optional.empty();
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The key that a client's id gives, where it is of a type.
	 * @param type name of the object type
	 * @param encoded what the client sent
	 * @return the key
	 * @throws RegistryException with {@code NOT_FOUND} if it is no id of that type
	 */
	public static String keyOf(String type, String encoded) {
		return decode(encoded).filter((id) -> id.type().equals(type))
			.map(GlobalId::key)
			.orElseThrow(RegistryException::notFound);
	}

	/**
	 * The id as filters compare it.
	 * @return type and key in one text
	 */
	String comparable() {
		return this.type + SEPARATOR + this.key;
	}

}
