package org.jointregistry.graph;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * A component that asks the database when the application starts. It is there where the
 * application is to serve: a start that ends before, which trains the JVM
 * ({@code -Dspring.context.exit=onRefresh}), needs no database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(ConditionalOnServing.Serving.class)
public @interface ConditionalOnServing {

	/** Whether the application goes on after its start. */
	final class Serving implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata component) {
			return !DefaultLifecycleProcessor.ON_REFRESH_VALUE
				.equalsIgnoreCase(context.getEnvironment().getProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME));
		}

	}

}
