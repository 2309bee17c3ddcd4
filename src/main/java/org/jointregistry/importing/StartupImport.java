package org.jointregistry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import org.jointregistry.graph.ConditionalOnServing;
import org.jointregistry.recording.Locks;

/**
 * Imports the sets and the directory of files that the settings name before the
 * application answers its first request. Of replicas that start at the same time one
 * imports, and the others wait for it: of two that load the same file one would stop.
 */
@Component
@ConditionalOnServing
class StartupImport implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(StartupImport.class);

	private static final List<String> TURN = List.of("imports");

	/** Until its end the turn is kept, however long the imports take. */
	private static final TransactionConfig ENDLESS = TransactionConfig.builder().withTimeout(Duration.ZERO).build();

	/** The set that files of a directory are imported as. */
	static final String SET = "directory";

	private final ImportSettings settings;

	private final Driver driver;

	private final Importing importing;

	private final Uploads uploads;

	private final RegistryFormats formats;

	private final ResourcePatternResolver resources;

	StartupImport(ImportSettings settings, Driver driver, Importing importing, Uploads uploads, RegistryFormats formats,
			ResourcePatternResolver resources) {
		this.settings = settings;
		this.driver = driver;
		this.importing = importing;
		this.uploads = uploads;
		this.formats = formats;
		this.resources = resources;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.settings.sets().isEmpty() && this.settings.directory() == null) {
			return;
		}
		try (Session session = this.driver.session(); Transaction turn = session.beginTransaction(ENDLESS)) {
			Locks.hold(turn, TURN);
			this.settings.sets().forEach((set) -> this.importing.load(set, files(set)));
			if (this.settings.directory() != null) {
				load(this.settings.directory());
			}
		}
	}

	private List<ImportSource> files(String set) {
		try {
			List<ImportSource> files = new ArrayList<>();
			for (Resource file : this.resources.getResources("classpath*:data/" + set + "/*.csv")) {
				files.add(new ImportSource(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray()));
			}
			if (files.isEmpty()) {
				throw new IllegalStateException("registry.import.sets names '" + set + "', which has no files");
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Imports the files of a directory, those that others refer to first.
	 * @param directory where they are
	 */
	void load(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.sorted(Comparator.comparingInt(this::position)).toList()) {
				String name = String.valueOf(file.getFileName());
				if (this.uploads.knows(name)) {
					this.uploads.load(new Upload(SET, name, file, SentFile.sha256(file), this.settings.mode(), null));
				}
				else {
					logger.warn("{} is not imported: no file of this name can be", file);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int position(Path file) {
		String name = String.valueOf(file.getFileName());
		List<String> order = Stream
			.of(FileFormats.all().stream().map(FileFormat::file), this.formats.all().keySet().stream(),
					PublishedFiles.names().stream())
			.flatMap((names) -> names)
			.toList();
		return Math.max(order.indexOf(name), order.indexOf(name.replaceFirst("\\.[a-z]+$", "")));
	}

}
