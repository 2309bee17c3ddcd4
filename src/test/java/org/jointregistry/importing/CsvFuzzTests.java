package org.jointregistry.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes are a file: what cannot be read of it is found and told, and a row is loaded
 * or told why it is not.
 */
class CsvFuzzTests {

	private final SchemaMap schema;

	CsvFuzzTests() throws IOException {
		this.schema = new SchemaMap(new PathMatchingResourcePatternResolver());
	}

	/**
	 * The input is a whole file, and rows below the header of a file that its length
	 * chooses.
	 */
	@FuzzTest
	void fileIsReadAndToldOf(byte[] input) {
		List<FileFormat> formats = FileFormats.all();
		FileFormat format = formats.get(input.length % formats.size());
		assertToldOf(new ImportSource(format.file(), input));
		String header = String.join(",", format.required()) + "\n";
		assertToldOf(
				CsvFiles.text(format.file(), header + new String(input, StandardCharsets.UTF_8).replace("\uFEFF", "")));
	}

	private void assertToldOf(ImportSource file) {
		ParsedFile parsed = ParsedFile.read(this.schema, file);
		assertThat(parsed.drafts()).extracting(Draft::key).doesNotHaveDuplicates();
		assertThat(parsed.findings()).allSatisfy((finding) -> assertThat(finding.reason()).isNotBlank());
		if (!parsed.findings().stream().anyMatch((finding) -> finding.line() == null || finding.line() == 1)) {
			assertThat(parsed.drafts().size()).isLessThanOrEqualTo(parsed.rows());
			assertThat(rejectedLines(parsed)).isGreaterThanOrEqualTo(parsed.rows() - parsed.drafts().size());
		}
	}

	private static long rejectedLines(ParsedFile parsed) {
		return parsed.findings().stream().filter(Finding::rejected).map(Finding::line).distinct().count();
	}

}
