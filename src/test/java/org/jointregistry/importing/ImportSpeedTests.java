package org.jointregistry.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How fast contributions are imported. Skipped but where the property {@code import.rows}
 * says how many, as the nightly run does: it takes minutes.
 */
@RegistryTest
class ImportSpeedTests {

	private static final Logger logger = LoggerFactory.getLogger(ImportSpeedTests.class);

	private static final int ROWS = Integer.getInteger("import.rows", 0);

	private static final String[] NATIONS = { "DEU", "ITA", "GBR", "ESP" };

	@Autowired
	private Driver driver;

	@Autowired
	private Uploads uploads;

	@TempDir
	private Path directory;

	@AfterEach
	void takeOutWhatTheTestWrote() {
		try (var session = this.driver.session()) {
			session.run("""
					MATCH (n:Contribution) WHERE n.key STARTS WITH 'SPEED'
					CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS""").consume();
			session.run("MATCH (f:ImportFile {set: 'speed'}) DETACH DELETE f").consume();
		}
	}

	@Test
	void contributionsAreImportedFast() throws IOException {
		assumeTrue(ROWS > 0, "Only where -Dimport.rows says how many");
		Path file = this.directory.resolve("Contribution.csv");
		String[] sample = WholeFiles
			.csv("Contribution",
					"key,kind,form,amount,currency,price_year,marking,programs,contributors,note\n"
							+ "SPEED,PAID,CASH,4711.5,EUR,2020,PARTNERS,EFA,NATION:DEU,Invented\n")
			.split("\n");
		try (BufferedWriter csv = Files.newBufferedWriter(file)) {
			csv.write(sample[0] + "\n");
			for (int i = 0; i < ROWS; i++) {
				csv.write(sample[1].replace("4711", String.valueOf(i + 1))
					.replace("SPEED", "SPEED%07d".formatted(i))
					.replace("DEU", NATIONS[i % NATIONS.length]) + "\n");
			}
		}
		Instant begun = Instant.now();
		UploadReport report = this.uploads
			.load(new Upload("speed", "Contribution.csv", file, SentFile.sha256(file), ImportMode.ROW_BY_ROW, null));
		Duration took = Duration.between(begun, Instant.now());
		assertThat(report.loaded()).isEqualTo(ROWS);
		logger.info("{} rows in {}: {} a second; {} MB in use", ROWS, took, ROWS * 1000L / took.toMillis(),
				ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
	}

}
