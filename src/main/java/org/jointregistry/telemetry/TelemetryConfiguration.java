package org.jointregistry.telemetry;

import io.micrometer.common.KeyValues;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Has what is logged and traced go along with a request from thread to thread, and
 * without words.
 */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

	TelemetryConfiguration() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
	}

	@Bean
	SpanExporters wordlessSpans(ObjectProvider<SpanExporter> exporters) {
		return SpanExporters.of(exporters.orderedStream().map(WordlessSpans::new).toList());
	}

	/** Nothing is traced that leaves for nowhere. */
	@Bean
	Sampler sampledRequests(ObjectProvider<SpanExporter> exporters, TracingProperties settings) {
		return exporters.stream().findAny().isEmpty() ? Sampler.alwaysOff()
				: Sampler.parentBased(Sampler.traceIdRatioBased(settings.getSampling().getProbability()));
	}

	/** Each filter of a request would be observed by itself, before and after. */
	@Bean
	SecurityObservationSettings unobservedFilters() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	ServerRequestObservationConvention requestsWithoutAddresses() {
		return new RequestsWithoutAddresses();
	}

	/** The address of a request may hold what its client chose: its route says enough. */
	private static final class RequestsWithoutAddresses extends DefaultServerRequestObservationConvention {

		@Override
		public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
			return KeyValues.empty();
		}

	}

}
