package org.jointregistry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import org.jointregistry.access.Viewer;
import org.jointregistry.http.FileAnswers;
import org.jointregistry.identity.RequestViewer;
import org.jointregistry.shared.ErrorCode;

/**
 * Gives what the viewer sees as files: one of each type, or all in an archive. A file is
 * sent while it is read; where that fails the connection ends before the file does.
 */
@Configuration(proxyBeanMethods = false)
class ExportRoutes {

	private static final Pattern FILE = Pattern.compile("([A-Za-z]+)\\.(csv|ndjson)");

	private static final Pattern ARCHIVE = Pattern.compile("registry\\.(csv|ndjson)\\.zip");

	private final Exports exports;

	private final JsonMapper json;

	private final FileAnswers answers;

	private final ExportTurns turns;

	ExportRoutes(Exports exports, JsonMapper json, FileAnswers answers, ExportTurns turns) {
		this.answers = answers;
		this.exports = exports;
		this.json = json;
		this.turns = turns;
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
		OffsetDateTime asOf;
		try {
			asOf = request.param("asOf").map(OffsetDateTime::parse).orElse(null);
		}
		catch (DateTimeParseException ex) {
			return FileAnswers.refusal(request, ErrorCode.BAD_INPUT,
					"asOf is an instant, such as 2026-01-31T09:30:00Z");
		}
		Matcher archive = ARCHIVE.matcher(name);
		if (archive.matches()) {
			ExportForm form = ExportForm.of(archive.group(1));
			return file(name, "application/zip", request, (sent, out) -> archive(sent, form, asOf, out));
		}
		Matcher file = FILE.matcher(name);
		if (file.matches() && this.exports.files().contains(file.group(1))) {
			ExportForm form = ExportForm.of(file.group(2));
			return file(name, form.mediaType(), request,
					(sent, out) -> this.exports.write(file.group(1), sent, asOf, form.rows(out, this.json)));
		}
		return FileAnswers.refusal(request, ErrorCode.NOT_FOUND,
				"There is no such file; /export names those that there are");
	}

	private ServerResponse file(String name, String mediaType, ServerRequest request, Sending sending) {
		Viewer viewer = RequestViewer.of(request);
		Instant until = RequestViewer.until(request);
		return ServerResponse.ok()
			.header(HttpHeaders.CONTENT_TYPE, mediaType)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.build((asked, response) -> {
				try (ExportTurns.Sent sent = this.turns.begin(viewer, until)) {
					sending.send(sent, response.getOutputStream());
				}
				catch (UncheckedIOException ex) {
					throw ex.getCause();
				}
				catch (AllowanceUsedUp ex) {
					response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
					this.answers.fail(asked, response, ex);
				}
				catch (RuntimeException ex) {
					this.answers.fail(asked, response, ex);
				}
				return null;
			});
	}

	private void archive(ExportTurns.Sent sent, ExportForm form, @Nullable OffsetDateTime asOf, OutputStream out)
			throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		for (String file : this.exports.files()) {
			zip.putNextEntry(new ZipEntry(file + "." + form.ending()));
			this.exports.write(file, sent, asOf, form.rows(zip, this.json));
			zip.closeEntry();
		}
		zip.finish();
	}

	/** Sends a file. */
	@FunctionalInterface
	private interface Sending {

		void send(ExportTurns.Sent sent, OutputStream out) throws IOException;

	}

}
