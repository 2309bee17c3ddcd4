package org.jointregistry.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Imports the sets of files that the settings name before the application answers its
 * first request.
 */
@Component
class StartupImport implements SmartInitializingSingleton {

	private final ImportSettings settings;

	private final Importing importing;

	private final ResourcePatternResolver resources;

	StartupImport(ImportSettings settings, Importing importing, ResourcePatternResolver resources) {
		this.settings = settings;
		this.importing = importing;
		this.resources = resources;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.settings.sets().forEach((set) -> this.importing.load(set, files(set)));
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

}
