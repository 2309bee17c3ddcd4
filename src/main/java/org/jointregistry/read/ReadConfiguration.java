package org.jointregistry.read;

import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * Puts the engine behind the schema.
 */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

	private static final int KEY_BITS = 256;

	@Bean
	TypeDefinitionRegistry registrySchema() throws IOException {
		TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
			try (InputStream content = file.getInputStream()) {
				schema.merge(new SchemaParser().parse(content));
			}
		}
		return schema;
	}

	@Bean
	GraphModel graphModel(TypeDefinitionRegistry registrySchema) {
		return SchemaPublication.publish(registrySchema);
	}

	@Bean
	Cursors cursors(ReadSettings settings) throws NoSuchAlgorithmException {
		return new Cursors((settings.cursorKey() != null) ? configured(settings.cursorKey()) : made());
	}

	private static SecretKey configured(String key) {
		return new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
	}

	private static SecretKey made() throws NoSuchAlgorithmException {
		KeyGenerator generator = KeyGenerator.getInstance("AES");
		generator.init(KEY_BITS);
		return generator.generateKey();
	}

	@Bean
	GraphQlSourceBuilderCustomizer publication() {
		return (builder) -> builder.configureTypeDefinitions(SchemaPublication::publish);
	}

	@Bean
	GraphQlSourceBuilderCustomizer assembledAnswers(ObjectProvider<DataFetcherExceptionResolver> failures) {
		return (builder) -> builder.configureGraphQl((engine) -> engine.queryExecutionStrategy(new AnswerStrategy(
				DataFetcherExceptionResolver.createExceptionHandler(failures.orderedStream().toList()))));
	}

	/**
	 * Fields of modules are answered by the thread that asks, as all others are. To hand
	 * each to a thread of its own takes a request through all filters once more.
	 */
	@Bean
	static BeanPostProcessor answersByTheAskingThread() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof AnnotatedControllerConfigurer controllers) {
					controllers.setBlockingMethodPredicate((method) -> false);
				}
				return bean;
			}

		};
	}

	@Bean
	RuntimeWiringConfigurer mappedWiring(GraphModel model, Reads reads) {
		return (wiring) -> wiring.wiringFactory(new MappedWiring(model, reads));
	}

}
