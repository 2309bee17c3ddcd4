package org.jointregistry.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.SealedText;

/**
 * Cursors: the values that an element is ordered by, encrypted and authenticated together
 * with what they are bound to, so that a client can neither read, forge nor pass one on.
 * The same values with the same binding always give the same cursor: an answer does not
 * change while what it tells does not.
 */
final class Cursors {

	private final SealedText seal;

	private final SecretKey nonceKey;

	/**
	 * Cursors under a key.
	 * @param key an AES key, the same on every replica
	 */
	Cursors(SecretKey key) {
		this.seal = new SealedText(key);
		this.nonceKey = new SecretKeySpec(SealedText.hmac(key, "nonce of a cursor".getBytes(StandardCharsets.UTF_8)),
				"HmacSHA256");
	}

	/**
	 * Seals values into a cursor.
	 * @param values texts, whole numbers, truth values, instants or nulls
	 * @param bound what the cursor is bound to
	 * @return letters, digits, {@code -} and {@code _}
	 */
	String seal(List<@Nullable Object> values, byte[] bound) {
		byte[] written = written(values);
		// It follows from what is sealed, so that only equal cursors share one
		byte[] nonce = Arrays.copyOf(SealedText.hmac(this.nonceKey, bound, written), SealedText.NONCE);
		return this.seal.seal(written, bound, nonce);
	}

	/**
	 * Opens a cursor.
	 * @param cursor what a client sent
	 * @param bound what it must be bound to
	 * @param size how many values it must have
	 * @return the values that were sealed
	 * @throws RegistryException with {@link ErrorCode#BAD_CURSOR} if it is not such a
	 * cursor
	 */
	List<@Nullable Object> open(String cursor, byte[] bound, int size) {
		return this.seal.open(cursor, bound)
			.map(Cursors::read)
			.filter((values) -> values.size() == size)
			.orElseThrow(Cursors::badCursor);
	}

	private static RegistryException badCursor() {
		return new RegistryException(ErrorCode.BAD_CURSOR,
				"The cursor is not of this field with these arguments for this viewer");
	}

	private static byte[] written(List<@Nullable Object> values) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			for (Object value : values) {
				write(out, value);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
		switch (value) {
			case null -> out.writeByte('-');
			case Long number -> {
				out.writeByte('n');
				out.writeLong(number);
			}
			case Boolean truth -> out.writeByte(truth ? 't' : 'f');
			case ZonedDateTime instant -> writeText(out, 'i', instant.toString());
			default -> writeText(out, 's', value.toString());
		}
	}

	private static void writeText(DataOutputStream out, char kind, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeByte(kind);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static List<@Nullable Object> read(byte[] bytes) {
		List<@Nullable Object> values = new ArrayList<>();
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			while (in.available() > 0) {
				values.add(switch (in.readByte()) {
					case '-' -> null;
					case 'n' -> in.readLong();
					case 't' -> true;
					case 'f' -> false;
					case 'i' -> ZonedDateTime.parse(readText(in));
					default -> readText(in);
				});
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return values;
	}

	private static String readText(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

}
