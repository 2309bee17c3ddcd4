package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.api.Refusals;
import org.jointregistry.identity.RequestViewer;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.jointregistry.shared.RegistryException;

/**
 * Takes files in from registrars (sentence 15). Whoever is none is refused before a byte
 * of the file is read.
 */
@Configuration(proxyBeanMethods = false)
class ImportRoutes {

	private static final Logger logger = LoggerFactory.getLogger(ImportRoutes.class);

	/** More than these, and mutations wait. */
	private static final int AT_ONCE = 2;

	private static final Pattern SET = Pattern.compile("[a-z0-9-]{1,40}");

	private static final String RETRY_AFTER_SECONDS = "10";

	private final Uploads uploads;

	private final ImportSettings settings;

	private final Semaphore permits = new Semaphore(AT_ONCE);

	ImportRoutes(Uploads uploads, ImportSettings settings) {
		this.uploads = uploads;
		this.settings = settings;
	}

	@Bean
	RouterFunction<ServerResponse> importedFiles() {
		return RouterFunctions.route().POST("/import/{file}", this::take).build();
	}

	private ServerResponse take(ServerRequest request) throws IOException {
		Viewer viewer = RequestViewer.of(request);
		if (!viewer.is(Role.REGISTRAR)) {
			return refusal(request, HttpStatus.FORBIDDEN, ErrorCode.FORBIDDEN,
					"Files are imported by a REGISTRAR (sentence 15)");
		}
		String name = request.pathVariable("file");
		if (!this.uploads.knows(name)) {
			return refusal(request, HttpStatus.NOT_FOUND, ErrorCode.NOT_FOUND,
					"No file of this name can be imported; /export names those that can");
		}
		String set = request.param("set").orElse("sent");
		Optional<ImportMode> mode = mode(request.param("mode").orElse("all-or-nothing"));
		if (mode.isEmpty() || !SET.matcher(set).matches()) {
			return refusal(request, HttpStatus.BAD_REQUEST, ErrorCode.BAD_INPUT,
					"mode is all-or-nothing or row-by-row, set at most 40 of a-z, 0-9 and -");
		}
		if (!this.permits.tryAcquire()) {
			return unready(request, ErrorCode.OVERLOADED);
		}
		try {
			return load(request, (file) -> new Upload(set, name, file.path(), file.sha256(), mode.get(), viewer));
		}
		finally {
			this.permits.release();
		}
	}

	private static Optional<ImportMode> mode(String asked) {
		return Stream.of(ImportMode.values())
			.filter((mode) -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(asked))
			.findFirst();
	}

	private ServerResponse load(ServerRequest request, Function<SentFile, Upload> described) throws IOException {
		long longest = this.settings.longest().toBytes();
		if (request.headers().contentLength().orElse(0) > longest) {
			return tooLarge(request);
		}
		SentFile file = SentFile.take(request.servletRequest().getInputStream(), longest);
		try {
			return file.isWhole() ? answer(this.uploads.load(described.apply(file))) : tooLarge(request);
		}
		catch (RegistryException ex) {
			return refusal(request, HttpStatus.CONFLICT, ex.code(), String.valueOf(ex.getMessage()));
		}
		catch (Neo4jException ex) {
			logger.warn("A file could not be imported", new LoggedFailure(ex));
			return unready(request, ErrorCode.UNAVAILABLE);
		}
		finally {
			Files.deleteIfExists(file.path());
		}
	}

	/** What could not be loaded is told in importFindings, all of it. */
	private static ServerResponse answer(UploadReport report) {
		return ServerResponse
			.status((report.state() == ImportState.REFUSED) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.body(report);
	}

	private static ServerResponse tooLarge(ServerRequest request) {
		return refusal(request, HttpStatus.CONTENT_TOO_LARGE, ErrorCode.BAD_INPUT,
				"The file is too long; send it in parts");
	}

	private static ServerResponse unready(ServerRequest request, ErrorCode code) {
		return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
			.body(Refusals.body(request.servletRequest(), code, code.words()));
	}

	private static ServerResponse refusal(ServerRequest request, HttpStatus status, ErrorCode code, String message) {
		return ServerResponse.status(status).body(Refusals.body(request.servletRequest(), code, message));
	}

}
