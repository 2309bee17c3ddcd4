package org.jointregistry.importing;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.api.Refusals;
import org.jointregistry.http.FileAnswers;
import org.jointregistry.identity.RequestViewer;
import org.jointregistry.shared.ErrorCode;

/**
 * Takes files in from registrars (sentence 15). Whoever is none is refused before a byte
 * of the file is read.
 */
@Configuration(proxyBeanMethods = false)
class ImportRoutes implements SmartInitializingSingleton {

	/** More than these, and mutations wait. */
	private static final int AT_ONCE = 2;

	private static final Pattern SET = Pattern.compile("[a-z0-9-]{1,40}");

	/** Sets of files whose records nobody may keep out by sending a file first. */
	private static final Set<String> OPERATORS = Set.of("curated", "fictional", StartupImport.SET);

	private final Uploads uploads;

	private final ImportSettings settings;

	private final Semaphore permits = new Semaphore(AT_ONCE);

	ImportRoutes(Uploads uploads, ImportSettings settings) {
		this.uploads = uploads;
		this.settings = settings;
	}

	/** What processes that were killed had been sent. */
	@Override
	public void afterSingletonsInstantiated() {
		HeldFile.deleteAbandoned();
	}

	@Bean
	RouterFunction<ServerResponse> importedFiles() {
		return RouterFunctions.route().POST("/import/{file}", this::take).build();
	}

	private ServerResponse take(ServerRequest request) throws IOException {
		Viewer viewer = RequestViewer.of(request);
		if (!viewer.is(Role.REGISTRAR)) {
			return FileAnswers.refusal(request, ErrorCode.FORBIDDEN, "Files are imported by a REGISTRAR (sentence 15)");
		}
		String name = request.pathVariable("file");
		if (!this.uploads.knows(name)) {
			return FileAnswers.refusal(request, ErrorCode.NOT_FOUND,
					"No file of this name can be imported; /export names those that can");
		}
		String set = inUrl(request, "set").orElse("sent");
		Optional<ImportMode> mode = mode(inUrl(request, "mode").orElse("all-or-nothing"));
		if (mode.isEmpty() || !SET.matcher(set).matches() || isOperators(set)) {
			return FileAnswers.refusal(request, ErrorCode.BAD_INPUT,
					"mode is all-or-nothing or row-by-row, set at most 40 of a-z, 0-9 and -,"
							+ " and none of the sets that are imported at a start");
		}
		if (!this.permits.tryAcquire()) {
			return FileAnswers.refusal(request, ErrorCode.OVERLOADED, ErrorCode.OVERLOADED.words());
		}
		try {
			return load(request,
					(file) -> new Upload(set, name, file.held().path(), file.sha256(), mode.get(), viewer));
		}
		finally {
			this.permits.release();
		}
	}

	/**
	 * A parameter of the URL. The servlet's own would be looked for in the body too,
	 * where that calls itself a form.
	 */
	private static Optional<String> inUrl(ServerRequest request, String name) {
		return Optional.ofNullable(UriComponentsBuilder.fromUri(request.uri()).build().getQueryParams().getFirst(name));
	}

	private boolean isOperators(String set) {
		return OPERATORS.contains(set) || this.settings.sets().contains(set);
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
		try (SentFile file = SentFile.take(request.servletRequest().getInputStream(), longest)) {
			return file.isWhole() ? answer(this.uploads.load(described.apply(file))) : tooLarge(request);
		}
		catch (RuntimeException ex) {
			return FileAnswers.failure(request, ex);
		}
	}

	/** What could not be loaded is told in importFindings, all of it. */
	private static ServerResponse answer(UploadReport report) {
		return ServerResponse
			.status((report.state() == ImportState.REFUSED) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.body(report);
	}

	private static ServerResponse tooLarge(ServerRequest request) {
		return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE)
			.body(Refusals.body(request.servletRequest(), ErrorCode.BAD_INPUT,
					"The file is too long; send it in parts"));
	}

}
