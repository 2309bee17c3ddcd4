package org.jointregistry.http;

import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;

/**
 * How a request in JSON is read: a document is a string, and a number is none.
 */
@Configuration(proxyBeanMethods = false)
class RequestForm {

	@Bean
	JsonMapperBuilderCustomizer readsRequestsAsSent() {
		return (builder) -> builder.addMixIn(SerializableGraphQlRequest.class, SentRequest.AsSent.class)
			.addModule(new SimpleModule("requests").setDeserializerModifier(new RequestDeserializer.Modifier()))
			.withCoercionConfig(LogicalType.Textual,
					(texts) -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
