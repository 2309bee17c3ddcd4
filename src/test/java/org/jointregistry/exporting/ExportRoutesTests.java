package org.jointregistry.exporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of what the viewer sees.
 */
@RegistryTest
class ExportRoutesTests {

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource({ "viewer-deu, Program, programs", "viewer-usa, Program, programs", "auditor, Program, programs",
			"industry-leonardo, Contribution, contributions", "viewer-ita, Contribution, contributions" })
	void aFileHasTheRecordsOfItsList(String client, String type, String list) {
		String csv = this.registry.as(client).get("/export/" + type + ".csv").text();
		int total = this.registry.as(client)
			.query("{ " + list + " { totalCount } }")
			.data("/" + list + "/totalCount")
			.intValue();
		assertThat(csv.lines().count() - 1).isEqualTo(total);
	}

	@Test
	void aFigureThatIsNotSeenIsBlank() {
		assertThat(row("viewer-deu", "Program", "FX-MERLIN")).containsEntry("cost_amount", "1200000000");
		assertThat(row("viewer-usa", "Program", "FX-MERLIN")).containsEntry("cost_amount", "")
			.containsEntry("marking", "PUBLIC")
			.containsEntry("fictional", "Y");
	}

	@Test
	void recordsAreNamedAsTheyAreImported() {
		assertThat(row("viewer-deu", "Contribution", "CB001")).containsEntry("contributors", "NATION:GBR");
		assertThat(row("auditor", "ProtectiveMarking", "NATO/NATO SECRET")).containsEntry("scheme", "NATO");
	}

	@Test
	void aHiddenEndHidesTheEdge() {
		List<String> seen = this.registry.as("viewer-usa").get("/export/Participation.csv").text().lines().toList();
		assertThat(seen).anyMatch((row) -> row.contains(",FX-HERON,")).noneMatch((row) -> row.contains("FX-OSPREY"));
		assertThat(this.registry.as("viewer-deu").get("/export/Participation.csv").text()).contains("FX-OSPREY");
	}

	@Test
	void anArchiveHasEachFile() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.registry.url() + "/export/registry.ndjson.zip"))
			.header("Authorization", "Bearer " + this.registry.tokens().of("viewer-deu"))
			.build();
		byte[] zip = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
		Map<String, String> files = new LinkedHashMap<>();
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		Answer index = this.registry.as("viewer-deu").get("/export");
		assertThat(files).hasSameSizeAs(index.body().path("files"));
		assertThat(files).containsEntry("Program.ndjson",
				this.registry.as("viewer-deu").get("/export/Program.ndjson").text());
	}

	@Test
	void aFileIsToBeKeptAndNotToBeCached() {
		Answer answer = this.registry.as("viewer-deu").get("/export/Nation.csv");
		assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"Nation.csv\"");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AuditEntry.csv", "ImportFile.csv", "Programs.csv", "Program.xml", "registry.zip" })
	void whatIsNoFileIsNotThere(String name) {
		Answer answer = this.registry.as("auditor").get("/export/" + name);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void aFileOfThePastHasWhatWasThere() {
		String now = this.registry.as("viewer-deu").get("/export/Standard.csv").text();
		assertThat(this.registry.as("viewer-deu").get("/export/Standard.csv?asOf=2999-01-01T00:00:00Z").text())
			.isEqualTo(now);
		assertThat(this.registry.as("viewer-deu").get("/export/Standard.csv?asOf=1999-01-01T00:00:00Z").text().lines())
			.hasSize(1);
		assertThat(this.registry.as("viewer-deu").get("/export/Standard.csv?asOf=today").status()).isEqualTo(400);
	}

	@Test
	void nobodyExportsWithoutAToken() {
		assertThat(this.registry.anonymous().get("/export/Program.csv").status()).isEqualTo(401);
		assertThat(this.registry.anonymous().get("/export").status()).isEqualTo(401);
	}

	private Map<String, String> row(String client, String type, String key) {
		List<String> lines = this.registry.as(client).get("/export/" + type + ".csv").text().lines().toList();
		String[] header = lines.getFirst().split(",");
		String[] cells = lines.stream()
			.filter((line) -> line.startsWith(key + ","))
			.findFirst()
			.orElseThrow()
			.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < header.length; i++) {
			row.put(header[i], cells[i]);
		}
		return row;
	}

}
