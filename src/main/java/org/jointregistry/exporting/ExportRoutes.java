package org.jointregistry.exporting;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.servlet.http.HttpServletResponse;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import org.jointregistry.access.Viewer;
import org.jointregistry.api.Refusals;
import org.jointregistry.identity.RequestViewer;
import org.jointregistry.shared.ErrorCode;

/**
 * Gives what the viewer sees as files: one of each type, or all in an archive. A file is
 * sent while it is read; where that fails the connection ends before the file does.
 */
@Configuration(proxyBeanMethods = false)
class ExportRoutes {

	private static final Logger logger = LoggerFactory.getLogger(ExportRoutes.class);

	private static final Pattern FILE = Pattern.compile("([A-Za-z]+)\\.(csv|ndjson)");

	private static final Pattern ARCHIVE = Pattern.compile("registry\\.(csv|ndjson)\\.zip");

	private static final String RETRY_AFTER_SECONDS = "10";

	private final Exports exports;

	private final JsonMapper json;

	private final Semaphore permits;

	ExportRoutes(Exports exports, JsonMapper json, ExportSettings settings) {
		this.exports = exports;
		this.json = json;
		this.permits = new Semaphore(settings.atOnce());
	}

	@Bean
	RouterFunction<ServerResponse> exportedFiles() {
		return RouterFunctions.route()
			.GET("/export", (request) -> ServerResponse.ok().body(Map.of("files", this.exports.files())))
			.GET("/export/{file}", this::export)
			.build();
	}

	private ServerResponse export(ServerRequest request) {
		String name = request.pathVariable("file");
		Matcher archive = ARCHIVE.matcher(name);
		if (archive.matches()) {
			ExportForm form = ExportForm.of(archive.group(1));
			return file(request, name, "application/zip", (moment, out) -> archive(request, form, moment, out));
		}
		Matcher file = FILE.matcher(name);
		if (file.matches() && this.exports.files().contains(file.group(1))) {
			ExportForm form = ExportForm.of(file.group(2));
			return file(request, name, form.mediaType(), (moment, out) -> this.exports.write(file.group(1),
					RequestViewer.of(request), moment, form.rows(out.getOutputStream(), this.json)));
		}
		return refusal(request, HttpStatus.NOT_FOUND, ErrorCode.NOT_FOUND,
				"There is no such file; /export names those that there are");
	}

	private ServerResponse file(ServerRequest request, String name, String mediaType, Sending sending) {
		if (!this.permits.tryAcquire()) {
			return busy(request);
		}
		boolean begun = false;
		try {
			OffsetDateTime moment = this.exports.moment();
			ServerResponse sent = ServerResponse.ok()
				.header(HttpHeaders.CONTENT_TYPE, mediaType)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.build((ignored, response) -> {
					try {
						sending.send(moment, response);
					}
					finally {
						this.permits.release();
					}
					return null;
				});
			begun = true;
			return sent;
		}
		catch (Neo4jException ex) {
			logger.warn("An export could not begin", ex);
			return busy(request);
		}
		finally {
			if (!begun) {
				this.permits.release();
			}
		}
	}

	private void archive(ServerRequest request, ExportForm form, OffsetDateTime moment, HttpServletResponse response)
			throws IOException {
		Viewer viewer = RequestViewer.of(request);
		ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
		for (String file : this.exports.files()) {
			zip.putNextEntry(new ZipEntry(file + "." + form.ending()));
			this.exports.write(file, viewer, moment, form.rows(zip, this.json));
			zip.closeEntry();
		}
		zip.finish();
	}

	private static ServerResponse busy(ServerRequest request) {
		return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
			.body(Refusals.body(request.servletRequest(), ErrorCode.OVERLOADED, ErrorCode.OVERLOADED.words()));
	}

	private static ServerResponse refusal(ServerRequest request, HttpStatus status, ErrorCode code, String message) {
		return ServerResponse.status(status).body(Refusals.body(request.servletRequest(), code, message));
	}

	/** Sends a file. */
	@FunctionalInterface
	private interface Sending {

		void send(OffsetDateTime moment, HttpServletResponse response) throws IOException;

	}

}
