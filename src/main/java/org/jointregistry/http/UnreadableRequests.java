package org.jointregistry.http;

import java.io.IOException;
import java.io.Writer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers by a code what the server itself cannot read, and so gives to nobody else: a
 * request line or headers that are too long or malformed.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final JsonMapper json;

	UnreadableRequests(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server
			.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new CodedReport(this.json)));
	}

	/** In place of the server's own page. */
	private static final class CodedReport extends ErrorReportValve {

		private final JsonMapper json;

		CodedReport(JsonMapper json) {
			this.json = json;
		}

		@Override
		protected void report(Request request, Response response, @Nullable Throwable thrown) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !isWritable(response)
					|| !response.setErrorReported()) {
				return;
			}
			ErrorCode code = (response.getStatus() < 500) ? ErrorCode.BAD_INPUT : ErrorCode.INTERNAL;
			try {
				response.setContentType("application/json");
				response.setCharacterEncoding("UTF-8");
				Writer body = response.getReporter();
				if (body != null) {
					body.write(this.json.writeValueAsString(Refusals.body(UUID.randomUUID().toString(), code,
							"The request line or the headers are too long, or cannot be read")));
					response.finishResponse();
				}
			}
			catch (IOException ex) {
				// The client has gone
			}
		}

		private static boolean isWritable(Response response) {
			AtomicBoolean allowed = new AtomicBoolean();
			response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
			return allowed.get();
		}

	}

}
