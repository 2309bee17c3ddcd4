package org.jointregistry.telemetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.TransientException;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import org.jointregistry.shared.LoggedFailure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces leave only where an endpoint is set, and without the words of failures.
 */
class TracingTests {

	private final ApplicationContextRunner start = new ApplicationContextRunner()
		.withUserConfiguration(TelemetryConfiguration.class)
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				OtlpTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class))
		.withPropertyValues("management.tracing.sampling.probability=1");

	@Test
	void withoutAnEndpointNothingIsExported() {
		this.start.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanExporter.class));
	}

	@Test
	void withAnEndpointSpansAreExported() {
		this.start
			.withPropertyValues("management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SpanExporter.class));
	}

	@Test
	void spansOfFailuresHaveNoWords() {
		List<SpanData> exported = new ArrayList<>();
		this.start.withBean(SpanExporter.class, () -> new Keeping(exported)).run((context) -> {
			Span span = context.getBean(Tracer.class).nextSpan().name("failing").start();
			span.tag("statement", "abc").error(new IllegalStateException("No sum of 90817263.45"));
			span.end();
			context.getBean(SdkTracerProvider.class).forceFlush().join(10, java.util.concurrent.TimeUnit.SECONDS);
			assertThat(exported).singleElement().satisfies((sent) -> {
				assertThat(sent.getName()).isEqualTo("failing");
				assertThat(sent.getStatus().getStatusCode().name()).isEqualTo("ERROR");
				assertThat(sent.getStatus().getDescription() + sent.getEvents() + sent.getAttributes())
					.contains("exception", "abc")
					.doesNotContain("90817263");
			});
		});
	}

	@Test
	void spansOfFailuresTellTheDatabasesCode() {
		List<SpanData> exported = new ArrayList<>();
		this.start.withBean(SpanExporter.class, () -> new Keeping(exported)).run((context) -> {
			Span span = context.getBean(Tracer.class).nextSpan().name("failing").start();
			span.error(new LoggedFailure(
					new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "Node 90817263")));
			span.end();
			context.getBean(SdkTracerProvider.class).forceFlush().join(10, java.util.concurrent.TimeUnit.SECONDS);
			assertThat(exported).singleElement().satisfies((sent) -> {
				assertThat(sent.getStatus().getDescription())
					.endsWith("Neo.TransientError.Transaction.DeadlockDetected");
				assertThat(sent.getEvents().toString()).contains("DeadlockDetected", "LoggedFailure")
					.doesNotContain("90817263");
			});
		});
	}

	/** Keeps spans in place of sending them. */
	private record Keeping(List<SpanData> spans) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.spans.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
