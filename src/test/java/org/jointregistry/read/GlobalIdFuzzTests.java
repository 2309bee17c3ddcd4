package org.jointregistry.read;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An id is read as it was written, in one form; and any other text is no id.
 */
class GlobalIdFuzzTests {

	/** The input is both an id that a client sends and a key that is written into one. */
	@FuzzTest
	void onlyWhatWasWrittenIsRead(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		GlobalId.decode(text).ifPresent((id) -> assertThat(id.encoded()).isEqualTo(text));
		GlobalId id = new GlobalId("Program", text);
		assertThat(GlobalId.decode(id.encoded())).contains(id);
		assertThat(GlobalId.decode(id.encoded() + "=")).isEmpty();
		assertThat(GlobalId.keyOf("Program", id.encoded())).isEqualTo(text);
	}

}
