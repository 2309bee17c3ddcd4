package org.jointregistry.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jointregistry.RegistryTest;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cursor opens to what was sealed, in one form, for whom it was sealed; and any other
 * text is no cursor.
 */
class CursorFuzzTests {

	private static final byte[] OTHERS = { 1 };

	private final Cursors cursors = new Cursors(
			new SecretKeySpec(Base64.getDecoder().decode(RegistryTest.CURSOR_KEY), "AES"));

	/** The input is both a cursor that a client sends and a value that is sealed. */
	@FuzzTest
	void onlyWhatWasSealedOpens(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		assertThat(find(text, OTHERS, 1)).isEmpty();
		List<@Nullable Object> values = Arrays.asList(text, (long) text.hashCode(), null, text.isEmpty(),
				instant(text.hashCode()));
		String cursor = this.cursors.seal(values, input);
		assertThat(find(cursor, input, values.size())).contains(values);
		assertThat(find(cursor, input, values.size() + 1)).isEmpty();
		assertThat(find(cursor, Arrays.copyOf(input, input.length + 1), values.size())).isEmpty();
		assertThat(find(bent(cursor, input), input, values.size())).isEmpty();
	}

	private static ZonedDateTime instant(int second) {
		return Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
	}

	/** Another character at a place that the input says. */
	private static String bent(String cursor, byte[] input) {
		int place = Math.floorMod(Arrays.hashCode(input), cursor.length());
		char other = (cursor.charAt(place) == 'A') ? 'B' : 'A';
		return cursor.substring(0, place) + other + cursor.substring(place + 1);
	}

	private Optional<List<@Nullable Object>> find(String cursor, byte[] bound, int size) {
		try {
			return Optional.of(this.cursors.open(cursor, bound, size));
		}
		catch (RegistryException ex) {
			assertThat(ex.code()).isEqualTo(ErrorCode.BAD_CURSOR);
			return Optional.empty();
		}
	}

}
